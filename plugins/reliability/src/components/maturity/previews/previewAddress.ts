import type {
  CheapestPathQuery,
  PreviewServicesQuery,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  addressWriter,
  filledLists,
  listsIn,
  oneOf,
  type Place,
  placeIn,
} from '../../../utils/listAddress';

const PAGE = 25;

/** The parts of the page. */
export const previewParts = ['rules', 'path'] as const;
export type PreviewPart = (typeof previewParts)[number];

/** What may become of a service. */
export const previewChanges = ['down', 'up', 'rescored', 'same'] as const;
export type ListedChange = (typeof previewChanges)[number] | 'any';

/** Everything that the address says about the page “What if”. */
export interface PreviewParams extends Place {
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
}

const changes = [...previewChanges, 'any'] as const;

function parse(search: URLSearchParams): PreviewParams {
  const text = (name: string) => search.get(name) || undefined;
  return {
    part: oneOf(previewParts, search.get('part'), 'rules'),
    scorecard: text('scorecard'),
    preview: text('preview'),
    change: changes.find(change => change === search.get('change')),
    check: text('check'),
    goal: text('goal'),
    ...listsIn(search, ['owner', 'tier']),
    ...placeIn(search, PAGE),
  };
}

function format(params: PreviewParams): URLSearchParams {
  const { search, put, putLists, putPlace } = addressWriter();
  put('part', params.part, 'rules');
  put('scorecard', params.scorecard);
  put('preview', params.preview);
  put('change', params.change);
  put('check', params.check);
  put('goal', params.goal);
  putLists(params, ['owner', 'tier']);
  putPlace(params, PAGE);
  return search;
}

/** How the address is read and written; what makes no sense in it counts as not given. */
export const previewAddress = { parse, format };

const paging = ({ limit, cursor }: PreviewParams) => ({
  limit,
  ...(cursor && { cursor }),
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
    ...filledLists(params, ['owner', 'tier']),
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
    ...filledLists(params, ['owner', 'tier']),
    ...paging(params),
  };
}
