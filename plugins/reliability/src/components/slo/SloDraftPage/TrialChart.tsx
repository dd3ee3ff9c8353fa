import { makeStyles, useTheme } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import { useId } from 'react';
import {
  Area,
  AreaChart,
  CartesianGrid,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useTranslation } from '../../../hooks/useTranslation';
import { statusColors } from '../../common';
import { useSloWords } from '../common';
import { budgetTicks } from '../SlosView/budget/burnDownPoints';
import { SplitColor } from '../SlosView/budget/SplitColor';
import {
  alertSpans,
  midnights,
  trialPoints,
  type TrialObjective,
} from './trialPoints';
import { TrialTooltip } from './TrialTooltip';

const useStyles = makeStyles({
  root: {
    height: 240,
    '& .recharts-surface': { overflow: 'visible' },
  },
});

/** The budget over the days that a trial run looked at; where an alert would have been on is shaded. */
export function TrialChart({ objective }: { objective: TrialObjective }) {
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const words = useSloWords();
  const [line, fill] = [useId(), useId()];
  const points = trialPoints(objective);
  const known = points.filter(({ remaining }) => remaining !== null);
  const [from, to] = [points[0].time, points[points.length - 1].time];
  const ticks = budgetTicks(points);
  const { bad, warn } = statusColors(theme);
  const day = (time: number) =>
    DateTime.fromMillis(time).toLocaleString({
      day: 'numeric',
      month: 'short',
    });
  const say = (index: number) =>
    words.budget(known[index] ? known[index].remaining! / 100 : null);
  const axis = {
    stroke: theme.palette.divider,
    tick: { fill: theme.palette.text.secondary, fontSize: 12 },
    tickLine: false,
  };
  return (
    <div
      className={classes.root}
      role="img"
      aria-label={t('sloDraft.trial.chart', {
        from: day(from),
        to: day(to),
        first: say(0),
        last: say(known.length - 1),
      })}
    >
      <ResponsiveContainer>
        <AreaChart
          data={points}
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
            domain={[from, to]}
            ticks={midnights(from, to)}
            tickFormatter={day}
            minTickGap={16}
          />
          <YAxis
            {...axis}
            axisLine={false}
            width={60}
            domain={[ticks[0], 100]}
            ticks={ticks}
            tickFormatter={(value: number) => `${value} %`}
          />
          {alertSpans(objective, to).map(span => (
            <ReferenceArea
              key={`${span.severity} ${span.from} ${span.to}`}
              x1={Math.max(span.from, from)}
              x2={span.to}
              fill={span.severity === 'page' ? bad : warn}
              stroke={span.severity === 'page' ? bad : warn}
              fillOpacity={0.16}
              strokeOpacity={0.4}
            />
          ))}
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: theme.palette.text.secondary }}
            content={<TrialTooltip target={objective.target} />}
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
          <ReferenceLine y={0} stroke={bad} />
        </AreaChart>
      </ResponsiveContainer>
    </div>
  );
}
