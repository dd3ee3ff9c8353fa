import {
  riskStateSchema,
  type ListRisksQuery,
  type RiskState,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  addressWriter,
  amongst,
  oneOf,
  type Place,
  placeIn,
  textIn,
} from '../../../../utils/listAddress';
import {
  isScoped,
  scopeFields,
  scopeIn,
  ScopeParams,
  scopeQueryOf,
} from '../kpiAddress';

export const riskKinds = ['all', 'derived', 'written'] as const;
export type RiskKind = (typeof riskKinds)[number];

const USUAL_SIZE = 50;

/** What the address says about the register. */
export interface RiskParams extends Place, ScopeParams {
  q: string;
  kind: RiskKind;
  state: RiskState[];
  overdue: boolean;
  /** The place in the matrix; both or none. */
  likelihood?: number;
  impact?: number;
}

const degreeIn = (search: URLSearchParams, name: string) => {
  const degree = Number(search.get(name));
  return [1, 2, 3, 4, 5].find(each => each === degree);
};

/** Reads an address that anybody may have written: what makes no sense counts as not given. */
export function parseRiskParams(search: URLSearchParams): RiskParams {
  const likelihood = degreeIn(search, 'likelihood');
  const impact = degreeIn(search, 'impact');
  return {
    ...placeIn(search, USUAL_SIZE),
    q: textIn(search),
    ...scopeIn(search),
    kind: oneOf(riskKinds, search.get('kind'), 'all'),
    state: amongst(riskStateSchema.options, search, 'state'),
    overdue: search.get('overdue') === 'true',
    ...(likelihood && impact && { likelihood, impact }),
  };
}

/** Writes the address; what is usual is left out. */
export function formatRiskParams(params: RiskParams): URLSearchParams {
  const { search, put, putLists, putPlace } = addressWriter();
  put('q', params.q);
  put('kind', params.kind, 'all');
  putLists(params, ['state']);
  put('overdue', String(params.overdue), 'false');
  put('likelihood', params.likelihood?.toString());
  put('impact', params.impact?.toString());
  putLists(params, scopeFields);
  putPlace(params, USUAL_SIZE);
  return search;
}

/** One page as the API wants it. */
export function risksQueryOf(params: RiskParams): ListRisksQuery {
  const { kind, state, overdue, likelihood, impact, limit, cursor } = params;
  const q = params.q.trim();
  return {
    kind,
    limit,
    ...scopeQueryOf(params),
    ...(q && { q }),
    ...(state.length > 0 && { state }),
    ...(overdue && { overdue: 'true' }),
    ...(likelihood && { likelihood, impact }),
    ...(cursor && { cursor }),
  };
}

/** Whether anything narrows the register. */
export const isRiskFiltered = (params: RiskParams): boolean =>
  isScoped(params) ||
  params.q.trim() !== '' ||
  params.kind !== 'all' ||
  params.state.length > 0 ||
  params.overdue ||
  params.likelihood !== undefined;

/** Every filter taken away. */
export const withoutRiskFilters: Partial<RiskParams> = {
  q: '',
  kind: 'all',
  state: [],
  overdue: false,
  likelihood: undefined,
  impact: undefined,
  owner: [],
  system: [],
  domain: [],
  tier: [],
};
