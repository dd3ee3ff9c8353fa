import Button from '@material-ui/core/Button';
import CircularProgress from '@material-ui/core/CircularProgress';
import RefreshIcon from '@material-ui/icons/Refresh';
import { useTranslation } from '../../../../hooks/useTranslation';

/** Asks for the service to be read and assessed again. It keeps the focus while it is busy. */
export function RefreshButton(props: {
  busy: boolean;
  onClick: () => void;
  label?: string;
}) {
  const { busy, onClick, label } = props;
  const { t } = useTranslation();
  return (
    <Button
      size="small"
      variant="outlined"
      aria-disabled={busy}
      onClick={onClick}
      startIcon={
        busy ? (
          <CircularProgress size={16} color="inherit" aria-hidden="true" />
        ) : (
          <RefreshIcon />
        )
      }
    >
      {busy ? t('entity.refresh.busy') : label ?? t('entity.refresh.button')}
    </Button>
  );
}
