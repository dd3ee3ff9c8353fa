import {
  campaignServiceStateSchema,
  campaignStateSchema,
  type CampaignLifecycle,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { ListFormat } from '../../hooks/useListAddress';
import {
  addressWriter,
  amongst,
  filledLists,
  type Place,
  placeIn,
  valuesOf,
} from '../listAddress';

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

/** The list of campaigns in an address that anybody may have written. */
export const campaignListFormat: ListFormat<CampaignListParams> = {
  parse: search => ({
    ...placeIn(search, PAGE_SIZE),
    state: amongst(campaignStateSchema.options, search, 'state'),
  }),
  format: params => {
    const { search, putLists, putPlace } = addressWriter();
    putLists(params, ['state']);
    putPlace(params, PAGE_SIZE);
    return search;
  },
};

/** The services of a campaign in an address that anybody may have written. */
export const campaignServicesFormat: ListFormat<CampaignServicesParams> = {
  parse: search => ({
    ...placeIn(search, PAGE_SIZE),
    state: amongst(campaignServiceStateSchema.options, search, 'state'),
    owner: valuesOf(search, 'owner'),
  }),
  format: params => {
    const { search, putLists, putPlace } = addressWriter();
    putLists(params, ['state', 'owner']);
    putPlace(params, PAGE_SIZE);
    return search;
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
  ...filledLists({ owner }, ['owner']),
  limit,
  ...(cursor && { cursor }),
});
