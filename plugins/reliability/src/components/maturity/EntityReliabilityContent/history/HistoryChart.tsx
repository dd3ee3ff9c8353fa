import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import type {
  HistoryEntry,
  HistoryResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { DateTime } from 'luxon';
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceArea,
  ReferenceDot,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useTranslation } from '../../../../hooks/useTranslation';
import { levelColor } from '../../../common';
import { CauseShape } from './CauseShape';
import { changeMarks, chartPoints, levelBands } from './chartData';
import { ChartLegend } from './ChartLegend';
import { ChartTooltip } from './ChartTooltip';

const useStyles = makeStyles(theme => ({
  chart: {
    height: 220,
    marginLeft: theme.spacing(-1),
    '& .recharts-surface': { overflow: 'visible' },
  },
}));

/** A band narrower than this share of the chart has no room for its name. */
const NAMED_FROM = 0.09;

const shortDay = (time: number) =>
  DateTime.fromMillis(time, { zone: 'utc' }).toLocaleString({
    day: 'numeric',
    month: 'short',
  });

export interface HistoryChartProps {
  daily: HistoryResponse['daily'];
  items: readonly HistoryEntry[];
  levelCount: number;
}

/** The score day by day, over the levels attained, with a mark at each change. */
export function HistoryChart({ daily, items, levelCount }: HistoryChartProps) {
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const data = chartPoints(daily);
  if (data.length < 2) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('history.chartTooShort')}
      </Typography>
    );
  }
  const marks = changeMarks(items, data);
  const [first, last] = [data[0], data[data.length - 1]];
  const whole = last.time - first.time;
  const axis = {
    stroke: theme.palette.divider,
    tick: { fill: theme.palette.text.secondary, fontSize: 12 },
    tickLine: false,
  };
  const label = t('history.chartLabel', {
    from: shortDay(first.time),
    to: shortDay(last.time),
    first: String(first.score),
    last: String(last.score),
    number: String(marks.length),
  });
  return (
    <>
      <div className={classes.chart} role="img" aria-label={label}>
        <ResponsiveContainer>
          <LineChart
            data={data}
            margin={{ top: 8, right: 16, bottom: 0, left: -16 }}
            accessibilityLayer={false}
          >
            {levelBands(daily).map(band => (
              <ReferenceArea
                key={band.from}
                x1={band.from}
                x2={band.to}
                fill={levelColor(theme, band.index, levelCount)}
                fillOpacity={0.14}
                label={
                  (band.to - band.from) / whole > NAMED_FROM
                    ? {
                        value: band.name,
                        position: 'insideBottomLeft',
                        fill: theme.palette.text.secondary,
                        fontSize: 12,
                      }
                    : undefined
                }
              />
            ))}
            <CartesianGrid stroke={theme.palette.divider} vertical={false} />
            <XAxis
              {...axis}
              dataKey="time"
              type="number"
              scale="time"
              domain={['dataMin', 'dataMax']}
              tickFormatter={shortDay}
              minTickGap={32}
            />
            <YAxis
              {...axis}
              axisLine={false}
              domain={[0, 100]}
              ticks={[0, 25, 50, 75, 100]}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: theme.palette.text.secondary }}
              content={<ChartTooltip />}
            />
            <Line
              dataKey="score"
              type="stepAfter"
              stroke={theme.palette.primary.main}
              strokeWidth={2}
              dot={false}
              isAnimationActive={false}
            />
            {marks.map(mark => (
              <ReferenceDot
                key={`${mark.time} ${mark.score} ${mark.cause}`}
                x={mark.time}
                y={mark.score}
                shape={({ cx, cy }) => (
                  <CauseShape cause={mark.cause} cx={cx} cy={cy} />
                )}
              />
            ))}
          </LineChart>
        </ResponsiveContainer>
      </div>
      <ChartLegend />
    </>
  );
}
