import {
  compareStatus,
  SLO_STATUSES,
  type DryRunResponse,
  type ListSlosQuery,
  type ListSlosResponse,
  type SloFilter,
  type SloItem,
  type SloStatus,
  type ValidateSlosResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { ReliabilityApi } from '../src/api';
import { sloDiagnostic, sloResponse } from '../src/testUtils/slos';
import { services } from './companyServices';

const DAY = 86_400_000;
const pause = () => new Promise(done => setTimeout(done, 150));
const ago = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000).toISOString();

const titles = [
  'Requests succeed',
  'Answers come within 300 milliseconds, for buyers in every region',
  'Bookings arrive',
];
const course: readonly SloStatus[] = [
  ...Array<SloStatus>(11).fill('healthy'),
  'at_risk',
  'burning',
  'breached',
  'no_data',
  'no_traffic',
  'error',
  'pending',
];
const left: Record<SloStatus, number | null> = {
  breached: -2.5,
  burning: 0.18,
  at_risk: 0.09,
  healthy: 0.74,
  error: 0.41,
  no_data: null,
  no_traffic: null,
  pending: null,
};

function makeSlo(index: number): SloItem {
  const service = services[(index * 5) % services.length];
  const status = course[(index * 7) % course.length];
  const target = [999_000, 995_000, 999_950][index % 3];
  const base = left[status];
  const remaining = base === null ? null : base - (index % 13) * 0.02;
  const budget = ((1_000_000 - target) / 1_000_000) * 30 * DAY;
  return {
    ...sloResponse(),
    id: `slo-${index}`,
    name: `slo-${index}`,
    title: titles[index % 3],
    entityRef: service.entityRef,
    serviceTitle: service.title,
    owner: service.owner,
    tier: service.tier,
    target,
    status,
    flags: [
      ...(status === 'error' ? (['stale'] as const) : []),
      ...(index % 17 === 4 ? (['provisional', 'low_traffic'] as const) : []),
    ],
    sli:
      remaining === null
        ? null
        : 1 - (1 - remaining) * ((1_000_000 - target) / 1_000_000),
    remaining,
    remainingMs: remaining === null ? null : remaining * budget,
    burn: remaining === null ? null : Math.max(0, (0.9 - remaining) * 3.1),
    alerts: {
      page: status === 'burning' ? 1 : 0,
      ticket: status === 'burning' || status === 'breached' ? 2 : 0,
    },
    objectives: index % 9 === 2 ? 3 : 1,
    error:
      status === 'error'
        ? 'source "prod" answered 422: query processing would load too many samples into memory'
        : null,
    evaluatedAt:
      status === 'pending' ? null : ago(status === 'error' ? 94 : index % 2),
  };
}

const slos = Array.from({ length: 118 }, (_, index) => makeSlo(index));

const anyOf = (wanted: string | string[] | undefined, value: string | null) =>
  wanted === undefined || [wanted].flat().includes(value ?? '');
const systemOf = (ref: string) =>
  services.find(({ entityRef }) => entityRef === ref)?.system ?? null;

const narrow = (filter: SloFilter) =>
  slos.filter(
    slo =>
      anyOf(filter.tier, slo.tier.id) &&
      anyOf(filter.owner, slo.owner) &&
      anyOf(filter.system, systemOf(slo.entityRef)) &&
      `${slo.title} ${slo.serviceTitle} ${slo.owner}`
        .toLowerCase()
        .includes(filter.q?.toLowerCase() ?? ''),
  );

const orders: Record<string, (a: SloItem, b: SloItem) => number> = {
  worst: (a, b) =>
    compareStatus(a.status, b.status) ||
    (a.remaining ?? 0) - (b.remaining ?? 0),
  remaining: (a, b) => (a.remaining ?? 9) - (b.remaining ?? 9),
  burn: (a, b) => (a.burn ?? -1) - (b.burn ?? -1),
  title: (a, b) => a.title.localeCompare(b.title),
  service: (a, b) => a.serviceTitle.localeCompare(b.serviceTitle),
  tier: (a, b) => a.tier.id.localeCompare(b.tier.id),
};

