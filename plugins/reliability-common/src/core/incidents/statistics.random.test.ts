import { DAY, MINUTE, NOW, seeded } from '../../testUtils';
import { incidentStatuses, Severity, StampName, stampNames } from './incident';
import { StatIncident } from './figures';
import { statistics } from './statistics';

/** Ten days, in which incidents overlap. */
const FROM = NOW - 10 * DAY;
const KEYS = [null, 'disk', 'memory'];

function anyIncident(random: () => number): StatIncident {
  const pick = <T>(values: readonly T[]) =>
    values[Math.floor(random() * values.length)];
  const startedAt = FROM - DAY + Math.floor(random() * 12 * 1440) * MINUTE;
  const times = stampNames.flatMap(name => {
    const at = startedAt + Math.floor(random() * 300 - 30) * MINUTE;
    return random() < 0.7 ? [[name, { at }] as const] : [];
  });
  const total = Math.floor(random() * 3);
  const done = Math.floor(random() * 3);
  return {
    status: pick([...incidentStatuses, 'resolved', 'resolved', 'closed']),
    isTest: random() < 0.1,
    severity: pick<Severity | null>([1, 2, 3, 4, 5, null]),
    customerImpact: pick([true, false, null]),
    startedAt,
    stamps: Object.fromEntries(times),
    key: pick(KEYS),
    isRepeat: random() < 0.2,
    pages: {
      total,
      afterHours: Math.floor(random() * (total + 1)),
      sleepHours: 0,
      zoneUnknown: 0,
      unacknowledged: 0,
      withoutHuman: Math.floor(random() * (total + 1)),
    },
    postmortem: {
      state: pick(['published', 'overdue', 'missing', 'draft']),
      required: random() < 0.5,
      publishDueAt: pick([null, startedAt + DAY]),
      publishedAt: pick([null, startedAt + DAY, startedAt + 2 * DAY]),
    },
    followUps: { total: done + 1, done, inTime: done, overdue: 0 },
  };
}

/** Everything again, as simply as it can be said. */
function recomputed(all: readonly StatIncident[]) {
  const counted = all.filter(
    ({ isTest, status, startedAt }) =>
      !isTest &&
      status !== 'merged' &&
      status !== 'declined' &&
      startedAt >= FROM &&
      startedAt < NOW,
  );
  const over = ({ status }: StatIncident) =>
    status === 'resolved' || status === 'closed';
  const time = ({ stamps }: StatIncident, name: StampName) => stamps[name]?.at;

  const duration = (
    of: StatIncident[],
    from: (incident: StatIncident) => number | undefined,
    to: (incident: StatIncident) => number | undefined,
  ) => {
    const values: number[] = [];
    for (const incident of of) {
      const begin = from(incident);
      const end = to(incident);
      if (begin !== undefined && end !== undefined && end >= begin) {
        values.push(end - begin);
      }
    }
    values.sort((a, b) => a - b);
    const nth = (p: number) => {
      if (values.length === 0) return null;
      const place = p * (values.length - 1);
      const left = values[Math.floor(place)];
      const right = values[Math.ceil(place)];
      return expect.closeTo(left + (right - left) * (place % 1), 3);
    };
    return { n: values.length, of: of.length, median: nth(0.5), p90: nth(0.9) };
  };

  const minutes = new Set<number>();
  let impactUnknown = 0;
  for (const incident of counted) {
    const begin = time(incident, 'impactStart');
    const felt =
      incident.customerImpact === true ||
      (incident.customerImpact === null && begin !== undefined);
    if (!felt) continue;
    const end =
      time(incident, 'impactEnd') ??
      time(incident, 'mitigated') ??
      time(incident, 'resolved') ??
      (over(incident) ? undefined : NOW);
    if (begin === undefined || end === undefined || end < begin) {
      impactUnknown += 1;
      continue;
    }
    for (let at = begin; at < end; at += MINUTE) minutes.add(at);
  }

  const noisy = KEYS.filter(key => {
    if (key === null) return false;
    const paged = counted.filter(
      incident => incident.key === key && incident.pages.total > 0,
    );
    return paged.some(
      first =>
        paged.filter(
          ({ startedAt }) =>
            startedAt >= first.startedAt && startedAt <= first.startedAt + DAY,
        ).length >= 3,
    );
  });

  const sum = (value: (incident: StatIncident) => number) =>
    counted.reduce((total, incident) => total + value(incident), 0);
  const wanted = counted.filter(({ postmortem }) => postmortem.required);
  const published = wanted.filter(
    ({ postmortem }) => postmortem.state === 'published',
  );
  const levels: (Severity | null)[] = [1, 2, 3, 4, 5];
  if (counted.some(({ severity }) => severity === null)) levels.push(null);
  return {
    incidents: counted.length,
    open: counted.filter(incident => !over(incident)).length,
    bySeverity: levels.map(level => ({
      level,
      name: expect.any(String),
      incidents: counted.filter(({ severity }) => severity === level).length,
    })),
    detect: duration(
      counted,
      i => time(i, 'impactStart'),
      i => time(i, 'detected'),
    ),
    acknowledge: duration(
      counted,
      i => time(i, 'declared'),
      i => time(i, 'acknowledged'),
    ),
    neverAcknowledged: counted.filter(
      incident =>
        over(incident) &&
        incident.pages.total > 0 &&
        time(incident, 'acknowledged') === undefined,
    ).length,
    mitigate: duration(
      counted.filter(i => over(i) || i.status === 'mitigated'),
      i => time(i, 'impactStart') ?? time(i, 'detected'),
      i => time(i, 'mitigated'),
    ),
    restore: duration(
      counted.filter(over),
      i => time(i, 'declared'),
      i => time(i, 'resolved'),
    ),
    impactMinutes: minutes.size,
    impactUnknown,
    repeats: counted.filter(({ isRepeat }) => isRepeat).length,
    pages: {
      total: sum(({ pages }) => pages.total),
      afterHours: sum(({ pages }) => pages.afterHours),
      sleepHours: 0,
      zoneUnknown: 0,
      withoutHuman: sum(({ pages }) => pages.withoutHuman),
      noisyKeys: noisy.length,
    },
    postmortems: {
      required: wanted.length,
      published: published.length,
      inTime: published.filter(
        ({ postmortem: { publishDueAt, publishedAt } }) =>
          publishDueAt === null
            ? true
            : publishedAt !== null && publishedAt <= publishDueAt,
      ).length,
      overdue: wanted.filter(({ postmortem }) => postmortem.state === 'overdue')
        .length,
    },
    followUps: {
      total: sum(({ followUps }) => followUps.total),
      done: sum(({ followUps }) => followUps.done),
      inTime: sum(({ followUps }) => followUps.inTime),
      overdue: 0,
    },
  };
}

it.each(Array.from({ length: 100 }, (_, seed) => [seed]))(
  'figures agree with a straightforward recomputation (seed %i)',
  seed => {
    const random = seeded(seed);
    const incidents = Array.from({ length: seed }, () => anyIncident(random));
    expect(statistics(incidents, { now: NOW, from: FROM, to: NOW })).toEqual(
      recomputed(incidents),
    );
  },
);

it('they do not depend on the order', () => {
  const random = seeded(7);
  const incidents = Array.from({ length: 200 }, () => anyIncident(random));
  const options = { now: NOW, from: FROM, to: NOW };
  expect(statistics([...incidents].reverse(), options)).toEqual(
    statistics(incidents, options),
  );
});
