import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import UpdateIcon from '@material-ui/icons/Update';
import { useTranslation } from '../../../../hooks/useTranslation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(2),
    padding: theme.spacing(1, 1.5),
    borderRadius: theme.shape.borderRadius,
    backgroundColor: theme.palette.action.hover,
    '& svg': { flex: 'none', color: theme.palette.text.secondary },
  },
}));

/** What is shown was assessed by rules that are not in force any more. */
export function OutdatedNotice() {
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <div className={classes.root} role="status">
      <UpdateIcon aria-hidden="true" />
      <Typography variant="body2">{t('entity.header.outdated')}</Typography>
    </div>
  );
}
