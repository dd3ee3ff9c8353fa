import type {
  ChangeCause,
  HistoryEntry,
  HistoryResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { points } from '../../../../utils/points';

/** A score on a day. */
export interface ChartPoint {
  time: number;
  score: number;
  coverage: number;
  level: string;
}

/** A stretch of days on the same level. */
export interface LevelBand {
  from: number;
  to: number;
  name: string;
  index: number;
}

/** A change of level or score, and why. */
export interface ChangeMark {
  time: number;
  score: number;
  cause: ChangeCause;
}

const atStartOf = (day: string) => Date.parse(`${day}T00:00:00Z`);

export function chartPoints(daily: HistoryResponse['daily']): ChartPoint[] {
  return daily.map(({ day, score, coverage, level }) => ({
    time: atStartOf(day),
    score: points(score),
    coverage: points(coverage),
    level: level.name,
  }));
}

export function levelBands(daily: HistoryResponse['daily']): LevelBand[] {
  const bands: LevelBand[] = [];
  for (const { day, level } of daily) {
    const time = atStartOf(day);
    const last = bands[bands.length - 1];
    if (last) last.to = time;
    if (!last || last.index !== level.index || last.name !== level.name) {
      bands.push({
        from: time,
        to: time,
        name: level.name,
        index: level.index,
      });
    }
  }
  return bands;
}

const hasMoved = ({ level, score }: HistoryEntry) =>
  score.from !== score.to || level.from?.id !== level.to.id;

/** The changes of level or score that lie within the days of the chart. The first assessment is no change. */
export function changeMarks(
  items: readonly HistoryEntry[],
  data: readonly ChartPoint[],
): ChangeMark[] {
  const from = data[0]?.time ?? Infinity;
  const to = data[data.length - 1]?.time ?? -Infinity;
  return items.filter(hasMoved).flatMap(({ at, cause, score }) => {
    // Days are the chart's grain: a mark stands on the step of its day.
    const time = atStartOf(new Date(at).toISOString().slice(0, 10));
    return cause && time >= from && time <= to
      ? [{ time, score: points(score.to), cause }]
      : [];
  });
}
