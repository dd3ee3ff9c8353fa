import Button from '@material-ui/core/Button';
import FilterIcon from '@material-ui/icons/FilterList';
import { useTranslation } from '../../../hooks/useTranslation';
import { StateMessage } from '../../async';

/** There are SLOs, but the filters leave none of them. */
export function NoMatch({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <StateMessage
      icon={<FilterIcon />}
      title={t('slos.noMatch.title')}
      action={
        <Button size="small" variant="outlined" onClick={onClear}>
          {t('slos.noMatch.clear')}
        </Button>
      }
    >
      {t('slos.noMatch.text')}
    </StateMessage>
  );
}
