import { makeStyles } from '@material-ui/core/styles';
import FiringIcon from '@material-ui/icons/NotificationsActive';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { spanText } from '../../../utils/slo/numbers';
import { rangeText } from '../../../utils/slo/times';
import { SmallButton, statusColors } from '../../common';
import { useSloWords } from '../common';
import { SubSection } from '../SlosView/parts/SubSection';
import type { TrialObjective } from './trialPoints';

const SHOWN = 8;

const useStyles = makeStyles(theme => ({
  list: { margin: theme.spacing(1, 0), padding: 0, listStyle: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    gap: theme.spacing(0, 1),
    padding: theme.spacing(0.75, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    '& svg': { fontSize: 18, marginTop: 1 },
  },
  page: { '& svg': { color: statusColors(theme).bad } },
  ticket: { '& svg': { color: statusColors(theme).warn } },
  when: { color: theme.palette.text.secondary },
}));

/** The alerts that would have fired, the newest first. */
export function TrialAlerts({ alerts }: Pick<TrialObjective, 'alerts'>) {
  const classes = useStyles();
  const { t } = useTranslation();
  const words = useSloWords();
  const [all, setAll] = useState(false);
  const newest = [...alerts].reverse();
  const countOf = (severity: 'page' | 'ticket') =>
    alerts.filter(alert => alert.severity === severity).length;
  const whenOf = ({ from, to }: TrialObjective['alerts'][number]) =>
    to === null
      ? t('sloDraft.trial.stillOn', {
          from: DateTime.fromISO(from).toLocaleString(DateTime.DATETIME_MED),
        })
      : t('sloDraft.trial.lasted', {
          range: rangeText(from, to),
          time: spanText(Date.parse(to) - Date.parse(from)),
        });
  return (
    <SubSection title={t('sloDraft.trial.alerts')}>
      {alerts.length === 0
        ? t('sloDraft.trial.alertsNone')
        : t('sloDraft.trial.alertsCount', {
            pages: t('slos.list.pages', { count: countOf('page') }),
            tickets: t('slos.list.tickets', { count: countOf('ticket') }),
          })}
      <ul className={classes.list} aria-label={t('sloDraft.trial.alerts')}>
        {(all ? newest : newest.slice(0, SHOWN)).map(alert => (
          <li
            key={`${alert.severity} ${alert.long} ${alert.from}`}
            className={`${classes.item} ${classes[alert.severity]}`}
          >
            <FiringIcon aria-hidden="true" />
            <div>
              {t('sloDraft.trial.alert', {
                severity: t(`slo.alerts.severity.${alert.severity}`),
                long: words.duration(alert.long),
                short: words.duration(alert.short),
              })}
              <div className={classes.when}>{whenOf(alert)}</div>
            </div>
          </li>
        ))}
      </ul>
      {!all && alerts.length > SHOWN && (
        <SmallButton onClick={() => setAll(true)}>
          {t('sloDraft.trial.more', { number: String(alerts.length) })}
        </SmallButton>
      )}
    </SubSection>
  );
}
