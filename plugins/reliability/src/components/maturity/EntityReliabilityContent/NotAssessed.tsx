import HourglassIcon from '@material-ui/icons/HourglassEmpty';
import { useTranslation } from '../../../hooks/useTranslation';
import { StateMessage } from '../../async';
import { RefreshButton } from './header/RefreshButton';

/** A service without any report yet. */
export function NotAssessed(props: { busy: boolean; onRefresh: () => void }) {
  const { t } = useTranslation();
  return (
    <StateMessage
      icon={<HourglassIcon />}
      title={t('entity.notAssessed.title')}
      action={<RefreshButton busy={props.busy} onClick={props.onRefresh} />}
    >
      {t('entity.notAssessed.text')}
    </StateMessage>
  );
}
