import {
  blindSpots,
  darkBurns,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { IncidentConfig } from '../../config/incidents';
import { groupBy } from '../../database/groupBy';
import { Stores } from '../../database/stores';
import { SloBudget, SloBudgets } from '../../maturity/SloBudgets';
import { StoredReview } from './BudgetReviewStore';
import { ServiceImpact } from './ImpactStore';
import { StoredSpend } from './SpendStore';

const DAY = 24 * 60 * 60 * 1000;

/** Days that are looked at: later no incident is measured that would explain them. */
const LOOK_BACK_MS = 8 * DAY;

const SLOS_AT_ONCE = 200;

/** An objective that was asked and has no data says nothing, and nobody waits for it; should data come, all is looked at again. */
const tells = ({ measuredAt, bad, final }: StoredSpend) =>
  final || measuredAt === undefined || bad !== null;

/** Finds budgets that went without an incident, and incidents that no budget felt. */
export class BudgetReviewFinder {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: { readonly incidents: Pick<IncidentConfig, 'ledger'> };
      readonly sloBudgets: SloBudgets;
      readonly now: () => number;
    },
  ) {}

  /** Looks whether incidents were felt by the SLOs of their services; one that is not measured to its end waits. */
  async findBlindSpots(incidentIds: readonly string[]): Promise<number> {
    const ids = [...new Set(incidentIds)];
    if (ids.length === 0) return 0;
    const { knex, stores, now } = this.options;
    const incidents = await stores.incidentImpacts.of(knex, ids);
    const spends = await stores.incidentSpends.ofIncidents(knex, ids);
    const byIncident = groupBy(spends, ({ incidentId }) => incidentId);
    const found: StoredReview[] = [];
    const unfounded: string[] = [];
    for (const [id, own] of byIncident) {
      const incident = incidents.get(id);
      const [impact] = own;
      const spots = incident
        ? blindSpots(incident, impact, own.filter(tells))
        : [];
      const refs = new Set(own.map(({ entityRef }) => entityRef));
      for (const entityRef of refs) {
        const spot = spots.find(each => each.entityRef === entityRef);
        const reviewId = `blind-spot:${entityRef}:${id}`;
        if (!spot) unfounded.push(reviewId);
        else {
          found.push({
            id: reviewId,
            kind: 'blind-spot',
            sloId: spot.sloId,
            objectiveId: spot.objectiveId,
            incidentId: id,
            entityRef,
            from: impact.from,
            to: impact.to,
            share: spot.share,
            state: 'open',
            note: '',
            foundAt: now(),
          });
        }
      }
    }
    await stores.budgetReviews.removeOpen(knex, unfounded);
    return stores.budgetReviews.add(knex, found);
  }

  /** Looks at the days that closed lately, of all SLOs. @returns how many new items there are */
  async findDarkBurns(signal?: AbortSignal): Promise<number> {
    const { knex, sloBudgets } = this.options;
    let count = 0;
    let after = '';
    while (!signal?.aborted) {
      const ids = await sloBudgets.idsAfter(knex, after, SLOS_AT_ONCE);
      if (ids.length === 0) break;
      const budgets = await sloBudgets.of(knex, ids);
      count += await this.darkBurnsOf([...budgets.values()]);
      after = ids[ids.length - 1];
    }
    return count;
  }

  private async darkBurnsOf(budgets: readonly SloBudget[]): Promise<number> {
    const { knex, stores, now } = this.options;
    const range = { from: now() - LOOK_BACK_MS, to: now() };
    // The first day began before: what explains it may lie there.
    const wider = { ...range, from: range.from - 2 * DAY };
    const ids = budgets.map(({ id }) => id);
    const refs = [...new Set(budgets.map(({ entityRef }) => entityRef))];
    const spends = await stores.incidentSpends.ofSlos(knex, ids, wider);
    const impacts = await stores.incidentImpacts.ofServices(
      knex,
      refs,
      wider,
      now(),
    );
    const bySlo = groupBy(spends, ({ sloId }) => sloId);
    const byService = groupBy(impacts, ({ entityRef }) => entityRef);
    const found: StoredReview[] = [];
    const unfounded: string[] = [];
    for (const budget of budgets) {
      const known = {
        spends: bySlo.get(budget.id) ?? [],
        impacts: byService.get(budget.entityRef) ?? [],
      };
      const { burns, others } = await this.darkDays(budget, known, range);
      found.push(...burns);
      unfounded.push(...others);
    }
    await stores.budgetReviews.removeOpen(knex, unfounded);
    return stores.budgetReviews.add(knex, found);
  }

  private async darkDays(
    budget: SloBudget,
    known: {
      readonly spends: readonly StoredSpend[];
      readonly impacts: readonly ServiceImpact[];
    },
    range: { readonly from: number; readonly to: number },
  ): Promise<{ burns: StoredReview[]; others: string[] }> {
    const { knex, config, sloBudgets, now } = this.options;
    const objectiveId = budget.worst;
    const objective = budget.objectives.find(({ id }) => id === objectiveId);
    if (!objective || objective.allowed === null) {
      return { burns: [], others: [] };
    }
    const days = await sloBudgets.days(knex, budget, objectiveId, range);
    const spends = known.spends.filter(
      spend => spend.objectiveId === objectiveId,
    );
    const measured = new Set(
      spends.filter(({ final }) => final).map(({ incidentId }) => incidentId),
    );
    const burns = darkBurns({
      now: now(),
      days,
      spends,
      unmeasured: known.impacts.filter(
        ({ incident }) => !measured.has(incident.id),
      ),
      budget: objective.allowed,
      leastShare: config.incidents.ledger.darkBurnShare,
    });
    const idOf = (day: string) =>
      `dark-burn:${budget.id}:${objectiveId}:${day}`;
    const dark = new Set(burns.map(({ day }) => day));
    return {
      burns: burns.map(({ day, from, to, share }) => ({
        id: idOf(day),
        kind: 'dark-burn',
        sloId: budget.id,
        objectiveId,
        entityRef: budget.entityRef,
        from,
        to,
        share,
        state: 'open',
        note: '',
        foundAt: now(),
      })),
      others: days
        .filter(({ day }) => !dark.has(day))
        .map(({ day }) => idOf(day)),
    };
  }
}
