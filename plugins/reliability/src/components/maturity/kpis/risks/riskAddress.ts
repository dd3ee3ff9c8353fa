import {
  riskStateSchema,
  type ListRisksQuery,
  type RiskState,
} from '@plimsoll/backstage-plugin-reliability-common';
import { oneOf, placeIn, valuesOf } from '../../../../utils/listAddress';
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
export interface RiskParams extends ScopeParams {
  q: string;
  kind: RiskKind;
  state: RiskState[];
  overdue: boolean;
  /** The place in the matrix; both or none. */
  likelihood?: number;
  impact?: number;
  limit: number;
  page: number;
  cursor?: string;
}

const degreeIn = (search: URLSearchParams, name: string) => {
  const degree = Number(search.get(name));
  return [1, 2, 3, 4, 5].find(each => each === degree);
};

/** Reads an address that anybody may have written: what makes no sense counts as not given. */
export function parseRiskParams(search: URLSearchParams): RiskParams {
  const asked = valuesOf(search, 'state');
  const likelihood = degreeIn(search, 'likelihood');
  const impact = degreeIn(search, 'impact');
  return {
    ...placeIn(search, USUAL_SIZE),
    ...scopeIn(search),
    kind: oneOf(riskKinds, search.get('kind'), 'all'),
    state: riskStateSchema.options.filter(each => asked.includes(each)),
    overdue: search.get('overdue') === 'true',
    ...(likelihood && impact && { likelihood, impact }),
  };
}

/** Writes the address; what is usual is left out. */
export function formatRiskParams(params: RiskParams): URLSearchParams {
  const search = new URLSearchParams();
  const put = (name: string, value: string | undefined, usual = '') => {
    if (value && value !== usual) search.set(name, value);
  };
  put('q', params.q);
  put('kind', params.kind, 'all');
  params.state.forEach(each => search.append('state', each));
  put('overdue', String(params.overdue), 'false');
  put('likelihood', params.likelihood?.toString());
  put('impact', params.impact?.toString());
  for (const field of scopeFields) {
    params[field].forEach(value => search.append(field, value));
  }
  put('limit', String(params.limit), String(USUAL_SIZE));
  if (params.cursor) {
    put('page', String(params.page), '1');
    put('cursor', params.cursor);
  }
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
