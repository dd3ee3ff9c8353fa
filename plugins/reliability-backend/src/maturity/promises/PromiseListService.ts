import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  fingerprint,
  promisesQuerySchema,
  PromisesResponse,
  tierHonestyQuerySchema,
  TierHonestyResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { isoTime } from '../../database/dates';
import { decodeCursor, encodeCursor, isText, pageOf } from '../../http/cursor';
import { ownersBelow } from '../ownersBelow';
import { ProgrammeOptions } from '../programmeOptions';
import { PromisePresenter } from './PromisePresenter';
import { PromiseFilter, PromisePage, PromiseStore } from './PromiseStore';
import { PROMISES } from './PromiseTask';

type HonestyCommand = z.output<typeof tierHonestyQuerySchema>;
type PromisesCommand = z.output<typeof promisesQuerySchema>;
type Narrowed = Pick<HonestyCommand, 'owner' | 'tier' | 'limit' | 'cursor'>;

/** Lists of what the task worked out, as one reader may see it. */
export class PromiseListService {
  constructor(
    private readonly options: Pick<
      ProgrammeOptions,
      'knex' | 'stores' | 'access'
    > & {
      readonly promises: PromiseStore;
      readonly presenter: PromisePresenter;
    },
  ) {}

  async honesty(
    command: HonestyCommand,
    credentials: BackstageCredentials,
  ): Promise<TierHonestyResponse> {
    const { knex, presenter, promises } = this.options;
    const { kind } = command;
    const filter = await this.filterOf(command, credentials);
    const { records, ...page } = await this.page(command, filter, { kind });
    const canSee = await presenter.canSee(records, credentials);
    const { inversion, proposal } = await promises.counts(knex, filter);
    return {
      ...page,
      items: records.map(record => presenter.honesty(record, canSee)),
      counts: { inversion, proposal },
      computedAt: await this.computedAt(),
    };
  }

  async promises(
    command: PromisesCommand,
    credentials: BackstageCredentials,
  ): Promise<PromisesResponse> {
    const { knex, presenter, promises } = this.options;
    const { verdict } = command;
    const filter = await this.filterOf(command, credentials);
    const { records, ...page } = await this.page(command, filter, {
      kind: 'promise',
      verdict,
    });
    const canSee = await presenter.canSee(records, credentials);
    const { verdicts } = await promises.counts(knex, filter);
    return {
      ...page,
      items: records.map(record => ({
        service: record.service,
        promise: presenter.promise(record, canSee),
      })),
      counts: verdicts,
      computedAt: await this.computedAt(),
    };
  }

  private async filterOf(
    { owner, tier }: Narrowed,
    credentials: BackstageCredentials,
  ): Promise<PromiseFilter> {
    const { knex, stores, access } = this.options;
    return {
      visible: await access.visibleRefs(credentials),
      owner: await ownersBelow(knex, stores, owner),
      tier,
    };
  }

  private async page(
    { limit, cursor, ...query }: Narrowed,
    filter: PromiseFilter,
    what: Pick<PromisePage, 'kind' | 'verdict'>,
  ) {
    const { knex, promises } = this.options;
    const madeFor = fingerprint([PROMISES, what.kind, query]);
    const { items, total } = await promises.page(knex, filter, {
      ...what,
      after: decodeCursor(cursor, madeFor, isText),
      limit: limit + 1,
    });
    const page = pageOf(items, limit, ({ key }) => encodeCursor(key, madeFor));
    return {
      records: page.items.map(({ record }) => record),
      totalItems: total,
      ...(page.nextCursor && { nextCursor: page.nextCursor }),
    };
  }

  private async computedAt(): Promise<string | null> {
    const { knex, stores } = this.options;
    const last = await stores.sweeps.last(knex, PROMISES);
    return last ? isoTime(last.completedAt) : null;
  }
}
