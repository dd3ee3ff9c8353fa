import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import HiddenIcon from '@material-ui/icons/VisibilityOffOutlined';
import { useTranslation } from '../../../hooks/useTranslation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    '& svg': { fontSize: 18, marginTop: 1 },
  },
}));

/** Why nobody has a name here. */
export function HiddenNames() {
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <Typography variant="body2" component="p" className={classes.root}>
      <HiddenIcon aria-hidden="true" />
      <span>{t('oncall.notice.hidden')}</span>
    </Typography>
  );
}
