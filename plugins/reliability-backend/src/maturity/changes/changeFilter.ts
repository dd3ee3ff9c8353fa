import {
  listScoreChangesQuerySchema,
  UNTIERED,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { groupsBelow } from '../ownersBelow';
import { RankedReport } from '../rankingFilter';
import { PastState } from './PastStates';

export type ListScoreChangesCommand = z.output<
  typeof listScoreChangesQuerySchema
>;

type Place = Pick<RankedReport, 'tierId' | 'owner' | 'system' | 'domain'>;

/** Where a service stood on a day; what the day did not keep is taken from now. */
export function placeOf({ row }: PastState, now: RankedReport): Place {
  const kept = row.scorecardHash !== undefined && row.outcomes !== undefined;
  return {
    tierId: row.tierId ?? now.tierId,
    owner: kept ? row.owner ?? '' : now.owner,
    system: kept ? row.system ?? '' : now.system,
    domain: kept ? row.domain ?? '' : now.domain,
  };
}

const lower = (ref: string) => ref.toLowerCase();

const among = (values: readonly string[]) => {
  const wanted = new Set(values.map(lower));
  return (value: string) => wanted.has(lower(value));
};

/** Whether a service stands within a filter. A list that is empty matches nothing, one that is absent everything. */
export function changeFilter(
  { tier, owner, system, domain }: ListScoreChangesCommand,
  parents: ReadonlyMap<string, readonly string[]>,
): (place: Place) => boolean {
  const tests: ((place: Place) => boolean)[] = [];
  if (tier) {
    const isTier = among(tier);
    tests.push(place => isTier(place.tierId || UNTIERED));
  }
  if (owner) {
    const isOwner = among(groupsBelow(owner, parents));
    tests.push(place => isOwner(place.owner));
  }
  if (system) {
    const isSystem = among(system);
    tests.push(place => isSystem(place.system));
  }
  if (domain) {
    const isDomain = among(domain);
    tests.push(place => isDomain(place.domain));
  }
  return place => tests.every(test => test(place));
}
