import type {
  OncallAccountItem,
  OncallItem,
  OncallLoadItem,
  OwnerOncallResponse,
  PersonOncallResponse,
  PersonShift,
  RotationBrief,
  RotationItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { NOW } from './levels';
import { anna, ben, hoursAfter, levelNow, serviceRotation } from './oncall';

const checkout = { entityRef: 'component:default/checkout', title: 'Checkout' };

/** A rotation in brief. */
export function rotationBrief(
  overrides: Partial<RotationBrief> = {},
): RotationBrief {
  const { id, provider, account, title, url, state } = serviceRotation();
  return { id, provider, account, title, url, state, ...overrides };
}

/** A service in the directory. */
export function oncallItem(
  overrides: Partial<OncallItem> = {},
  at: string = NOW,
): OncallItem {
  const rotation = serviceRotation({}, at);
  return {
    ...checkout,
    owner: 'group:default/payments',
    system: 'system:default/shop',
    tier: { id: 'tier-0', name: 'Mission critical' },
    state: 'covered',
    levels: rotation.levels,
    nextGap: rotation.gaps[0],
    findings: ['gap', 'person-unknown'],
    rotations: [rotationBrief()],
    fetchedAt: rotation.fetchedAt,
    ...overrides,
  };
}

/** A rotation in a list. */
export function rotationItem(
  overrides: Partial<RotationItem> = {},
  at: string = NOW,
): RotationItem {
  const rotation = serviceRotation({}, at);
  return {
    ...rotationBrief(),
    kind: rotation.kind,
    team: rotation.team,
    timeZone: rotation.timeZone,
    mirror: false,
    fetchedAt: rotation.fetchedAt,
    error: null,
    levels: rotation.levels,
    size: rotation.size,
    gapHours: 8,
    nextGap: rotation.gaps[0],
    certainty: 'exact',
    services: [checkout],
    ...overrides,
  };
}

/** An account that works. */
export function oncallAccount(
  overrides: Partial<OncallAccountItem> = {},
  at: string = NOW,
): OncallAccountItem {
  return {
    name: 'pagerduty',
    type: 'pagerduty',
    mirror: false,
    state: 'ok',
    rotations: 12,
    failing: 0,
    lastSuccessAt: hoursAfter(-0.05, at),
    lastTryAt: hoursAfter(-0.05, at),
    error: null,
    nextTryAt: null,
    requests: 1200,
    failures: 0,
    waits: 0,
    remaining: null,
    ...overrides,
  };
}

/** What one person carries. */
export function oncallLoad(
  overrides: Partial<OncallLoadItem> = {},
): OncallLoadItem {
  return {
    person: anna,
    shifts: 4,
    hours: 336,
    nightHours: 140,
    weekendHours: 96,
    longestHours: 168,
    share: 0.5,
    ...overrides,
  };
}

/** On-call of a group with two people. */
export function ownerOncall(
  overrides: Partial<OwnerOncallResponse> = {},
  at: string = NOW,
): OwnerOncallResponse {
  return {
    owner: 'group:default/payments',
    at,
    rotations: [rotationItem({}, at)],
    period: { from: hoursAfter(-672, at), to: hoursAfter(336, at) },
    load: [oncallLoad(), oncallLoad({ person: ben })],
    findings: [{ code: 'gap', services: [checkout] }],
    services: 3,
    withoutRotation: 1,
    namesHidden: false,
    ...overrides,
  };
}

/** A shift of a person. */
export function personShift(
  overrides: Partial<PersonShift> = {},
  at: string = NOW,
): PersonShift {
  return {
    from: hoursAfter(-24, at),
    to: hoursAfter(49, at),
    level: 1,
    shadow: false,
    rotation: rotationBrief(),
    services: [checkout],
    ...overrides,
  };
}

/** What somebody who is on call now is on call for. */
export function personOncall(
  overrides: Partial<PersonOncallResponse> = {},
  at: string = NOW,
): PersonOncallResponse {
  return {
    person: anna,
    at,
    now: [personShift({}, at)],
    next: [
      personShift(
        { from: hoursAfter(200, at), to: hoursAfter(336, at), level: 2 },
        at,
      ),
    ],
    load: oncallLoad(),
    ...overrides,
  };
}

/** The levels of a rotation on which nobody is. */
export const nobodyNow = (at: string = NOW) => [levelNow(1, [], [ben], at)];
