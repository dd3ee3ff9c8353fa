import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import { useId, type FormEvent, type ReactNode } from 'react';
import { statusColors } from './palette';

const useStyles = makeStyles(theme => ({
  // The theme's red is below 4.5:1 as text: the icon has the colour, the words do not need it.
  content: {
    '& p.Mui-error, & label.Mui-error': { color: theme.palette.text.primary },
  },
  refusal: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    '& svg': { color: statusColors(theme).bad },
  },
}));

export interface FormDialogProps {
  title: string;
  submit: string;
  cancel: string;
  busy: boolean;
  /** Whether there is nothing that could be sent. */
  blocked?: boolean;
  /** Why it was not stored, in words. */
  refusal?: string;
  onSubmit: () => void;
  onClose: () => void;
  maxWidth?: 'xs' | 'sm' | 'md';
  children: ReactNode;
}

/** A dialog with a form, its buttons and the refusal. */
export function FormDialog(props: FormDialogProps) {
  const { title, submit, cancel, busy, blocked, refusal } = props;
  const { onSubmit, onClose, maxWidth = 'xs', children } = props;
  const classes = useStyles();
  const id = useId();
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    // A form inside a portal would submit the one around it too.
    event.stopPropagation();
    onSubmit();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={id}
      fullWidth
      maxWidth={maxWidth}
    >
      <form onSubmit={handleSubmit} noValidate>
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent className={classes.content}>
          {children}
          <div role="alert">
            {refusal && (
              <Typography variant="body2" className={classes.refusal}>
                <ErrorIcon aria-hidden="true" />
                <span>{refusal}</span>
              </Typography>
            )}
          </div>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{cancel}</Button>
          <Button
            type="submit"
            color="primary"
            variant="contained"
            disabled={busy || blocked}
          >
            {submit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
