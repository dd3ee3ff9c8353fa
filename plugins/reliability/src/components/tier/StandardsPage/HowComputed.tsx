import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../../hooks/useTranslation';

const useStyles = makeStyles(theme => ({
  root: {
    margin: theme.spacing(1, 0, 0),
    paddingLeft: theme.spacing(2.5),
    maxWidth: '80ch',
    fontSize: '0.875rem',
    lineHeight: 1.5,
    '& li': { marginBottom: theme.spacing(0.75) },
  },
}));

/** Check, score, coverage and level in one sentence each. */
export function HowComputed() {
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <ul className={classes.root}>
      <li>{t('standards.computed.check')}</li>
      <li>{t('standards.computed.score')}</li>
      <li>{t('standards.computed.coverage')}</li>
      <li>{t('standards.computed.level')}</li>
    </ul>
  );
}
