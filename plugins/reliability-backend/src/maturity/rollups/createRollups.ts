import { PastDays } from '../PastDays';
import { ProgrammeOptions, ProgrammeTask } from '../programmeOptions';
import { ComparisonService } from './ComparisonService';
import { HeatmapService } from './HeatmapService';
import { MoversService } from './MoversService';
import { RollupsApi } from './rollupsRouter';
import { RollupsService } from './RollupsService';
import { ServiceTypeStore } from './ServiceTypeStore';

/** What the routes of the heatmap, rollups by group, and fair comparisons need, and what runs beside them. */
export function createRollups(
  options: ProgrammeOptions & { readonly pastDays: PastDays },
): {
  readonly api: RollupsApi;
  readonly tasks: readonly ProgrammeTask[];
} {
  const types = new ServiceTypeStore(options.now);
  return {
    api: {
      heatmap: new HeatmapService(options),
      rollups: new RollupsService({ ...options, types }),
      comparison: new ComparisonService({ ...options, types }),
      movers: new MoversService(options),
    },
    tasks: [],
  };
}
