import {
  KnownPerson,
  KnownRotation,
  oncallFindings,
  serviceCover,
  TierContract,
} from '../core';
import { HOUR, NOW, tier0 } from './facts';

/** The owner of the service. */
export const OWNER = 'group:default/payments';

/** An entry of those whom the catalog knows: somebody of the owning group. */
export const knownPerson = (name: string, changed: Partial<KnownPerson> = {}) =>
  [
    `user:default/${name.toLowerCase()}`,
    {
      entityRef: `user:default/${name.toLowerCase()}`,
      groups: [OWNER],
      left: false,
      ...changed,
    },
  ] as const;

/** A, B, C and D, all of the owning group. */
export const everybody = ['A', 'B', 'C', 'D'].map(name => knownPerson(name));

/** What is other than usual. */
interface Given {
  contract?: TierContract;
  at?: number;
  missing?: string[];
  pending?: string[];
  owner?: string;
  people?: (readonly [string, KnownPerson])[];
  left?: string[];
}

/** Findings about a service of tier 0 that is owned by `OWNER`. */
export function findingsOf(
  rotations: readonly KnownRotation[],
  given: Given = {},
) {
  const { at = NOW, missing = [], pending, people = everybody } = given;
  const contract = 'contract' in given ? given.contract : tier0.contract;
  return oncallFindings({
    rotations,
    missing,
    cover: serviceCover(rotations, {
      at,
      contract,
      hours: {
        timeZone: 'UTC',
        days: [1, 2, 3, 4, 5],
        from: '09:00',
        to: '17:00',
      },
      staleAfterMs: HOUR,
      pending,
    }),
    owner: 'owner' in given ? given.owner : OWNER,
    people: new Map(people),
    left: new Set(given.left ?? []),
    contract,
    at,
  });
}
