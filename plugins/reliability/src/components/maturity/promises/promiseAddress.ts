import type { PromiseVerdict } from '@plimsoll/backstage-plugin-reliability-common';
import { useSearchParams } from 'react-router-dom';
import { amongst, filledLists, listsIn } from '../../../utils/listAddress';

/** The worst first; what is not known comes before what is well. */
export const promiseVerdicts: readonly PromiseVerdict[] = [
  'broken',
  'tight',
  'unknown',
  'kept',
];

/** What narrows the services. */
export const promiseFields = ['owner', 'tier'] as const;

/** What the address says about the page of tiers and promises. */
export interface PromiseParams {
  /** Entity references. */
  readonly owner: string[];
  /** Ids. */
  readonly tier: string[];
  readonly verdict: PromiseVerdict[];
}

/** What the API is asked for services; an empty list would mean "none" and is left out. */
export const promiseFilterOf = (params: PromiseParams) =>
  filledLists(params, promiseFields);

/** The address as the only place where the filters are kept. */
export function usePromiseAddress() {
  const [search, setSearch] = useSearchParams();
  const params: PromiseParams = {
    ...listsIn(search, promiseFields),
    verdict: amongst(promiseVerdicts, search, 'verdict'),
  };
  const change = (patch: Partial<PromiseParams>) => {
    const next = new URLSearchParams();
    for (const [name, values] of Object.entries({ ...params, ...patch })) {
      for (const value of values) next.append(name, value);
    }
    setSearch(next);
  };
  return { params, change };
}

export type PromiseAddress = ReturnType<typeof usePromiseAddress>;
