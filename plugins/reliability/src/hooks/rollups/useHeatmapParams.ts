import {
  formatHeatmapParams,
  parseHeatmapParams,
  type HeatmapParams,
} from '../../utils/rollups/heatmapParams';
import { useListAddress, type ListAddress } from '../useListAddress';

/** What the address says about the map, and ways to change it. */
export type HeatmapAddress = ListAddress<HeatmapParams>;

const how = { parse: parseHeatmapParams, format: formatHeatmapParams };

/** Columns, filters, order and page of the map, as the address has them. */
export function useHeatmapParams(): HeatmapAddress {
  return useListAddress(how);
}
