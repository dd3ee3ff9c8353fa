import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../../../hooks/useTranslation';
import { momentText } from '../../../../utils/oncall/times';
import type {
  TimelineLane,
  TimelineWindow,
} from '../../../../utils/oncall/timeline';
import { ScrollRegion } from '../../../maturity/ScrollRegion';
import { TimelineAxis } from './TimelineAxis';
import { TimelineBlockButton, TRACK_HEIGHT } from './TimelineBlockButton';
import { useBlockKeys } from './useBlockKeys';
import { useBlockWords } from './useBlockWords';

const useStyles = makeStyles(theme => ({
  chart: { position: 'relative', minWidth: 900, padding: '38px 0 4px' },
  lane: { position: 'relative', marginBottom: theme.spacing(1) },
  // Stays in view where the chart is scrolled.
  name: {
    position: 'sticky',
    left: 0,
    display: 'inline-block',
    padding: theme.spacing(0, 0.5),
    fontSize: '0.75rem',
    lineHeight: '20px',
    fontWeight: 600,
    backgroundColor: theme.palette.background.paper,
  },
  blocks: {
    position: 'relative',
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  nothing: {
    margin: 0,
    padding: theme.spacing(0, 0.5),
    fontSize: '0.8125rem',
    color: theme.palette.text.secondary,
  },
  detail: {
    minHeight: 40,
    margin: theme.spacing(0.5, 0, 0),
    fontSize: '0.8125rem',
    overflowWrap: 'anywhere',
  },
}));

export interface TimelineChartProps {
  lanes: readonly TimelineLane[];
  window: TimelineWindow;
  /** The present. */
  at: string;
  label?: string;
}

/** People as blocks over days, nobody as hatched ones. */
export function TimelineChart(props: TimelineChartProps) {
  const { lanes, window, at } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { laneName, sentence } = useBlockWords();
  const keys = useBlockKeys(lanes);
  const { current, looked } = keys;
  const label =
    props.label ??
    t('oncall.timeline.label', {
      from: momentText(window.from),
      to: momentText(window.to),
    });
  return (
    <>
      <ScrollRegion label={label}>
        {/* The blocks take the focus; what they do with arrow keys is decided here for all of them. */}
        {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <div
          ref={keys.root}
          className={classes.chart}
          onKeyDown={keys.onKeyDown}
        >
          <TimelineAxis window={window} at={at} />
          {lanes.map((lane, row) => (
            <div key={lane.key} className={classes.lane}>
              <span className={classes.name} aria-hidden="true">
                {laneName(lane)}
              </span>
              {lane.blocks.length === 0 && (
                <p className={classes.nothing}>
                  {t('oncall.timeline.laneEmpty')}
                </p>
              )}
              {lane.blocks.length > 0 && (
                <ul
                  className={classes.blocks}
                  style={{ height: lane.tracks * TRACK_HEIGHT }}
                  aria-label={laneName(lane)}
                >
                  {lane.blocks.map((block, index) => (
                    <li key={block.key}>
                      <TimelineBlockButton
                        block={block}
                        place={`${row}-${index}`}
                        label={sentence(block, lane)}
                        reachable={
                          current.lane === row && current.block === index
                        }
                        onLook={() =>
                          keys.setLooked({ lane: row, block: index })
                        }
                      />
                    </li>
                  ))}
                </ul>
              )}
            </div>
          ))}
        </div>
      </ScrollRegion>
      {/* Blocks say the same by themselves. */}
      <p className={classes.detail} aria-hidden="true">
        {looked
          ? sentence(
              lanes[looked.lane].blocks[looked.block],
              lanes[looked.lane],
            )
          : t('oncall.timeline.hint')}
      </p>
    </>
  );
}
