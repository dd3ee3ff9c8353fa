import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import {
  formatSloParams,
  parseSloParams,
  sloQueryOf,
  type SloParams,
} from '../../utils/slo/sloParams';
import { useListAddress, type ListAddress } from '../useListAddress';
import { useLoad } from '../useLoad';

/** What the address says about the SLOs of the company, and ways to change it. */
export type SloAddress = ListAddress<SloParams>;

const how = { parse: parseSloParams, format: formatSloParams };

/** Filters, order and page of the SLOs of the company, as the address has them. */
export function useSloParams(): SloAddress {
  return useListAddress(how);
}

/** One page of the SLOs of the company. */
export function useSlos(params: SloParams) {
  const api = useApi(reliabilityApiRef);
  const key = formatSloParams(params).toString();
  return useLoad(
    useCallback(
      signal =>
        api.getSlos(sloQueryOf(parseSloParams(new URLSearchParams(key))), {
          signal,
        }),
      [api, key],
    ),
  );
}
