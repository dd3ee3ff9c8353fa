import Button from '@material-ui/core/Button';
import useInterval from 'react-use/esm/useInterval';
import { useTranslation } from '../../../hooks/useTranslation';
import { StateMessage } from '../../async';
import { PlimsollIcon } from '../../common';

const LOOK_AGAIN = 10_000;

/** There is no service at all. */
export function RankingEmpty({ reload }: { reload: () => void }) {
  const { t } = useTranslation();
  // Whoever waits for the first reading of the catalog should not have to ask again.
  useInterval(reload, LOOK_AGAIN);
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
