import type {
  LevelNowItem,
  OncallFindingItem,
  OncallMirrorResponse,
  OncallPersonItem,
  OncallSpan,
  ServiceOncallResponse,
  ServiceRotationItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { NOW } from './levels';

/** A time so many hours after another one. */
export const hoursAfter = (hours: number, at: string = NOW): string =>
  new Date(Date.parse(at) + hours * 3_600_000).toISOString();

/** Somebody who can be on call. */
export function oncallPerson(
  name: string | null,
  overrides: Partial<OncallPersonItem> = {},
): OncallPersonItem {
  const id = (name ?? 'somebody').toLowerCase().replace(/ /g, '.');
  return {
    key: id,
    name,
    entityRef: `user:default/${id}`,
    email: `${id}@example.com`,
    picture: null,
    url: `https://pd.example/users/${id}`,
    state: 'known',
    ...overrides,
  };
}

export const anna = oncallPerson('Anna Berg');
export const ben = oncallPerson('Ben Cole');
export const chi = oncallPerson('Chi Dang', {
  entityRef: null,
  state: 'unknown',
});
export const dora = oncallPerson('Dora Eng', {
  entityRef: null,
  state: 'left',
});

/** Somebody whose name the reader may not see. */
export const hidden = (key: string): OncallPersonItem => ({
  ...oncallPerson(null),
  key,
  entityRef: null,
  email: null,
  url: null,
});

/** Who is on call at a level, changing in two days. */
export function levelNow(
  level: number | null,
  people: OncallPersonItem[],
  next: OncallPersonItem[] | null = null,
  at: string = NOW,
): LevelNowItem {
  const until = hoursAfter(48 + (level ?? 1), at);
  return { level, people, until, next: next && { at: until, people: next } };
}

/** A stretch of a timeline; hours from `at`. */
export function oncallSpan(
  from: number,
  to: number,
  person: OncallPersonItem | null,
  overrides: Partial<OncallSpan> = {},
  at: string = NOW,
): OncallSpan {
  return {
    from: hoursAfter(from, at),
    to: hoursAfter(to, at),
    level: 1,
    person: person?.key ?? null,
    source: 'rotation',
    shadow: false,
    schedule: 'Payments primary',
    ...overrides,
  };
}

/** Something doubtful. */
export function oncallFinding(
  overrides: Partial<OncallFindingItem> = {},
): OncallFindingItem {
  return {
    code: 'gap',
    severity: 'error',
    rotation: null,
    people: [],
    evidence: {},
    ...overrides,
  };
}

/** An escalation policy with two levels and a gap in a week. */
export function serviceRotation(
  overrides: Partial<ServiceRotationItem> = {},
  at: string = NOW,
): ServiceRotationItem {
  return {
    id: 'pagerduty:escalation:PAY1',
    provider: 'pagerduty',
    account: 'pagerduty',
    kind: 'escalation',
    title: 'Payments',
    url: 'https://pd.example/escalation_policies/PAY1',
    team: 'Payments',
    timeZone: 'Europe/Berlin',
    mirror: false,
    from: 'entity',
    annotation: 'pagerduty.com/service-id',
    state: 'ok',
    fetchedAt: hoursAfter(-0.05, at),
    error: null,
    warnings: [],
    levels: [levelNow(1, [anna], [ben], at), levelNow(2, [chi], [anna], at)],
    spans: [
      oncallSpan(0, 49, anna, {}, at),
      oncallSpan(49, 192, ben, {}, at),
      oncallSpan(200, 336, anna, { source: 'override' }, at),
      oncallSpan(0, 50, chi, { level: 2 }, at),
      oncallSpan(50, 192, anna, { level: 2 }, at),
      oncallSpan(200, 336, chi, { level: 2 }, at),
    ],
    gaps: [
      {
        from: hoursAfter(192, at),
        to: hoursAfter(200, at),
        level: null,
        required: true,
      },
    ],
    certainty: 'exact',
    size: [
      { level: 1, people: 2, basis: 'roster' },
      { level: 2, people: 2, basis: 'window' },
    ],
    ...overrides,
  };
}

/** Who is on call for Checkout: two levels, a gap in eight days, one person whom the catalog has not. */
export function serviceOncall(
  overrides: Partial<ServiceOncallResponse> = {},
  at: string = NOW,
): ServiceOncallResponse {
  const rotation = serviceRotation({}, at);
  return {
    entityRef: 'component:default/checkout',
    title: 'Checkout',
    owner: 'group:default/payments',
    tier: { id: 'tier-0', name: 'Mission critical' },
    at,
    window: { from: at, to: hoursAfter(336, at) },
    contract: { coverage: '24x7', minResponders: 4, minLevels: 2 },
    cover: {
      state: 'covered',
      levels: rotation.levels,
      gaps: rotation.gaps,
      gapHours: 8,
      requiredGapHours: 8,
      responders: 3,
      handovers: [
        { at: hoursAfter(49, at), level: 1, out: [anna.key], in: [ben.key] },
        { at: hoursAfter(50, at), level: 2, out: [chi.key], in: [anna.key] },
      ],
    },
    rotations: [rotation],
    people: [anna, ben, chi],
    findings: [
      oncallFinding({
        evidence: {
          from: rotation.gaps[0].from,
          to: rotation.gaps[0].to,
          hours: 8,
          count: 1,
        },
      }),
      oncallFinding({
        code: 'person-unknown',
        severity: 'warning',
        people: [chi.key],
        evidence: { count: 1 },
      }),
    ],
    problems: [],
    mirrors: [],
    namesHidden: false,
    refreshedRecently: false,
    ...overrides,
  };
}

/** A service of which no rotation is known. */
export function serviceWithoutRotation(
  overrides: Partial<ServiceOncallResponse> = {},
  at: string = NOW,
): ServiceOncallResponse {
  return serviceOncall(
    {
      rotations: [],
      people: [],
      findings: [oncallFinding({ code: 'no-rotation' })],
      cover: {
        state: 'none',
        levels: [],
        gaps: [],
        gapHours: null,
        requiredGapHours: null,
        responders: 0,
        handovers: [],
      },
      ...overrides,
    },
    at,
  );
}

/** Two accounts that say the same but for a day. */
export function oncallMirror(
  overrides: Partial<OncallMirrorResponse> = {},
  at: string = NOW,
): OncallMirrorResponse {
  return {
    left: { account: 'opsgenie', provider: 'opsgenie' },
    right: { account: 'pagerduty', provider: 'pagerduty' },
    from: at,
    to: hoursAfter(336, at),
    sameHours: 304,
    comparedHours: 336,
    differences: [
      {
        from: hoursAfter(49, at),
        to: hoursAfter(73, at),
        level: 1,
        kind: 'other-people',
        left: [ben.key],
        right: [anna.key],
      },
      {
        from: hoursAfter(192, at),
        to: hoursAfter(200, at),
        level: 1,
        kind: 'only-left',
        left: [ben.key],
        right: [],
      },
    ],
    spans: {
      left: [oncallSpan(0, 49, anna, {}, at), oncallSpan(49, 336, ben, {}, at)],
      right: [
        oncallSpan(0, 73, anna, {}, at),
        oncallSpan(73, 192, ben, {}, at),
        oncallSpan(200, 336, ben, {}, at),
      ],
    },
    people: [anna, ben],
    namesHidden: false,
    ...overrides,
  };
}
