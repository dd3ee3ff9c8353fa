import {
  borrowedBurn,
  BorrowedBurnItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { isoTime } from '../../database/dates';
import { ServiceImpact } from '../../incidents/ledger/ImpactStore';
import { StoredSpend } from '../../incidents/ledger/SpendStore';
import { ProgrammeOptions } from '../programmeOptions';
import { SloBudget } from '../SloBudgets';
import { CanSee } from './PromisePresenter';
import { nodeItem, PromiseRecord, RecordNode } from './promiseRecord';

/** What a service borrowed is looked for in the incidents of these. */
interface Upstream {
  readonly nodes: ReadonlyMap<string, RecordNode>;
  readonly impacts: readonly ServiceImpact[];
}

/** How much of the budgets of a service lies in incidents of what it depends on. */
export class BorrowedBurnReader {
  constructor(
    private readonly options: Pick<
      ProgrammeOptions,
      'knex' | 'stores' | 'sloBudgets' | 'now'
    >,
  ) {}

  /** For each SLO of the service, of its worst objective and its window in force. */
  async of(record: PromiseRecord, canSee: CanSee): Promise<BorrowedBurnItem[]> {
    const { knex, stores, sloBudgets } = this.options;
    const { entityRef } = record.service;
    const budgets = [
      ...(await sloBudgets.ofServices(knex, [entityRef])).values(),
    ];
    if (budgets.length === 0) return [];
    const range = {
      from: Math.min(...budgets.map(({ window }) => window.from)),
      to: Math.max(...budgets.map(({ window }) => window.to)),
    };
    const upstream = await this.upstream(record, range);
    const spends = await stores.incidentSpends.ofSlos(
      knex,
      budgets.map(({ id }) => id),
      range,
    );
    return Promise.all(
      budgets.map(budget => this.present(budget, spends, upstream, canSee)),
    );
  }

  private async upstream(
    { promise }: PromiseRecord,
    range: { readonly from: number; readonly to: number },
  ): Promise<Upstream> {
    const { knex, stores, now } = this.options;
    const nodes = new Map(
      promise.dependencies
        .filter(({ isService }) => isService)
        .map(node => [node.entityRef, node]),
    );
    const impacts =
      nodes.size === 0
        ? []
        : await stores.incidentImpacts.ofServices(
            knex,
            [...nodes.keys()],
            range,
            now(),
          );
    return { nodes, impacts };
  }

  private async present(
    budget: SloBudget,
    spends: readonly StoredSpend[],
    { nodes, impacts }: Upstream,
    canSee: CanSee,
  ): Promise<BorrowedBurnItem> {
    const { id, title, worst, window } = budget;
    const { knex, sloBudgets } = this.options;
    const objective = budget.objectives.find(each => each.id === worst);
    const burn = borrowedBurn({
      allowed: objective?.allowed ?? null,
      spent: objective?.consumed ?? null,
      window,
      days: await sloBudgets.days(knex, budget, worst, window),
      spends: spends.filter(
        ({ sloId, objectiveId }) => sloId === id && objectiveId === worst,
      ),
      upstream: impacts.map(({ entityRef, incident, from, to }) => ({
        entityRef,
        incidentId: incident.id,
        from,
        to,
      })),
    });
    const names = new Map(
      impacts.map(({ incident }) => [incident.id, incident.name]),
    );
    const seen = burn.upstream.filter(canSee);
    return {
      sloId: id,
      title,
      objectiveId: worst,
      window: { from: isoTime(window.from), to: isoTime(window.to) },
      spent: burn.spent,
      borrowed: burn.borrowed,
      own: burn.own,
      unexplained: burn.unexplained,
      unmeasured: burn.unmeasured,
      upstream: seen.map(impact => ({
        dependency: nodeItem(nodes.get(impact.entityRef)!),
        incidentId: impact.incidentId,
        name: names.get(impact.incidentId) ?? impact.incidentId,
        from: isoTime(impact.from),
        to: isoTime(impact.to),
        share: impact.share,
      })),
      hiddenIncidents: burn.upstream.length - seen.length,
    };
  }
}
