import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import { useId, type FormEvent, type ReactNode } from 'react';
import type { ActionState } from '../../../../hooks/useAction';
import { useTranslation } from '../../../../hooks/useTranslation';
import { errorKind, errorText } from '../../../async';
import { statusColors } from '../../../common';

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

export interface TierDialogFrameProps {
  title: string;
  submit: string;
  state: ActionState<unknown>;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** What both dialogs about the tier share: the form, its buttons and the refusal. */
export function TierDialogFrame(props: TierDialogFrameProps) {
  const { title, submit, state, onSubmit, onClose, children } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const id = useId();
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="xs">
      <form onSubmit={handleSubmit} noValidate>
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent className={classes.content}>
          {children}
          <div role="alert">
            {state.kind === 'failed' && (
              <Typography variant="body2" className={classes.refusal}>
                <ErrorIcon aria-hidden="true" />
                <span>
                  {errorKind(state.error) === 'forbidden'
                    ? t('entity.tier.forbidden')
                    : t('entity.tier.failed', {
                        message: errorText(state.error),
                      })}
                </span>
              </Typography>
            )}
          </div>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('entity.tier.cancel')}</Button>
          <Button
            type="submit"
            color="primary"
            variant="contained"
            disabled={state.kind === 'running'}
          >
            {submit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
