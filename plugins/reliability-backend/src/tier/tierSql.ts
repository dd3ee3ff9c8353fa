import {
  Tier,
  UNTIERED,
  UNTIERED_RANK,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Db, isPostgres } from '../database/sql';

/** As configured. */
export type Tiers = readonly Pick<Tier, 'id' | 'rank'>[];

/**
 * The tier in force as core `resolveTier` finds it, so that the database can filter and sort by it: an
 * expression over `s`, the services, and `o`, the tiers set by hand.
 */
export function tierRank(db: Db, tiers: Tiers): string {
  const declared = isPostgres(db)
    ? `(s.declared_tier::json ->> 'value')`
    : `json_extract(s.declared_tier, '$.value')`;
  const rankIn = (value: string) =>
    `case lower(${value}) ${tiers
      .map(
        ({ id, rank }) =>
          `when '${id.toLowerCase().replace(/'/g, "''")}' then ${Number(rank)}`,
      )
      .join(' ')} end`;
  return tiers.length === 0
    ? String(UNTIERED_RANK)
    : `coalesce(${rankIn('o.tier')}, ${rankIn(declared)}, ${UNTIERED_RANK})`;
}

/** The rank of a tier; -1, which no service has, when there is none such. */
export function rankOf(id: string, tiers: Tiers): number {
  if (id === UNTIERED) return UNTIERED_RANK;
  return tiers.find(tier => tier.id === id)?.rank ?? -1;
}

/** The id of the tier of a rank. */
export function tierOf(rank: number, tiers: Tiers): string {
  return tiers.find(tier => tier.rank === rank)?.id ?? UNTIERED;
}
