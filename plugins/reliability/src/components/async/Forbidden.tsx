import LockIcon from '@material-ui/icons/LockOutlined';
import { useTranslation } from '../../hooks/useTranslation';
import { StateMessage } from './StateMessage';

/** The reader lacks a permission. */
export function Forbidden(props: { dense?: boolean }) {
  const { t } = useTranslation();
  return (
    <StateMessage
      dense={props.dense}
      icon={<LockIcon />}
      title={t('common.forbidden.title')}
    >
      {t('common.forbidden.text')}
    </StateMessage>
  );
}
