import {
  ledger,
  LedgerEntry,
  SloLedgerResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { isoOrNull, isoTime } from '../../database/dates';
import { Stores } from '../../database/stores';
import { BudgetDay, SloBudget, SloBudgets } from '../../maturity/SloBudgets';
import { ServiceImpact } from './ImpactStore';
import { StoredSpend } from './SpendStore';

/** A time; milliseconds since the epoch. */
interface Range {
  readonly from: number;
  readonly to: number;
}

const presentLine = (
  entry: LedgerEntry,
): SloLedgerResponse['lines'][number] => ({
  ...entry,
  from: isoTime(entry.from),
  to: isoTime(entry.to),
});

/** What was left at the end of each day. */
export const presentDays = (
  days: readonly BudgetDay[],
): SloLedgerResponse['burnDown'] =>
  days.map(({ day, remaining }) => ({ day, remaining }));

const isMeasured = ({ measuredAt }: StoredSpend) => measuredAt !== undefined;

/** Incidents that nothing was measured of yet. */
function unmeasuredIn(
  impacts: readonly ServiceImpact[],
  measured: readonly StoredSpend[],
): number {
  const known = new Set(measured.map(({ incidentId }) => incidentId));
  return impacts.filter(({ incident }) => !known.has(incident.id)).length;
}

/** Where the budgets of a service went. Everything is in our own database; no source is asked. */
export class ServiceLedgers {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly sloBudgets: SloBudgets;
      readonly now: () => number;
    },
  ) {}

  /** The ledger of one objective over the window in force. */
  async of(budget: SloBudget, objectiveId: string): Promise<SloLedgerResponse> {
    const { knex, stores, sloBudgets, now } = this.options;
    const { window, id } = budget;
    const objective = budget.objectives.find(each => each.id === objectiveId);
    const until = Math.min(window.to, now());
    const range = { from: window.from, to: until };
    const spends = (
      await stores.incidentSpends.ofSlos(knex, [id], range)
    ).filter(spend => spend.objectiveId === objectiveId);
    const impacts = await this.impacts(budget, range);
    const names = new Map(
      impacts.map(({ incident }) => [incident.id, incident.name]),
    );
    const days = await sloBudgets.days(knex, budget, objectiveId, range);
    const corrections = (await sloBudgets.corrections(knex, [id])).get(id);
    const reviews = await stores.budgetReviews.ofSlos(knex, [id], range);
    const measured = spends.filter(isMeasured);
    const found = ledger({
      window: range,
      budget: objective?.allowed ?? null,
      spent: objective?.consumed ?? null,
      days,
      spends: measured.map(({ incidentId, from, to, bad, share }) => ({
        incidentId,
        title: names.get(incidentId) ?? incidentId,
        from,
        to,
        bad,
        share,
      })),
      corrections: (corrections ?? []).map(({ from, to, reason }) => ({
        from,
        to,
        title: reason,
        bad: null,
      })),
      reviews: reviews.map(({ id: reviewId, incidentId, from, to }) => ({
        id: reviewId,
        incidentId: incidentId ?? null,
        from,
        to,
      })),
    });
    return {
      sloId: id,
      objectiveId,
      window: { from: isoTime(window.from), to: isoTime(window.to) },
      evaluatedAt: isoOrNull(budget.evaluatedAt),
      budget: objective?.allowed ?? null,
      spent: objective?.consumed ?? null,
      explained: found.explained,
      unexplained: found.unexplained,
      unmeasured: unmeasuredIn(impacts, measured),
      lines: found.lines.map(presentLine),
      burnDown: presentDays(days),
    };
  }

  private impacts(budget: SloBudget, range: Range): Promise<ServiceImpact[]> {
    const { knex, stores, now } = this.options;
    return stores.incidentImpacts.ofServices(
      knex,
      [budget.entityRef],
      range,
      now(),
    );
  }
}
