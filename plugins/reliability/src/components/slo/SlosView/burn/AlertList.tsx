import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import NeverIcon from '@material-ui/icons/Block';
import FiringIcon from '@material-ui/icons/NotificationsActive';
import OffIcon from '@material-ui/icons/NotificationsNone';
import MutedIcon from '@material-ui/icons/NotificationsOffOutlined';
import type { AlertPairItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { burnText } from '../../../../utils/slo/numbers';
import { statusColors } from '../../../common';
import { useSloWords } from '../../common';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr)',
    gap: theme.spacing(0, 1),
    padding: theme.spacing(1, 0),
    borderBottom: `1px solid ${theme.palette.divider}`,
    '& svg': { fontSize: 20, color: theme.palette.text.secondary },
  },
  firing: { '& svg': { color: statusColors(theme).bad } },
  muted: { '& svg': { color: statusColors(theme).warn } },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1.5),
    justifyContent: 'space-between',
    fontSize: '0.875rem',
  },
  state: { fontWeight: 600 },
  reason: {
    fontSize: '0.8125rem',
    color: theme.palette.text.secondary,
    overflowWrap: 'anywhere',
  },
}));

const icons = {
  off: OffIcon,
  firing: FiringIcon,
  muted: MutedIcon,
  never: NeverIcon,
};

/** The alerts that follow from the burn rates: on or off, and why. */
export function AlertList({ alerts }: { alerts: readonly AlertPairItem[] }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const words = useSloWords();
  if (alerts.length === 0) {
    return <Typography variant="body2">{t('slo.alerts.none')}</Typography>;
  }
  const toneOf = ({ state }: AlertPairItem) =>
    state === 'firing' || state === 'muted' ? classes[state] : '';
  return (
    <ul className={classes.list}>
      {alerts.map(alert => {
        const Icon = icons[alert.state];
        return (
          <li
            key={`${alert.severity} ${alert.long} ${alert.short}`}
            className={`${classes.item} ${toneOf(alert)}`}
          >
            <Icon aria-hidden="true" />
            <div>
              <div className={classes.head}>
                <span className={classes.state}>
                  {t(`slo.alerts.severity.${alert.severity}`)}
                  {': '}
                  {t(`slo.alerts.state.${alert.state}`)}
                </span>
                <span>
                  {t('slo.alerts.rule', {
                    factor: burnText(alert.factor),
                    long: words.duration(alert.long),
                    short: words.duration(alert.short),
                  })}
                </span>
              </div>
              <div className={classes.reason}>{alert.reason}</div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
