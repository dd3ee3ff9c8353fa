import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import type { ServiceIncidentsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { chartLanes } from '../../../utils/incidents/timeline';
import { readersZone } from '../../../utils/oncall/times';
import { SmallButton } from '../../common';
import { Section } from '../../maturity/Section';
import { BudgetChoice, budgetKey } from './BudgetChoice';
import { IncidentChart } from './IncidentChart';
import { IncidentChartTable } from './IncidentChartTable';

const useStyles = makeStyles(theme => ({
  views: { display: 'flex', gap: theme.spacing(1) },
  body: { display: 'grid', gap: theme.spacing(1.5) },
}));

/** The most that the API gives. */
const MOST = 500;

/** Incidents, the budget of one SLO and changes on one line of time. */
export function IncidentTimeline({
  value,
}: {
  value: ServiceIncidentsResponse;
}) {
  const { timeline, changes, budgets, figures, from, at } = value;
  const classes = useStyles();
  const { t } = useTranslation();
  // A chart of ninety days is not read on a phone; it can still be chosen.
  const narrow = useMediaQuery(useTheme().breakpoints.down('xs'));
  const [chosen, setChosen] = useState<'chart' | 'table'>();
  const [slo, setSlo] = useState<string>();
  const view = chosen ?? (narrow ? 'table' : 'chart');
  const budget = budgets.find(each => budgetKey(each) === slo) ?? budgets[0];
  const window = { from, to: at };
  const empty = timeline.length + changes.length + budgets.length === 0;
  const views = (
    <div
      className={classes.views}
      role="group"
      aria-label={t('incidentTab.timeline.views')}
    >
      {(['chart', 'table'] as const).map(each => (
        <SmallButton
          key={each}
          aria-pressed={each === view}
          onClick={() => setChosen(each)}
        >
          {t(
            each === 'chart'
              ? 'incidentTab.timeline.asChart'
              : 'incidentTab.timeline.asTable',
          )}
        </SmallButton>
      ))}
    </div>
  );
  return (
    <Section title={t('incidentTab.timeline.title')} actions={!empty && views}>
      <div className={classes.body}>
        <BudgetChoice budgets={budgets} chosen={budget} onChoose={setSlo} />
        {empty && (
          <Typography variant="body2">
            {t('incidentTab.timeline.empty')}
          </Typography>
        )}
        {!empty && view === 'chart' && (
          <div>
            <IncidentChart
              lanes={chartLanes(timeline, changes, window)}
              window={window}
              severities={figures.bySeverity}
              budget={budget}
            />
          </div>
        )}
        {!empty && view === 'table' && (
          <IncidentChartTable
            incidents={timeline}
            changes={changes}
            severities={figures.bySeverity}
            at={at}
            days={budget?.days}
          />
        )}
        <Typography variant="caption" color="textSecondary" component="p">
          {t('incidentTab.timeline.zone', { zone: readersZone() })}{' '}
          {timeline.length >= MOST && t('incidentTab.timeline.cut')}
        </Typography>
      </div>
    </Section>
  );
}
