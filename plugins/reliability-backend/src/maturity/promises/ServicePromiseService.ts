import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ServicePromiseResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { isoTime } from '../../database/dates';
import { ProgrammeOptions } from '../programmeOptions';
import { BorrowedBurnReader } from './BorrowedBurnReader';
import { PromiseGraphReader } from './PromiseGraphReader';
import { PromisePresenter } from './PromisePresenter';
import { PromiseRecord } from './promiseRecord';
import { PromiseStore } from './PromiseStore';
import { PROMISES } from './PromiseTask';
import { workOutPromises } from './workOutPromises';

/** Tier, promise and borrowed burn of one service. */
export class ServicePromiseService {
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
  ) {}

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
    const { knex, stores, config, graph, promises, now } = this.options;
    const last = await stores.sweeps.last(knex, PROMISES);
    const record = last && (await promises.get(knex, entityRef));
    if (record) return { record, at: last.completedAt };
    const at = now();
    const recordOf = workOutPromises(await graph.read(knex, at), config.tiers);
    return { record: recordOf(entityRef)!, at };
  }
}
