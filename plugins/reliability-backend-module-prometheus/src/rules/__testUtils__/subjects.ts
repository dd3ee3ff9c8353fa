import {
  Indicator,
  Objective,
  Sli,
  Slo,
} from '@plimsoll/backstage-plugin-reliability-common';
import { RuleSubject } from '@plimsoll/backstage-plugin-reliability-node';

const DAY = 86_400_000;
const query = (text: string) => ({ source: 'main', spec: { query: text } });

export const failures: Sli = {
  kind: 'ratio',
  counter: true,
  bad: query('sum(requests_total{code=~"5.."})'),
  total: query('sum(rate(requests_total[5m]))'),
};
const fast: Sli = {
  kind: 'ratio',
  counter: true,
  good: query('lat_bucket{le="1"}'),
  total: query('lat_count'),
};
const warm: Sli = {
  kind: 'threshold',
  query: query('temperature'),
  op: 'lte',
  value: 30,
};
const recorded: Sli = {
  kind: 'raw',
  rawType: 'failure',
  query: query('errors:ratio'),
};
const filled: Sli = {
  kind: 'raw',
  rawType: 'success',
  query: query('sum(rate(ok[{{.window}}])) / sum(rate(all[{{.window}}]))'),
};
const up: Sli = {
  kind: 'ratio',
  counter: false,
  good: query('sum(up)'),
  total: query('count(up)'),
};

export const events = (sli: Sli): Indicator => ({ sli, method: 'Occurrences' });
export const slices = (sli: Sli, sliceTarget = 0.95): Indicator => ({
  sli,
  method: 'Timeslices',
  sliceMs: 300_000,
  sliceTarget,
});
const shares = (sli: Sli): Indicator => ({
  sli,
  method: 'RatioTimeslices',
  sliceMs: 300_000,
});

export function objective(
  id: string,
  target: number,
  indicator: Indicator,
  weight?: number,
): Objective {
  return { id, title: `objective ${id}`, target, indicator, weight };
}

/** An SLO over 30 rolling days; its method is that of its objectives. */
export function sloOf(
  name: string,
  objectives: readonly Objective[],
  {
    options,
    ...more
  }: Partial<Omit<Slo, 'options'>> & {
    options?: Partial<Slo['options']>;
  } = {},
): Slo {
  return {
    name,
    title: `Title of ${name}`,
    description: '',
    labels: {},
    window: {
      kind: 'rolling',
      duration: { count: 30, unit: 'd' },
      ms: 30 * DAY,
    },
    method: objectives[0].indicator.method,
    objectives,
    conditions: [],
    routes: [],
    ...more,
    options: { emptySlices: 'good', minFailures: 1, mode: 'raw', ...options },
  };
}

export function subjectOf(
  slo: Slo,
  more: Partial<RuleSubject> = {},
): RuleSubject {
  return {
    id: `component~default~pay~${slo.name}`,
    slo,
    entityRef: 'component:default/pay',
    serviceTitle: 'Payments',
    tier: 'tier-0',
    owner: 'group:default/payments',
    severities: ['page', 'ticket'],
    portalUrl: 'https://portal.example/slos/pay',
    ...more,
  };
}

export const availability = objective('1', 999_000, events(failures));

/** The plainest SLO. */
export const plain = subjectOf(sloOf('plain', [availability]));

const members = [
  objective('1', 999_000, events(failures), 0.5),
  objective('2', 990_000, events(warm), 2),
];
const slicedMembers = [
  objective('1', 999_000, slices(failures), 1),
  objective('2', 990_000, slices(failures, 0.5), 1),
];

const composite = (
  name: string,
  aggregation: 'weightedSum' | 'weightedAverage' | 'worst',
  objectives = members,
) => sloOf(name, objectives, { composite: { aggregation, target: 990_000 } });

const rolling = (count: number, unit: 'd' | 'h', ms: number) => ({
  window: { kind: 'rolling' as const, duration: { count, unit }, ms },
});

/** One SLO of every kind. */
export const everyKind: readonly RuleSubject[] = [
  plain,
  subjectOf(sloOf('guarded', [availability], { options: { minFailures: 10 } })),
  subjectOf(sloOf('fast', [objective('1', 990_000, events(fast))])),
  subjectOf(sloOf('warm', [objective('1', 950_000, events(warm))])),
  subjectOf(sloOf('recorded', [objective('1', 990_000, events(recorded))])),
  subjectOf(sloOf('filled', [objective('1', 990_000, events(filled))])),
  subjectOf(sloOf('up', [objective('1', 999_900, events(up))])),
  subjectOf(
    sloOf('several', [
      availability,
      objective('2', 990_000, events(failures)),
      objective('3', 900_000, events(fast)),
    ]),
  ),
  ...(['good', 'exclude', 'bad'] as const).map(emptySlices =>
    subjectOf(
      sloOf(
        `empty-${emptySlices}`,
        [objective('1', 995_000, slices(failures))],
        {
          options: { emptySlices, minFailures: emptySlices === 'bad' ? 3 : 1 },
        },
      ),
    ),
  ),
  subjectOf(sloOf('shares', [objective('1', 995_000, shares(warm))])),
  subjectOf(composite('sum', 'weightedSum')),
  subjectOf(composite('average', 'weightedAverage')),
  subjectOf(composite('worst', 'worst')),
  subjectOf(composite('any', 'weightedSum', slicedMembers)),
  subjectOf(
    sloOf('month', [availability], {
      window: {
        kind: 'calendar',
        duration: { count: 1, unit: 'M' },
        startTime: '2026-01-01 00:00:00',
        timeZone: 'Europe/Warsaw',
      },
    }),
  ),
  subjectOf(sloOf('week', [availability], rolling(7, 'd', 7 * DAY))),
  subjectOf(sloOf('hours', [availability], rolling(4, 'h', DAY / 6))),
  subjectOf(sloOf('loose', [objective('1', 900_000, events(failures))])),
  subjectOf(sloOf('five-nines', [objective('1', 999_990, events(failures))])),
  subjectOf(sloOf('quiet', [availability]), {
    severities: [],
    owner: undefined,
  }),
  subjectOf(sloOf('tickets', [availability]), { severities: ['ticket'] }),
];
