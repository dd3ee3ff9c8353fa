import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ChangeMark,
  IncidentFiguresItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  budgetAt,
  type BudgetDays,
  type ChartIncident,
} from '../../../utils/incidents/timeline';
import { webAddress } from '../../../utils/oncall/addresses';
import { shareText } from '../../../utils/slo/numbers';
import { visuallyHidden } from '../../common';
import { plainTable } from '../../maturity/plainTable';
import { ScrollRegion } from '../../maturity/ScrollRegion';
import { Moment } from '../common';
import { useChartWords } from './useChartWords';

const useStyles = makeStyles(theme => ({
  table: plainTable(theme),
  caption: visuallyHidden,
}));

export interface IncidentChartTableProps {
  incidents: readonly ChartIncident[];
  changes: readonly ChangeMark[];
  severities: IncidentFiguresItem['bySeverity'];
  at: string;
  days?: BudgetDays;
}

/** The chart in words, the newest first. */
export function IncidentChartTable(props: IncidentChartTableProps) {
  const { incidents, changes, severities, at, days } = props;
  const classes = useStyles();
  const links = useLinks();
  const { t } = useTranslation();
  const { severityOf, lengthOf } = useChartWords(severities, at);
  const unknown = t('incidentTab.timeline.unknown');
  const leftAt = (iso: string) => {
    const left = days && budgetAt(days, iso);
    return left === undefined ? unknown : shareText(left);
  };
  const rows = [
    ...incidents.map(incident => ({
      key: incident.id,
      at: incident.from,
      what: (
        <Link to={links.incident(incident.id)}>
          {incident.reference} {incident.title}
        </Link>
      ),
      severity: severityOf(incident.severity),
      length: lengthOf(incident),
    })),
    ...changes.map(({ id, entityRef, at: when, kind, title, url }) => {
      const page = webAddress(url);
      const words = t('incidentTab.timeline.changeKind', { kind, title });
      return {
        key: `change ${entityRef} ${id}`,
        at: when,
        what: page ? <Link to={page}>{words}</Link> : words,
        severity: unknown,
        length: unknown,
      };
    }),
  ].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const label = t('incidentTab.timeline.caption');
  return (
    <ScrollRegion label={label} maxHeight={420}>
      <table className={classes.table}>
        <caption className={classes.caption}>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{t('incidentTab.timeline.when')}</th>
            <th scope="col">{t('incidentTab.timeline.what')}</th>
            <th scope="col">{t('incidentTab.timeline.severity')}</th>
            <th scope="col">{t('incidentTab.timeline.length')}</th>
            {days && (
              <th scope="col">{t('incidentTab.timeline.budgetLeft')}</th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.key}>
              <td>
                <Moment at={row.at} />
              </td>
              <td>{row.what}</td>
              <td>{row.severity}</td>
              <td>{row.length}</td>
              {days && <td>{leftAt(row.at)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
