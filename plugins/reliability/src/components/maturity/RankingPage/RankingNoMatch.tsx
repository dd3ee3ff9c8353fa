import Button from '@material-ui/core/Button';
import FilterIcon from '@material-ui/icons/FilterList';
import { useTranslation } from '../../../hooks/useTranslation';
import { StateMessage } from '../../async';

/** There are services, but the filters leave none of them. */
export function RankingNoMatch({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <StateMessage
      icon={<FilterIcon />}
      title={t('ranking.noMatch.title')}
      action={
        <Button size="small" variant="outlined" onClick={onClear}>
          {t('ranking.noMatch.clear')}
        </Button>
      }
    >
      {t('ranking.noMatch.text')}
    </StateMessage>
  );
}
