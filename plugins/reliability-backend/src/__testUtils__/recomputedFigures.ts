import { StampName } from '@plimsoll/backstage-plugin-reliability-common';
import { DAY, HOUR, MINUTE } from './harness';
import { ToldIncident } from './incidentHistory';

/** Days from resolved to publication by severity, as the contract of a tier demands; none: no postmortem. */
export type Demands = Readonly<
  Record<string, Readonly<Record<number, { draft: number; publish: number }>>>
>;

const isOver = ({ status }: ToldIncident) =>
  status === 'resolved' || status === 'closed';

/** Linear interpolation between the two nearest, as spreadsheets do it. */
function percentile(sorted: readonly number[], p: number): unknown {
  if (sorted.length === 0) return null;
  const place = p * (sorted.length - 1);
  const left = sorted[Math.floor(place)];
  const right = sorted[Math.ceil(place)];
  return expect.closeTo(left + (right - left) * (place % 1), 3);
}

function durations(
  of: readonly ToldIncident[],
  from: (of: ToldIncident) => number | undefined,
  to: StampName,
) {
  const values = of.flatMap(told => {
    const [begin, end] = [from(told), told.times[to]];
    return begin === undefined || end === undefined || end < begin
      ? []
      : [end - begin];
  });
  values.sort((a, b) => a - b);
  return {
    n: values.length,
    of: of.length,
    median: percentile(values, 0.5),
    p90: percentile(values, 0.9),
  };
}

/** Counts every minute in which customers felt any of them. */
function impactOf(counted: readonly ToldIncident[], now: number) {
  const minutes = new Set<number>();
  let unknown = 0;
  for (const told of counted) {
    const { impactStart, impactEnd, mitigated, resolved } = told.times;
    if (!(told.impact ?? impactStart !== undefined)) continue;
    const end =
      impactEnd ?? mitigated ?? resolved ?? (isOver(told) ? undefined : now);
    if (impactStart === undefined || end === undefined || end < impactStart) {
      unknown += 1;
      continue;
    }
    for (let at = impactStart; at < end; at += MINUTE) minutes.add(at);
  }
  return { impactMinutes: minutes.size, impactUnknown: unknown };
}

/** Those that figures count. */
export const countedOf = (all: readonly ToldIncident[]): ToldIncident[] =>
  all.filter(
    ({ isTest, status }) =>
      !isTest && status !== 'merged' && status !== 'declined',
  );

const isRepeat = (told: ToldIncident, all: readonly ToldIncident[]) =>
  told.key !== undefined &&
  all.some(other => {
    const { declared = Infinity, resolved = Infinity } = other.times;
    const began = told.times.declared!;
    return (
      other !== told &&
      other.key === told.key &&
      declared <= began &&
      resolved <= began &&
      began - resolved <= 30 * DAY &&
      other.services.some(name => told.services.includes(name))
    );
  });

/** Those of which one like it, at one of its services, was resolved in the thirty days before it began. */
export const repeatsAmong = (
  all: readonly ToldIncident[],
): ReadonlySet<ToldIncident> => {
  const counted = countedOf(all);
  return new Set(counted.filter(told => isRepeat(told, counted)));
};

function hoursOf({ at }: { at: number }) {
  const date = new Date(at);
  const hour = date.getUTCHours();
  if (hour < 8 || hour >= 22) return 'sleep';
  const isWeekend = [0, 6].includes(date.getUTCDay());
  return isWeekend || hour >= 18 ? 'off' : 'working';
}

function pagesOf(counted: readonly ToldIncident[]) {
  const paged = counted.filter(({ page }) => page);
  const among = (
    holds: (page: { at: number; acknowledged: boolean }) => boolean,
  ) => paged.filter(({ page }) => holds(page!)).length;
  const keys = [...new Set(paged.flatMap(({ key }) => key ?? []))];
  const noisy = keys.filter(key => {
    const starts = paged
      .filter(told => told.key === key)
      .map(({ times }) => times.declared!);
    return starts.some(
      first =>
        starts.filter(at => at >= first && at <= first + 24 * HOUR).length >= 3,
    );
  });
  return {
    total: paged.length,
    afterHours: among(page => hoursOf(page) !== 'working'),
    sleepHours: among(page => hoursOf(page) === 'sleep'),
    zoneUnknown: 0,
    withoutHuman: among(({ acknowledged }) => !acknowledged),
    noisyKeys: noisy.length,
  };
}

/** The postmortems that the strictest tier of the services of each demands. */
function postmortemsOf(
  counted: readonly ToldIncident[],
  demands: Demands,
  now: number,
) {
  const wanted = counted.flatMap(told => {
    const asked = told.services.flatMap(
      name => demands[name]?.[told.level ?? 0] ?? [],
    );
    if (asked.length === 0) return [];
    const end = isOver(told) ? told.times.resolved : undefined;
    const due = (days: number[]) =>
      end === undefined ? Infinity : end + Math.min(...days) * DAY;
    return [
      {
        published: told.publishedAt,
        draft: due(asked.map(({ draft }) => draft)),
        publish: due(asked.map(({ publish }) => publish)),
      },
    ];
  });
  const published = wanted.filter(one => one.published !== undefined);
  return {
    required: wanted.length,
    published: published.length,
    inTime: published.filter(one => one.published! <= one.publish).length,
    overdue: wanted.filter(
      one =>
        one.published === undefined && (one.draft < now || one.publish < now),
    ).length,
  };
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

function followUpsOf(counted: readonly ToldIncident[], now: number) {
  const all = counted.flatMap(({ followUp }) => followUp ?? []);
  const done = all.filter(({ doneAt }) => doneAt !== undefined);
  return {
    total: all.length,
    done: done.length,
    inTime: done.filter(({ doneAt, dueAt }) => dayOf(doneAt!) <= dayOf(dueAt))
      .length,
    overdue: all.filter(
      ({ doneAt, dueAt }) => doneAt === undefined && dueAt < now,
    ).length,
  };
}

/** The figures over some incidents, as simply as they can be said. */
export function recomputedFigures(
  some: readonly ToldIncident[],
  {
    repeats,
    demands,
    now,
  }: { repeats: ReadonlySet<ToldIncident>; demands: Demands; now: number },
) {
  const counted = countedOf(some);
  const time = (name: StampName) => (told: ToldIncident) => told.times[name];
  const levels = [1, 2, 3, 4, 5, null].filter(
    level => level !== null || counted.some(told => told.level === null),
  );
  return {
    incidents: counted.length,
    open: counted.filter(told => !isOver(told)).length,
    bySeverity: levels.map(level => ({
      level,
      name: expect.any(String),
      incidents: counted.filter(told => told.level === level).length,
    })),
    detect: durations(counted, time('impactStart'), 'detected'),
    acknowledge: durations(counted, time('declared'), 'acknowledged'),
    neverAcknowledged: counted.filter(
      told => isOver(told) && told.page && !told.times.acknowledged,
    ).length,
    mitigate: durations(
      counted.filter(told => isOver(told) || told.status === 'mitigated'),
      ({ times }) => times.impactStart ?? times.detected,
      'mitigated',
    ),
    restore: durations(counted.filter(isOver), time('declared'), 'resolved'),
    ...impactOf(counted, now),
    repeats: counted.filter(told => repeats.has(told)).length,
    pages: pagesOf(counted),
    postmortems: postmortemsOf(counted, demands, now),
    followUps: followUpsOf(counted, now),
  };
}
