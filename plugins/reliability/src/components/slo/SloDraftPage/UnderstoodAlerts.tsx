import { makeStyles } from '@material-ui/core/styles';
import type { UnderstoodSlo } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { burnText, shareText, targetText } from '../../../utils/slo/numbers';
import { plainTable } from '../../maturity/plainTable';
import { ScrollRegion } from '../../maturity/ScrollRegion';
import { useSloWords } from '../common';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(1) },
  table: {
    ...plainTable(theme),
    minWidth: 520,
    fontVariantNumeric: 'tabular-nums',
  },
}));

const PPM = 1_000_000;

/** The alerts that follow from an objective, with their factors. */
export function UnderstoodAlerts(props: {
  alerts: UnderstoodSlo['objectives'][number]['alerts'];
  /** Of the objective. */
  name: string;
}) {
  const { alerts, name } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const words = useSloWords();
  const caption = t('sloDraft.understood.alertsCaption', { name });
  return (
    <div className={classes.root}>
      <ScrollRegion label={caption}>
        <table className={classes.table} aria-label={caption}>
          <thead>
            <tr>
              <th scope="col">{t('sloDraft.understood.severity')}</th>
              <th scope="col">{t('sloDraft.understood.windows')}</th>
              <th scope="col">{t('sloDraft.understood.factor')}</th>
              <th scope="col">{t('sloDraft.understood.threshold')}</th>
              <th scope="col">{t('sloDraft.understood.spent')}</th>
            </tr>
          </thead>
          <tbody>
            {alerts.map(alert => (
              <tr key={`${alert.severity} ${alert.long}`}>
                <th scope="row">
                  {t(`slo.alerts.severity.${alert.severity}`)}
                </th>
                <td>
                  {t('sloDraft.understood.windowsText', {
                    long: words.duration(alert.long),
                    short: words.duration(alert.short),
                  })}
                </td>
                <td>{burnText(alert.factor)}</td>
                <td>
                  {alert.threshold < 1
                    ? targetText(alert.threshold * PPM)
                    : t('sloDraft.understood.never')}
                </td>
                <td>{shareText(alert.budgetPercent / 100)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}
