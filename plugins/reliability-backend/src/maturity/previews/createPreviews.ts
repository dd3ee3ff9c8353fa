import { ProgrammeOptions, ProgrammeTask } from '../programmeOptions';
import { ServiceFacts } from '../ServiceFacts';
import { CheapestPathService } from './CheapestPathService';
import { PreviewRunner } from './PreviewRunner';
import { PreviewService } from './PreviewService';
import { PreviewSlots } from './PreviewSlots';
import { PreviewsApi } from './previewsRouter';
import { PreviewStore } from './PreviewStore';

/** What the routes of what another rule, tier or piece of work would change need, and what runs beside them. */
export function createPreviews(options: ProgrammeOptions): {
  readonly api: PreviewsApi;
  readonly tasks: readonly ProgrammeTask[];
} {
  const { knex, config, now } = options;
  const store = new PreviewStore();
  const slots = new PreviewSlots();
  const exemptionsOf = async (refs: readonly string[], at: number) => {
    const granted = await options.stores.exemptions.inForce(knex, refs, at);
    const wanted = new Set(refs);
    return [...config.exemptions, ...[...granted.values()].flat()].filter(
      ({ entityRef }) => wanted.has(entityRef),
    );
  };
  return {
    api: {
      slots,
      previews: new PreviewService({
        ...options,
        store,
        slots,
        runner: new PreviewRunner({
          knex,
          facts: new ServiceFacts(options),
          reports: options.stores.reports,
        }),
        exemptionsOf,
      }),
      cheapestPaths: new CheapestPathService(options),
    },
    tasks: [
      {
        id: 'reliability-previews',
        everySeconds: 3600,
        run: async () => {
          await store.removeExpired(knex, now());
        },
      },
    ],
  };
}
