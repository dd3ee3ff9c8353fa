import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { SloWindowItem } from '@plimsoll/backstage-plugin-reliability-common';
import { DateTime } from 'luxon';
import { useId } from 'react';
import {
  Area,
  AreaChart,
  CartesianGrid,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useTranslation } from '../../../../hooks/useTranslation';
import { statusColors } from '../../../common';
import { useSloWords } from '../../common';
import { SplitColor } from './SplitColor';
import { budgetTicks, dayTicks, type BurnDownPoint } from './burnDownPoints';
import { BurnDownTooltip } from './BurnDownTooltip';

const useStyles = makeStyles(theme => ({
  root: { margin: 0 },
  caption: {
    fontSize: '0.8125rem',
    color: theme.palette.text.secondary,
    marginBottom: theme.spacing(1),
  },
  chart: {
    height: 220,
    '& .recharts-surface': { overflow: 'visible' },
  },
}));

export interface BurnDownChartProps {
  points: readonly BurnDownPoint[];
  timeZone: string;
  window: SloWindowItem;
}

/** What was left of the budget at the end of each day. Below zero more was spent than there was. */
export function BurnDownChart(props: BurnDownChartProps) {
  const { points, timeZone, window } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const words = useSloWords();
  const shortDay = (time: number) =>
    DateTime.fromMillis(time, { zone: timeZone }).toLocaleString({
      day: 'numeric',
      month: 'short',
    });
  const axis = {
    stroke: theme.palette.divider,
    tick: { fill: theme.palette.text.secondary, fontSize: 12 },
    tickLine: false,
  };
  const ticks = budgetTicks(points);
  const [line, fill] = [useId(), useId()];
  const known = points.filter(({ remaining }) => remaining !== null);
  const say = (point: BurnDownPoint | undefined) =>
    words.budget(point ? point.remaining! / 100 : null);
  const corrected = points.filter(({ row }) => row?.corrected);
  return (
    <figure className={classes.root}>
      <figcaption className={classes.caption}>
        {window.kind === 'rolling'
          ? t('slo.history.rolling', {
              duration: words.duration(window.duration),
            })
          : t('slo.history.calendar')}
      </figcaption>
      <div
        className={classes.chart}
        role="img"
        aria-label={t('slo.history.chart', {
          from: shortDay(points[0].time),
          to: shortDay(points[points.length - 1].time),
          first: say(known[0]),
          last: say(known[known.length - 1]),
        })}
      >
        <ResponsiveContainer>
          <AreaChart
            data={[...points]}
            margin={{ top: 8, right: 16, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <defs>
              <SplitColor id={line} points={known} />
              <SplitColor id={fill} points={known} fromZero />
            </defs>
            <CartesianGrid stroke={theme.palette.divider} vertical={false} />
            <XAxis
              {...axis}
              dataKey="time"
              type="number"
              scale="time"
              domain={['dataMin', 'dataMax']}
              tickFormatter={shortDay}
              ticks={dayTicks(points)}
              minTickGap={16}
            />
            <YAxis
              {...axis}
              axisLine={false}
              width={52}
              domain={[ticks[0], 100]}
              ticks={ticks}
              tickFormatter={(value: number) => `${value} %`}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: theme.palette.text.secondary }}
              content={<BurnDownTooltip timeZone={timeZone} />}
            />
            <Area
              dataKey="remaining"
              stroke={`url(#${line})`}
              strokeWidth={2}
              fill={`url(#${fill})`}
              fillOpacity={0.14}
              baseValue={0}
              dot={known.length < 2}
              isAnimationActive={false}
            />
            <ReferenceLine y={0} stroke={statusColors(theme).bad} />
            {corrected.map(
              ({ time, remaining }) =>
                remaining !== null && (
                  <ReferenceDot
                    key={time}
                    x={time}
                    y={remaining}
                    r={4}
                    fill={theme.palette.background.paper}
                    stroke={theme.palette.text.primary}
                  />
                ),
            )}
          </AreaChart>
        </ResponsiveContainer>
      </div>
      {corrected.length > 0 && (
        <div className={classes.caption}>{t('slo.history.marks')}</div>
      )}
    </figure>
  );
}
