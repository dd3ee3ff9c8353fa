import {
  formatReadinessParams,
  parseReadinessParams,
  type ReadinessParams,
} from '../../utils/readiness/readinessParams';
import { useListAddress, type ListAddress } from '../useListAddress';

/** What the address says about the page of the organisation, and ways to change it. */
export type ReadinessAddress = ListAddress<ReadinessParams>;

const how = { parse: parseReadinessParams, format: formatReadinessParams };

/** Checklist, filters, order and page of the organisation's readiness, as the address has them. */
export function useReadinessParams(): ReadinessAddress {
  return useListAddress(how);
}
