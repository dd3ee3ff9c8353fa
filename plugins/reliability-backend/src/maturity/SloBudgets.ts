import {
  Budget,
  COMPOSITE,
  dayRange,
  LedgerDay,
  sloDayAt,
  TimeRange,
  windowAt,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Db } from '../database/sql';
import { Stores } from '../database/stores';
import { StoredCorrection } from '../slo/CorrectionStore';
import { LoadedSlo, sourceOf } from '../slo/loadedSlo';
import { SliSources } from '../slo/SliSources';
import { SloMeasurer } from '../slo/SloMeasurer';
import { SloSubjects } from '../slo/SloSubjects';
import {
  CountsOfObjectives,
  MeasuredWindows,
  measureEvents,
} from './measureEvents';

/** The budget of one objective over the window in force. */
export interface ObjectiveBudget {
  readonly id: string;
  /** Bad events that the window allows; null: no data. */
  readonly allowed: number | null;
  /** Bad events so far; null: no data. */
  readonly bad: number | null;
  /** Share that is spent, 1: all of it; null: no data. */
  readonly consumed: number | null;
}

/** The budgets of an SLO, as last evaluated. Times are milliseconds since the epoch. */
export interface SloBudget {
  readonly id: string;
  readonly title: string;
  readonly entityRef: string;
  /** null: never. */
  readonly evaluatedAt: number | null;
  /** The window in force. */
  readonly window: TimeRange;
  /** Of a composite the whole first. */
  readonly objectives: readonly ObjectiveBudget[];
  /** Id of the objective that stands for the SLO. */
  readonly worst: string;
  /** Whether its source counts events; another only reports how it is. */
  readonly counts: boolean;
}

/** A day with what was left of the budget at its end. */
export interface BudgetDay extends LedgerDay {
  readonly remaining: number | null;
}

/** Bad events that a window allows: as many as make what was spent of it, so that a calendar window has its whole. */
function allowedOf(
  budget: Pick<Budget, 'bad' | 'total' | 'consumed'> | undefined,
  target: number,
): number | null {
  const { bad = null, total = null, consumed = null } = budget ?? {};
  if (bad !== null && consumed !== null && bad > 0 && consumed > 0) {
    return bad / consumed;
  }
  return total === null ? null : (total * (1_000_000 - target)) / 1_000_000;
}

/** What the ledger of incidents needs of SLOs: incidents and SLOs meet only here. */
export class SloBudgets {
  constructor(
    private readonly options: {
      readonly stores: Stores;
      readonly sliSources: SliSources;
      readonly sloSubjects: SloSubjects;
      readonly sloMeasurer: SloMeasurer;
      readonly now: () => number;
    },
  ) {}

  /** Budgets by id of the SLO. */
  async of(db: Db, ids: readonly string[]): Promise<Map<string, SloBudget>> {
    return this.budgets(db, await this.options.stores.slos.get(db, ids));
  }

  /** Budgets of the SLOs of services, by id of the SLO. */
  async ofServices(
    db: Db,
    refs: readonly string[],
  ): Promise<Map<string, SloBudget>> {
    const { slos } = this.options.stores;
    return this.budgets(db, await slos.ofServices(db, refs));
  }

  /** Ids of the SLOs in force after one, in their order. */
  async idsAfter(db: Db, after: string, limit: number): Promise<string[]> {
    return db('reliability_slos')
      .where('id', '>', after)
      .orderBy('id')
      .limit(limit)
      .pluck('id');
  }

