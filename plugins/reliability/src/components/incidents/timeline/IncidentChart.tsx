import { makeStyles } from '@material-ui/core/styles';
import type { IncidentFiguresItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import type {
  BudgetDays,
  ChartLane,
  ChartWindow,
} from '../../../utils/incidents/timeline';
import { timeText } from '../../../utils/incidents/times';
import { ScrollRegion } from '../../maturity/ScrollRegion';
import { useBlockKeys } from '../../oncall/OncallView/timeline/useBlockKeys';
import { SeverityBlock } from '../common';
import { BlockLink, TRACK_HEIGHT } from './BlockLink';
import { BudgetCurve } from './BudgetCurve';
import { BudgetScale } from './BudgetScale';
import { ChartAxis } from './ChartAxis';
import { useChartWords } from './useChartWords';

const useStyles = makeStyles(theme => ({
  chart: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '92px minmax(0, 1fr)',
    minWidth: 640,
    // The last mark is as wide as it is, and must not widen the chart.
    paddingRight: 8,
    rowGap: theme.spacing(0.5),
  },
  // Stays in view where the chart is scrolled.
  name: {
    position: 'sticky',
    left: 0,
    zIndex: 2,
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    minHeight: TRACK_HEIGHT,
    paddingRight: theme.spacing(1),
    fontSize: '0.75rem',
    fontWeight: 600,
    overflowWrap: 'anywhere',
    backgroundColor: theme.palette.background.paper,
  },
  blocks: { position: 'relative', margin: 0, padding: 0, listStyle: 'none' },
  detail: {
    minHeight: 40,
    margin: theme.spacing(1, 0, 0),
    fontSize: '0.8125rem',
    overflowWrap: 'anywhere',
  },
}));

export interface IncidentChartProps {
  lanes: readonly ChartLane[];
  window: ChartWindow;
  severities: IncidentFiguresItem['bySeverity'];
  budget?: { title: string; days: BudgetDays };
}

/** Incidents as bars by severity, below the budget that they may have taken, above the changes around them. */
export function IncidentChart(props: IncidentChartProps) {
  const { lanes, window, severities, budget } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { laneName, sentence } = useChartWords(severities, window.to);
  const keys = useBlockKeys(lanes);
  const { current, looked } = keys;
  const label = t('incidentTab.timeline.label', {
    from: timeText(window.from),
    to: timeText(window.to),
  });
  const incidents = lanes
    .filter(({ kind }) => kind === 'incidents')
    .flatMap(({ blocks }) => blocks);
  return (
    <>
      <ScrollRegion label={label}>
        {/* The bars take the focus; what they do with arrow keys is decided here for all of them. */}
        {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <div
          ref={keys.root}
          className={classes.chart}
          onKeyDown={keys.onKeyDown}
        >
          <span />
          <ChartAxis window={window} />
          {budget && (
            <>
              <BudgetScale days={budget.days} />
              <BudgetCurve
                title={budget.title}
                days={budget.days}
                window={window}
                incidents={incidents}
              />
            </>
          )}
          {lanes.map((lane, row) => [
            <span
              key={`${lane.key} name`}
              className={classes.name}
              aria-hidden="true"
            >
              {lane.kind === 'incidents' && (
                <SeverityBlock level={lane.level} />
              )}
              {laneName(lane)}
            </span>,
            <ul
              key={lane.key}
              className={classes.blocks}
              style={{ height: lane.tracks * TRACK_HEIGHT }}
              aria-label={laneName(lane)}
            >
              {lane.blocks.map((block, index) => (
                <li key={block.key}>
                  <BlockLink
                    block={block}
                    place={`${row}-${index}`}
                    label={sentence(block)}
                    reachable={current.lane === row && current.block === index}
                    onLook={() => keys.setLooked({ lane: row, block: index })}
                  />
                </li>
              ))}
            </ul>,
          ])}
        </div>
      </ScrollRegion>
      {/* Bars say the same by themselves. */}
      <p className={classes.detail} aria-hidden="true">
        {looked
          ? sentence(lanes[looked.lane].blocks[looked.block])
          : t('incidentTab.timeline.hint')}
      </p>
    </>
  );
}
