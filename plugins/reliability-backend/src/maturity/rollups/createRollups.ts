import { ProgrammeOptions, ProgrammeTask } from '../programmeOptions';
import { ComparisonService } from './ComparisonService';
import { HeatmapService } from './HeatmapService';
import { MoversService } from './MoversService';
import { PastDays } from './PastDays';
import { RollupsApi } from './rollupsRouter';
import { RollupsService } from './RollupsService';
import { ServiceTypeStore } from './ServiceTypeStore';

/** What the routes of the heatmap, rollups by group, and fair comparisons need, and what runs beside them. */
export function createRollups(options: ProgrammeOptions): {
  readonly api: RollupsApi;
  readonly tasks: readonly ProgrammeTask[];
} {
  const types = new ServiceTypeStore(options.now);
  const pastDays = new PastDays();
  return {
    api: {
      heatmap: new HeatmapService(options),
      rollups: new RollupsService({ ...options, types }),
      comparison: new ComparisonService({ ...options, types, pastDays }),
      movers: new MoversService({ ...options, pastDays }),
    },
    tasks: [],
  };
}
