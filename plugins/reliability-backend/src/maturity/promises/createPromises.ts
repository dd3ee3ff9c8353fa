import { ProgrammeOptions, ProgrammeTask } from '../programmeOptions';
import { BorrowedBurnReader } from './BorrowedBurnReader';
import { PromiseGraphReader } from './PromiseGraphReader';
import { PromiseListService } from './PromiseListService';
import { PromisePresenter } from './PromisePresenter';
import { PromisesApi } from './promisesRouter';
import { PromiseStore } from './PromiseStore';
import { PromiseTask } from './PromiseTask';
import { ServicePromiseService } from './ServicePromiseService';

/** What the routes of tiers against the catalog graph, and what the SLOs of dependencies allow need, and what runs beside them. */
export function createPromises(options: ProgrammeOptions): {
  readonly api: PromisesApi;
  readonly tasks: readonly ProgrammeTask[];
} {
  const parts = {
    ...options,
    promises: new PromiseStore(),
    graph: new PromiseGraphReader(options),
    presenter: new PromisePresenter(options),
    burn: new BorrowedBurnReader(options),
  };
  return {
    api: {
      list: new PromiseListService(parts),
      service: new ServicePromiseService(parts),
    },
    tasks: [new PromiseTask(parts)],
  };
}
