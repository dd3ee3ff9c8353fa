import type { RollupsQuery } from '@plimsoll/backstage-plugin-reliability-common';
import { services } from './companyServices';

const among = (wanted: string | string[] | undefined, value: string | null) =>
  wanted === undefined || [wanted].flat().includes(value ?? '');
type Filter = Pick<RollupsQuery, 'tier' | 'owner' | 'system' | 'domain' | 'q'>;
/** The services of the company that match. */
export const narrow = (filter: Filter) =>
  services.filter(
    ({ tier, owner, system, domain, title }) =>
      among(filter.tier, tier.id) &&
      among(filter.owner, owner) &&
      among(filter.system, system) &&
      among(filter.domain, domain) &&
      title.toLowerCase().includes(filter.q?.toLowerCase() ?? ''),
  );

/** One page of what is in memory. */
export function page<T>(all: T[], query: { limit?: unknown; cursor?: string }) {
  const from = Number(query.cursor ?? 0);
  const to = from + Number(query.limit ?? 50);
  return {
    items: all.slice(from, to),
    totalItems: all.length,
    ...(to < all.length && { nextCursor: String(to) }),
  };
}
