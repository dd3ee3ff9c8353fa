import {
  campaignServiceStateSchema,
  campaignStateSchema,
  type CampaignLifecycle,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { ListFormat } from '../../hooks/useListAddress';
import { placeIn, valuesOf } from '../listAddress';

interface Place {
  limit: number;
  /** From 1. */
  page: number;
  /** Absent on the first page. */
  cursor?: string;
}

/** What the address says about the list of campaigns; no state means all. */
export interface CampaignListParams extends Place {
  state: readonly CampaignLifecycle[];
}

export type CampaignServiceState =
  (typeof campaignServiceStateSchema.options)[number];

/** What the address says about the services of a campaign; nothing chosen means all. */
export interface CampaignServicesParams extends Place {
  state: readonly CampaignServiceState[];
  owner: readonly string[];
}

const PAGE_SIZE = 25;

const placed = (search: URLSearchParams): Place => {
  const { limit, page, cursor } = placeIn(search, PAGE_SIZE);
  return { limit, page, cursor };
};

function put(search: URLSearchParams, { limit, page, cursor }: Place) {
  if (limit !== PAGE_SIZE) search.set('limit', String(limit));
  if (cursor) {
    search.set('page', String(page));
    search.set('cursor', cursor);
  }
  return search;
}

const chosen = <T extends string>(
  search: URLSearchParams,
  known: readonly T[],
): T[] => {
  const asked = search.getAll('state');
  return known.filter(each => asked.includes(each));
};

/** The list of campaigns in an address that anybody may have written. */
export const campaignListFormat: ListFormat<CampaignListParams> = {
  parse: search => ({
    ...placed(search),
    state: chosen(search, campaignStateSchema.options),
  }),
  format: params => {
    const search = new URLSearchParams();
    params.state.forEach(each => search.append('state', each));
    return put(search, params);
  },
};

/** The services of a campaign in an address that anybody may have written. */
export const campaignServicesFormat: ListFormat<CampaignServicesParams> = {
  parse: search => ({
    ...placed(search),
    state: chosen(search, campaignServiceStateSchema.options),
    owner: valuesOf(search, 'owner'),
  }),
  format: params => {
    const search = new URLSearchParams();
    params.state.forEach(each => search.append('state', each));
    params.owner.forEach(each => search.append('owner', each));
    return put(search, params);
  },
};

/** As the API wants it; an empty list would mean "none" and is left out. */
export const campaignQueryOf = <
  P extends { state: readonly string[]; owner?: readonly string[] } & Place,
>({
  state,
  owner = [],
  limit,
  cursor,
}: P) => ({
  ...(state.length > 0 && { state: [...state] }),
  ...(owner.length > 0 && { owner: [...owner] }),
  limit,
  ...(cursor && { cursor }),
});
