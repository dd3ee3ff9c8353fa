import Button from '@material-ui/core/Button';
import { useTranslation } from '../../../hooks/useTranslation';
import { StateMessage } from '../../async';
import { PlimsollIcon } from '../../common';

/** There is no service at all. */
export function RankingEmpty({ reload }: { reload: () => void }) {
  const { t } = useTranslation();
  return (
    <StateMessage
      icon={<PlimsollIcon />}
      title={t('ranking.empty.title')}
      action={
        <Button size="small" variant="outlined" onClick={reload}>
          {t('ranking.empty.reload')}
        </Button>
      }
    >
      {t('ranking.empty.text')}
    </StateMessage>
  );
}
