import type {
  CheapestPathQuery,
  PreviewServicesQuery,
} from '@plimsoll/backstage-plugin-reliability-common';
import { oneOf, placeIn, valuesOf } from '../../../utils/listAddress';

const PAGE = 25;

/** The parts of the page. */
export const previewParts = ['rules', 'path'] as const;
export type PreviewPart = (typeof previewParts)[number];

/** What may become of a service. */
export const previewChanges = ['down', 'up', 'rescored', 'same'] as const;
export type ListedChange = (typeof previewChanges)[number] | 'any';

/** Everything that the address says about the page “What if”. */
export interface PreviewParams {
  part: PreviewPart;
  scorecard?: string;
  /** Id of the preview that is looked at. */
  preview?: string;
  /** Absent: those that lose a level, where there are any. */
  change?: ListedChange;
  /** Id of a check: newly failing, or part of the path. */
  check?: string;
  /** Id of the level of the cheapest path. */
  goal?: string;
  owner: readonly string[];
  tier: readonly string[];
  limit: number;
  page: number;
  cursor?: string;
}

const changes = [...previewChanges, 'any'] as const;

function parse(search: URLSearchParams): PreviewParams {
  const text = (name: string) => search.get(name) || undefined;
  const { limit, page, cursor } = placeIn(search, PAGE);
  return {
    part: oneOf(previewParts, search.get('part'), 'rules'),
    scorecard: text('scorecard'),
    preview: text('preview'),
    change: changes.find(change => change === search.get('change')),
    check: text('check'),
    goal: text('goal'),
    owner: valuesOf(search, 'owner'),
    tier: valuesOf(search, 'tier'),
    limit,
    page,
    cursor,
  };
}

function format(params: PreviewParams): URLSearchParams {
  const search = new URLSearchParams();
  const put = (name: string, value: string | undefined, usual?: string) => {
    if (value && value !== usual) search.set(name, value);
  };
  put('part', params.part, 'rules');
  put('scorecard', params.scorecard);
  put('preview', params.preview);
  put('change', params.change);
  put('check', params.check);
  put('goal', params.goal);
  params.owner.forEach(each => search.append('owner', each));
  params.tier.forEach(each => search.append('tier', each));
  put('limit', String(params.limit), String(PAGE));
  if (params.cursor) {
    put('page', String(params.page), '1');
    put('cursor', params.cursor);
  }
  return search;
}

/** How the address is read and written; what makes no sense in it counts as not given. */
export const previewAddress = { parse, format };

const paging = ({ limit, cursor }: PreviewParams) => ({
  limit,
  ...(cursor && { cursor }),
});

/** An empty list would mean "none" and is left out. */
const narrowing = ({ owner, tier }: PreviewParams) => ({
  ...(owner.length > 0 && { owner: [...owner] }),
  ...(tier.length > 0 && { tier: [...tier] }),
});

/** The services of a preview, as the API wants it. */
export function previewQueryOf(
  params: PreviewParams,
  change: ListedChange,
): PreviewServicesQuery {
  const { check } = params;
  return {
    ...(change !== 'any' && { change }),
    ...(check && { check }),
    ...narrowing(params),
    ...paging(params),
  };
}

/** The cheapest path to a level, as the API wants it. */
export function pathQueryOf(
  params: PreviewParams,
  goal: string,
): CheapestPathQuery {
  const { scorecard, check } = params;
  return {
    goal,
    ...(scorecard && { scorecard }),
    ...(check && { step: check }),
    ...narrowing(params),
    ...paging(params),
  };
}