  /**
   * The days of an objective that touch a time, in order. The day that goes on has what the window has beyond the
   * days before it.
   */
  async days(
    db: Db,
    budget: SloBudget,
    objectiveId: string,
    range: TimeRange,
  ): Promise<BudgetDay[]> {
    const { stores } = this.options;
    const [loaded] = await stores.slos.get(db, [budget.id]);
    if (!loaded) return [];
    const { window } = loaded.slo;
    const rows = await stores.sloDays.of(db, loaded, objectiveId, {
      from: sloDayAt(window, range.from),
      to: sloDayAt(window, range.to - 1),
    });
    const days = rows.map(({ day, bad, remaining }) => ({
      day,
      ...dayRange(window, day),
      bad,
      remaining,
    }));
    const today = this.today(loaded, budget, objectiveId, days);
    return today && today.from < range.to ? [...days, today] : days;
  }

  /** Times that people took out of budgets, by id of the SLO. */
  async corrections(
    db: Db,
    ids: readonly string[],
  ): Promise<Map<string, StoredCorrection[]>> {
    return this.options.stores.sloCorrections.of(db, ids);
  }

  /**
   * Counts the events of an SLO in windows, without what corrections take out.
   *
   * @returns by id of the objective and key of the window; undefined where the SLO is gone
   * @throws SliSourceError, or Error where the answer is not whole
   */
  async measure(
    db: Db,
    id: string,
    windows: MeasuredWindows,
    signal: AbortSignal,
  ): Promise<CountsOfObjectives | undefined> {
    const { stores, sloSubjects, sloMeasurer } = this.options;
    const loaded = await stores.slos.get(db, [id]);
    const subject = (await sloSubjects.of(db, loaded)).get(id);
    if (!subject) return undefined;
    const corrections = (await this.corrections(db, [id])).get(id) ?? [];
    return measureEvents(
      sloMeasurer,
      subject,
      { windows, corrections },
      signal,
    );
  }

  private async budgets(
    db: Db,
    loaded: readonly LoadedSlo[],
  ): Promise<Map<string, SloBudget>> {
    const { stores, sliSources, now } = this.options;
    const states = await stores.sloStates.whole(
      db,
      loaded.map(({ id }) => id),
    );
    return new Map(
      loaded.map(({ id, entityRef, slo }) => {
        const evaluation = states.get(id)?.evaluation;
        const known = new Map(
          (evaluation?.objectives ?? []).map(each => [each.id, each]),
        );
        const targets = [
          ...(slo.composite
            ? [{ id: COMPOSITE, target: slo.composite.target }]
            : []),
          ...slo.objectives,
        ];
        const { from, end } = windowAt(slo.window, evaluation?.at ?? now());
        const objectives = targets.map(objective => {
          const budget = known.get(objective.id)?.budget;
          return {
            id: objective.id,
            allowed: allowedOf(budget, objective.target),
            bad: budget?.bad ?? null,
            consumed: budget?.consumed ?? null,
          };
        });
        const source = sliSources.find(sourceOf(slo), id);
        const budget: SloBudget = {
          id,
          title: slo.title,
          entityRef,
          evaluatedAt: evaluation?.at ?? null,
          window: { from, to: end },
          objectives,
          worst: evaluation?.worst ?? objectives[0].id,
          counts: source?.kind === 'counts',
        };
        return [id, budget];
      }),
    );
  }

  private today(
    { slo }: LoadedSlo,
    budget: SloBudget,
    objectiveId: string,
    days: readonly BudgetDay[],
  ): BudgetDay | undefined {
    const { evaluatedAt, objectives, window } = budget;
    const objective = objectives.find(({ id }) => id === objectiveId);
    if (evaluatedAt === null || !objective) return undefined;
    const day = sloDayAt(slo.window, evaluatedAt);
    if (days.some(known => known.day === day)) return undefined;
    const before = days.reduce((sum, { from, to, bad }) => {
      const inside = to - Math.max(from, window.from);
      return inside > 0 ? sum + ((bad ?? 0) * inside) / (to - from) : sum;
    }, 0);
    return {
      day,
      ...dayRange(slo.window, day),
      bad: objective.bad === null ? null : Math.max(0, objective.bad - before),
      remaining: objective.consumed === null ? null : 1 - objective.consumed,
    };
  }
}
