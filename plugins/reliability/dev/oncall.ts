import type {
  LevelNowItem,
  OncallFindingItem,
  OncallPersonItem,
  ServiceOncallResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { ReliabilityApi } from '../src/api';
import {
  anna,
  ben,
  chi,
  dora,
  hidden,
  levelNow,
  oncallFinding,
  oncallMirror,
  oncallPerson,
  oncallSpan,
  serviceOncall,
  serviceRotation,
  serviceWithoutRotation,
} from '../src/testUtils/oncall';

const at = new Date().toISOString();
const hoursAgo = (hours: number) =>
  new Date(Date.now() - hours * 3_600_000).toISOString();

const eva = oncallPerson('Evangeline Featherstonehaugh-Montgomery');
const all: OncallPersonItem[] = [anna, ben, chi, dora, eva];

const codes: [OncallFindingItem['code'], OncallFindingItem['severity']][] = [
  ['nobody-now', 'error'],
  ['gap', 'error'],
  ['rotation-missing', 'error'],
  ['rotation-stale', 'warning'],
  ['single-person', 'warning'],
  ['too-few', 'warning'],
  ['too-few-levels', 'warning'],
  ['owner-differs', 'warning'],
  ['person-outside-owner', 'warning'],
  ['person-unknown', 'warning'],
  ['person-left', 'error'],
  ['members-only', 'info'],
];

const platform = serviceRotation(
  {
    id: 'grafana:schedule:PLAT',
    provider: 'grafana',
    account: 'grafana-eu',
    kind: 'schedule',
    title: 'Platform follow the sun',
    from: 'owner',
    annotation: 'plimsoll.dev/oncall',
    timeZone: 'America/New_York',
    levels: [levelNow(null, [eva], [dora], at)],
    spans: Array.from({ length: 28 }, (_, index) =>
      oncallSpan(
        index * 12,
        index * 12 + 12,
        all[index % all.length],
        { level: null, schedule: null },
        at,
      ),
    ).concat([oncallSpan(24, 120, ben, { level: null, shadow: true }, at)]),
    gaps: [],
    size: [{ level: null, people: 5, basis: 'window' }],
    warnings: ['Two people share a slot on Wednesdays'],
  },
  at,
);
const broken = serviceRotation(
  {
    id: 'ical:feed:payments',
    provider: 'ical',
    account: 'ical',
    kind: 'feed',
    title: 'Payments calendar',
    url: null,
    team: null,
    state: 'stale',
    from: 'system',
    fetchedAt: hoursAgo(7),
    error: 'The calendar answered 503 for 7 hours',
    levels: [levelNow(null, [dora], null, at)],
    spans: [],
    gaps: [],
    size: [],
  },
  at,
);
const members = serviceRotation(
  {
    id: 'static:group:default/payments',
    provider: 'static',
    account: 'static',
    kind: 'group',
    title: 'Members of payments',
    url: null,
    levels: [
      { level: null, people: [anna, ben, eva], until: null, next: null },
    ],
    spans: [],
    gaps: [],
    size: [],
  },
  at,
);

const full = serviceOncall(
  {
    people: all,
    rotations: [serviceRotation({}, at), platform],
    mirrors: ['opsgenie', 'pagerduty'],
  },
  at,
);

/** The on-call of a service in each state that it can have. */
export const oncallStates: Record<string, ServiceOncallResponse> = {
  full,
  one: serviceOncall({ findings: [], refreshedRecently: true }, at),
  worst: serviceOncall(
    {
      people: all,
      rotations: [serviceRotation({}, at), broken],
      cover: {
        ...full.cover,
        state: 'uncovered',
        levels: [levelNow(1, [], [ben], at), levelNow(2, [], null, at)],
      },
      findings: codes.map(([code, severity]) =>
        oncallFinding({
          code,
          severity,
          people: code.startsWith('person') ? [chi.key, dora.key] : [anna.key],
          rotation: code.startsWith('rotation') ? broken.id : null,
          evidence: {
            people: 1,
            levels: 1,
            wanted: 2,
            inside: 1,
            known: 4,
            team: 'Ledger',
            since: hoursAgo(7),
          },
        }),
      ),
      problems: [
        {
          annotation: 'plimsoll.dev/oncall',
          value: 'pager:schedule:P1',
          message: 'There is no account and no type "pager".',
        },
      ],
    },
    at,
  ),
  stale: serviceOncall(
    {
      people: all,
      rotations: [broken],
      cover: {
        ...full.cover,
        state: 'unknown',
        levels: [],
        gaps: [],
        gapHours: null,
        requiredGapHours: null,
        handovers: [],
      },
      findings: [
        oncallFinding({
          code: 'rotation-stale',
          severity: 'warning',
          rotation: broken.id,
        }),
      ],
    },
    at,
  ),
  members: serviceOncall(
    {
      people: all,
      rotations: [members],
      cover: {
        ...full.cover,
        state: 'unknown',
        levels: [],
        gaps: [],
        gapHours: null,
        requiredGapHours: null,
        handovers: [],
        responders: 0,
      },
      findings: [oncallFinding({ code: 'members-only', severity: 'warning' })],
    },
    at,
  ),
  hidden: hiddenNames(serviceOncall({}, at)),
  empty: serviceWithoutRotation({}, at),
};

/** The same with names taken away, as the backend does it. */
function hiddenNames(value: ServiceOncallResponse): ServiceOncallResponse {
  const nameless = (person: OncallPersonItem) => hidden(person.key);
  const levelsOf = (levels: LevelNowItem[]) =>
    levels.map(level => ({
      ...level,
      people: level.people.map(nameless),
      next: level.next && {
        ...level.next,
        people: level.next.people.map(nameless),
      },
    }));
  return {
    ...value,
    namesHidden: true,
    people: value.people.map(nameless),
    cover: { ...value.cover, levels: levelsOf(value.cover.levels) },
    rotations: value.rotations.map(each => ({
      ...each,
      levels: levelsOf(each.levels),
    })),
  };
}

/** The company with the on-call of one service. */
export const oncallOf = (
  api: ReliabilityApi,
  value: ServiceOncallResponse,
): ReliabilityApi => ({
  ...api,
  getServiceOncall: async () => value,
  getOncallMirror: async () => oncallMirror({}, at),
});
