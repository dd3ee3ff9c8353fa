import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    gap: theme.spacing(1, 3),
    '& dd': { margin: 0 },
  },
}));

const keys = [
  ['y', 'yes'],
  ['n', 'no'],
  ['a', 'na'],
  ['e', 'evidence'],
  ['↑ ↓', 'move'],
  ['Enter', 'open'],
  ['?', 'help'],
] as const;

/** The keys of the list. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const id = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="xs">
      <DialogTitle id={id}>{t('readiness.keys.title')}</DialogTitle>
      <DialogContent>
        <Typography variant="body2">{t('readiness.keys.text')}</Typography>
        <Typography variant="body2" component="dl" className={classes.list}>
          {keys.map(([key, name]) => [
            <dt key={key}>
              <kbd>{key}</kbd>
            </dt>,
            <dd key={name}>{t(`readiness.keys.${name}`)}</dd>,
          ])}
        </Typography>
      </DialogContent>
      <DialogActions>
        {/* eslint-disable-next-line jsx-a11y/no-autofocus -- the only button of a dialog that was just opened */}
        <Button autoFocus onClick={onClose}>
          {t('readiness.keys.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
