import { makeStyles } from '@material-ui/core/styles';
import FiringIcon from '@material-ui/icons/NotificationsActive';
import type { SloItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { statusColors } from '../../common';

const useStyles = makeStyles(theme => ({
  on: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
    fontWeight: 600,
    '& svg': { fontSize: 16 },
  },
  page: { '& svg': { color: statusColors(theme).bad } },
  ticket: { '& svg': { color: statusColors(theme).warn } },
  none: { color: theme.palette.text.secondary },
}));

/** How many alerts of an SLO are on. */
export function AlertCount({ alerts }: Pick<SloItem, 'alerts'>) {
  const classes = useStyles();
  const { t } = useTranslation();
  if (alerts.page + alerts.ticket === 0) {
    return <span className={classes.none}>{t('slos.list.noAlerts')}</span>;
  }
  return (
    <>
      {alerts.page > 0 && (
        <span className={`${classes.on} ${classes.page}`}>
          <FiringIcon aria-hidden="true" />
          {t('slos.list.pages', { count: alerts.page })}
        </span>
      )}
      {alerts.ticket > 0 && (
        <span className={`${classes.on} ${classes.ticket}`}>
          <FiringIcon aria-hidden="true" />
          {t('slos.list.tickets', { count: alerts.ticket })}
        </span>
      )}
    </>
  );
}
