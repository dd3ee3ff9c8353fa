import Button from '@material-ui/core/Button';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import { useTranslation } from '../../hooks/useTranslation';
import { errorKind, errorText } from './errorKind';
import { StateMessage } from './StateMessage';

/** Something went wrong that may go right the next time. */
export function Failed(props: {
  error: Error;
  retry: () => void;
  dense?: boolean;
}) {
  const { error, retry, dense } = props;
  const { t } = useTranslation();
  return (
    <StateMessage
      role="alert"
      dense={dense}
      icon={<ErrorIcon />}
      title={t('common.failed.title')}
      action={
        <Button size="small" variant="outlined" onClick={retry}>
          {t('common.retry')}
        </Button>
      }
    >
      {errorKind(error) === 'network'
        ? t('common.failed.network')
        : t('common.failed.server', { message: errorText(error) })}
    </StateMessage>
  );
}
