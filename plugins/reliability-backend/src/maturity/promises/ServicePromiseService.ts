import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { ServicePromiseResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { Remembered } from '../../access/Remembered';
import { isoTime } from '../../database/dates';
import { ProgrammeOptions } from '../programmeOptions';
import { BorrowedBurnReader } from './BorrowedBurnReader';
import { PromiseGraphReader } from './PromiseGraphReader';
import { PromisePresenter } from './PromisePresenter';
import { PromiseRecord } from './promiseRecord';
import { PromiseStore } from './PromiseStore';
import { PROMISES } from './PromiseTask';
import { workOutPromises } from './workOutPromises';

/** The task follows within a minute; until then readers share what was worked out. */
const TTL_MS = 60_000;

interface WorkedOut {
  readonly recordOf: (entityRef: string) => PromiseRecord | undefined;
  readonly at: number;
}

/** Tier, promise and borrowed burn of one service. */
export class ServicePromiseService {
  private readonly workedOut: Remembered<WorkedOut>;

  constructor(
    private readonly options: Pick<
      ProgrammeOptions,
      'knex' | 'stores' | 'config' | 'maturity' | 'now'
    > & {
      readonly graph: PromiseGraphReader;
      readonly promises: PromiseStore;
      readonly presenter: PromisePresenter;
      readonly burn: BorrowedBurnReader;
    },
  ) {
    const { now } = options;
    this.workedOut = new Remembered({ ttlMs: TTL_MS, now });
  }

  /** @throws NotFoundError when it is no service, or the caller may not see it */
  async get(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<ServicePromiseResponse> {
    const { maturity, presenter, burn } = this.options;
    const service = await maturity.requireVisible(entityRef, credentials);
    const { record, at } = await this.known(service.entityRef);
    const canSee = await presenter.canSee([record], credentials);
    return {
      ...presenter.honesty(record, canSee),
      promise: presenter.promise(record, canSee),
      burn: await burn.of(record, canSee),
      computedAt: isoTime(at),
    };
  }

  /** As the task left it; a service that is newer than its last run is worked out now. */
  private async known(
    entityRef: string,
  ): Promise<{ record: PromiseRecord; at: number }> {
    const { knex, stores, promises } = this.options;
    const last = await stores.sweeps.last(knex, PROMISES);
    const record = last && (await promises.get(knex, entityRef));
    if (record) return { record, at: last.completedAt };
    const shared = await this.shared();
    if (!shared.recordOf(entityRef)) this.workedOut.clear();
    const { recordOf, at } = await this.shared();
    const found = recordOf(entityRef);
    if (found) return { record: found, at };
    throw new NotFoundError(`${entityRef} is not a service any more`);
  }

  private shared(): Promise<WorkedOut> {
    return this.workedOut.get('all', () => this.work());
  }

  private async work(): Promise<WorkedOut> {
    const { knex, config, graph, now } = this.options;
    const at = now();
    const read = await graph.read(knex, at);
    return { recordOf: workOutPromises(read, config.tiers), at };
  }
}
