import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import {
  formatOncallParams,
  oncallQueryOf,
  parseOncallParams,
  rotationsQueryOf,
  type OncallParams,
} from '../../utils/oncall/params';
import { useListAddress, type ListAddress } from '../useListAddress';
import { useLoad } from '../useLoad';
import { useReloading } from './useReloading';

/** What the address says about the directory, and ways to change it. */
export type OncallAddress = ListAddress<OncallParams>;

const how = { parse: parseOncallParams, format: formatOncallParams };

/** List, filters, time, order and page of the directory, as the address has them. */
export function useOncallParams(): OncallAddress {
  return useListAddress(how);
}

const paramsOf = (key: string) => parseOncallParams(new URLSearchParams(key));

/** One page of who is on call for what, with the question that it answers. */
export function useOncall(params: OncallParams) {
  const api = useApi(reliabilityApiRef);
  const key = formatOncallParams(params).toString();
  const load = useCallback(
    async (signal: AbortSignal) => {
      const asked = paramsOf(key);
      const page = await api.getOncall(oncallQueryOf(asked), { signal });
      return { page, asked };
    },
    [api, key],
  );
  return useReloading(useLoad(load));
}

/** One page of rotations. */
export function useRotations(params: OncallParams) {
  const api = useApi(reliabilityApiRef);
  const key = formatOncallParams(params).toString();
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getRotations(rotationsQueryOf(paramsOf(key)), { signal }),
    [api, key],
  );
  return useReloading(useLoad(load));
}

/** How each account at a provider does. */
export function useOncallAccounts() {
  const api = useApi(reliabilityApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getOncallAccounts({ signal }),
    [api],
  );
  return useLoad(load);
}
