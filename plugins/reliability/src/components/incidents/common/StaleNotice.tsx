import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import StaleIcon from '@material-ui/icons/SyncProblem';
import { useTranslation } from '../../../hooks/useTranslation';
import { statusColors } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    '& svg': { fontSize: 18, color: statusColors(theme).warn },
  },
}));

/** Says that what goes on could not be read again just now; nothing while it could. */
export function StaleNotice({ stale }: { stale: boolean }) {
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <div role="status">
      {stale && (
        <Typography variant="body2" className={classes.root}>
          <StaleIcon aria-hidden="true" />
          {t('incident.stale')}
        </Typography>
      )}
    </div>
  );
}
