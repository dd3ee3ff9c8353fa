import { Tier } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { setImmediate as breathe } from 'node:timers/promises';
import { inBatches } from '../../database/sql';
import { Stores } from '../../database/stores';
import { ProgrammeTask } from '../programmeOptions';
import { PromiseGraphReader } from './PromiseGraphReader';
import { PromiseRecord } from './promiseRecord';
import { PromiseStore } from './PromiseStore';
import { workOutPromises } from './workOutPromises';

/** Under this name the time of the last run is kept. */
export const PROMISES = 'promises';

/** Tiers, SLOs and incidents change without a word; so it is worked out anew. */
const EVERY_MS = 10 * 60 * 1000;

/** Services that are worked out without a pause. */
const BATCH = 200;

/** Works out tiers against the graph and promises against those of dependencies. */
export class PromiseTask implements ProgrammeTask {
  readonly id = 'reliability-promises';
  readonly everySeconds = 60;

  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Pick<Stores, 'sweeps'>;
      readonly config: { readonly tiers: readonly Tier[] };
      readonly graph: PromiseGraphReader;
      readonly promises: PromiseStore;
      readonly now: () => number;
    },
  ) {}

  /**
   * Works it out when ten minutes have passed, when the last reading of the catalog changed something since, or when
   * there are more services or fewer.
   */
  async run(): Promise<void> {
    if (await this.isDue()) await this.workOut();
  }

  private async isDue(): Promise<boolean> {
    const { knex, stores, graph, now } = this.options;
    const last = await stores.sweeps.last(knex, PROMISES);
    if (!last || now() - last.completedAt >= EVERY_MS) return true;
    // The reading that brought services may not be the last one any more.
    if ((await graph.count(knex)) !== last.seen) return true;
    const catalog = await stores.sweeps.last(knex, 'catalog');
    return (
      catalog !== undefined &&
      catalog.changed > 0 &&
      catalog.completedAt > last.completedAt
    );
  }

  private async workOut(): Promise<void> {
    const { knex, stores, config, graph, promises, now } = this.options;
    const at = now();
    const read = await graph.read(knex, at);
    const recordOf = workOutPromises(read, config.tiers);
    const records = new Map<string, PromiseRecord>();
    for (const batch of inBatches([...read.services.keys()], BATCH)) {
      // Requests come in between: there may be ten thousand services.
      await breathe();
      for (const ref of batch) records.set(ref, recordOf(ref)!);
    }
    await knex.transaction(async tx => {
      const changed = await promises.replace(tx, records);
      await stores.sweeps.complete(tx, PROMISES, {
        completedAt: at,
        seen: records.size,
        changed,
      });
    });
  }
}