async function list(query: ListSlosQuery): Promise<ListSlosResponse> {
  await pause();
  const { orderBy = 'worst', order = 'asc', cursor = '0' } = query;
  const sign = order === 'asc' ? 1 : -1;
  const all = narrow(query);
  const found = all
    .filter(slo => anyOf(query.status, slo.status))
    .sort((a, b) => sign * orders[orderBy](a, b));
  const from = Number(cursor);
  const limit = Number(query.limit ?? 50);
  return {
    items: found.slice(from, from + limit),
    totalItems: found.length,
    ...(from + limit < found.length && { nextCursor: String(from + limit) }),
    counts: Object.fromEntries(
      SLO_STATUSES.map(status => [
        status,
        all.filter(slo => slo.status === status).length,
      ]),
    ) as ListSlosResponse['counts'],
    withoutSlo: 23,
  };
}

const window = {
  kind: 'rolling',
  duration: '30d',
  from: null,
  to: null,
} as const;
const pair = (
  severity: 'page' | 'ticket',
  [long, short]: ['1h', '5m'] | ['6h', '30m'] | ['1d', '2h'] | ['3d', '6h'],
  factor: number,
  budgetPercent: number,
) => ({
  severity,
  long,
  short,
  factor,
  threshold: factor / 1000,
  budgetPercent,
});

/** What is understood of the samples. */
export const validated: ValidateSlosResponse = {
  valid: true,
  slos: [
    {
      name: 'availability',
      title: 'Requests succeed',
      method: 'Occurrences',
      window,
      source: 'prod',
      objectives: [
        {
          id: '1',
          title: 'What we promise',
          target: 999_000,
          budgetMs: 2_592_000,
          alerts: [
            pair('page', ['1h', '5m'], 14.4, 2),
            pair('page', ['6h', '30m'], 6, 5),
            pair('ticket', ['1d', '2h'], 3, 10),
            pair('ticket', ['3d', '6h'], 1, 10),
          ],
        },
      ],
      openslo:
        'apiVersion: openslo/v1\nkind: SLO\nmetadata:\n  name: availability\n',
    },
  ],
  diagnostics: [],
};

/** The same document with everything that can be wrong. */
export const invalidated: ValidateSlosResponse = {
  ...validated,
  valid: false,
  diagnostics: [
    sloDiagnostic({ file: null, line: 5, column: 9 }),
    sloDiagnostic({
      file: null,
      severity: 'warning',
      code: 'target-below-tier',
      message:
        'The target of "availability" is 99.9 %; the tier "Mission critical" of component:default/checkout demands 99.95 %. Raise the target, or ask for another tier',
      line: 6,
      column: 1,
      path: 'target',
    }),
  ],
};

const hours = 6;

/** A month with an outage on its eighteenth day. */
export function tried(days: number): DryRunResponse {
  const to = Math.floor(Date.now() / 3_600_000) * 3_600_000;
  const steps = (days * 24) / hours;
  const outage = Math.floor(steps * 0.6);
  const at = (step: number) =>
    new Date(to - (steps - step) * hours * 3_600_000).toISOString();
  return {
    name: 'availability',
    stepMs: 300_000,
    from: at(0),
    to: at(steps),
    objectives: [
      {
        id: '1',
        title: 'What we promise',
        target: 999_000,
        suggestedTarget: 998_700,
        points: Array.from({ length: steps + 1 }, (_, step) => ({
          at: at(step),
          remaining:
            step < 3 ? null : 1 - step * 0.002 - (step > outage ? 1.1 : 0),
          sli: step === outage ? 0.962 : 0.9998,
        })),
        alerts: [
          {
            severity: 'page',
            long: '1h',
            short: '5m',
            from: at(outage),
            to: at(outage + 1),
          },
          {
            severity: 'ticket',
            long: '3d',
            short: '6h',
            from: at(outage + 1),
            to: at(outage + 13),
          },
          {
            severity: 'ticket',
            long: '1d',
            short: '2h',
            from: at(steps - 2),
            to: null,
          },
        ],
      },
    ],
    diagnostics: [],
  };
}

/** The SLOs of the company, which can be filtered, sorted and paged, and a place to try drafts. */
export const companySlosApi: Partial<ReliabilityApi> = {
  getSlos: list,
  validateSlos: async () => {
    await pause();
    return validated;
  },
  dryRunSlo: async ({ days = 30 }) => {
    await pause();
    return tried(days);
  },
};
