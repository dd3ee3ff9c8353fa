import { makeStyles } from '@material-ui/core/styles';
import NobodyIcon from '@material-ui/icons/PersonAddDisabledOutlined';
import { useTranslation } from '../../../hooks/useTranslation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    minHeight: 24,
    fontWeight: 600,
    '& svg': { fontSize: 20, color: theme.palette.text.secondary },
  },
}));

/** Nobody is on call, although somebody could be. */
export function Nobody() {
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <span className={classes.root}>
      <NobodyIcon aria-hidden="true" />
      {t('oncall.nobody')}
    </span>
  );
}
