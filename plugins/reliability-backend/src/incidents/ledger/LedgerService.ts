import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  sloLedgerQuerySchema,
  SloLedgerResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { Access } from '../../access/Access';
import { Stores } from '../../database/stores';
import { SloBudget, SloBudgets } from '../../maturity/SloBudgets';
import { ServiceLedgers } from './ServiceLedgers';

type LedgerCommand = z.output<typeof sloLedgerQuerySchema>;

/** Where the error budget of an SLO went. */
export class LedgerService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly access: Access;
      readonly sloBudgets: SloBudgets;
      readonly serviceLedgers: ServiceLedgers;
    },
  ) {}

  /**
   * @throws NotFoundError when there is no such SLO, or the caller may not see its service
   * @throws InputError when it has no such objective
   */
  async get(
    id: string,
    { objective }: LedgerCommand,
    credentials: BackstageCredentials,
  ): Promise<SloLedgerResponse> {
    const budget = await this.requireVisible(id, credentials);
    const ids = budget.objectives.map(each => each.id);
    if (objective !== undefined && !ids.includes(objective)) {
      throw new InputError(
        `objective: there is no objective "${objective}", only ${ids.join(
          ', ',
        )}`,
      );
    }
    return this.options.serviceLedgers.of(budget, objective ?? budget.worst);
  }

  private async requireVisible(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<SloBudget> {
    const { knex, stores, access, sloBudgets } = this.options;
    const budget = (await sloBudgets.of(knex, [id])).get(id);
    const isThere =
      budget && (await stores.services.get(knex, budget.entityRef));
    if (!isThere || !(await access.canRead(credentials, budget.entityRef))) {
      throw new NotFoundError(
        `There is no SLO "${id}", or the catalog does not show its service to you`,
      );
    }
    return budget;
  }
}
