import {
  compareStates,
  CompiledScorecard,
  StateComparison,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { setImmediate as breathe } from 'node:timers/promises';
import { Remembered } from '../../access/Remembered';
import { dayOf } from '../../database/dates';
import { inBatches } from '../../database/sql';
import {
  endOfDay,
  PastDay,
  PastState,
  PastStates,
  startOfDay,
} from './PastStates';
import { PastStore, ServiceStep } from './PastStore';

/** Two days of all services, whoever may see them, and what differs. */
export interface DayPair {
  readonly before: PastDay;
  readonly after: PastDay;
  /** Of those that were there on both days and differ. */
  readonly comparisons: ReadonlyMap<string, StateComparison>;
}

/** Readers who ask for the same days within a visit share one comparison. */
const TTL_MS = 5 * 60_000;
const MAX_PAIRS = 6;

/** Services compared before other requests have their turn. */
const BATCH = 250;

const isSame = (before: PastState, after: PastState) =>
  before.score === after.score &&
  before.level === after.level &&
  before.levelId === after.levelId &&
  before.outcomes === after.outcomes &&
  before.row.scorecardHash === after.row.scorecardHash;

/** A step writes its report anew, so the same report has the same steps behind it. */
const isUntouched = (known: PastState | undefined, state: PastState) =>
  known !== undefined &&
  isSame(known, state) &&
  known.assessedAt !== undefined &&
  known.assessedAt === state.assessedAt;

/** Which facts made each of ten thousand services flip is asked service by service. */
const withoutFacts = (comparison: StateComparison): StateComparison => ({
  ...comparison,
  flips: comparison.flips.map(flip => ({ ...flip, facts: [] })),
});

/** The steps that lie between two states; a report holds those up to its own time. */
export function stepsBetween(
  steps: readonly ServiceStep[],
  before: { state: PastState; day: string },
  after: { state: PastState; day: string },
): ServiceStep[] {
  const from = before.state.assessedAt ?? endOfDay(before.day) - 1;
  const to = after.state.assessedAt ?? endOfDay(after.day) - 1;
  return steps.filter(({ at }) => at > from && at <= to);
}

/**
 * Compares all services of two days with a handful of queries, and keeps the result while nothing moves. When something
 * did, only the services that moved are compared again.
 */
export class DayPairs {
  private readonly store = new PastStore();
  private readonly known: Remembered<DayPair>;
  private readonly latest = new Map<string, Promise<DayPair>>();

  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly states: PastStates;
      readonly now: () => number;
    },
  ) {
    const { now } = options;
    this.known = new Remembered({ ttlMs: TTL_MS, now, maxKeys: MAX_PAIRS });
  }

  async of(
    scorecard: CompiledScorecard,
    days: { from: string; to: string },
  ): Promise<DayPair> {
    const { knex, now } = this.options;
    const today = dayOf(now());
    const key = [
      scorecard.hash,
      scorecard.definition.id,
      days.from,
      days.to,
      today,
    ].join('|');
    // What is over does not move.
    const marker = days.to < today ? '' : await this.store.marker(knex);
    return this.known.get(`${key}|${marker}`, () =>
      this.after(key, last => this.compare(scorecard, days, last)),
    );
  }

  /** One comparison of the same days after the other, each from what the last one found. */
  private after(
    key: string,
    compare: (last: DayPair | undefined) => Promise<DayPair>,
  ): Promise<DayPair> {
    const { latest } = this;
    const last = latest.get(key)?.catch(() => undefined);
    const next = Promise.resolve(last).then(compare);
    latest.delete(key);
    latest.set(key, next);
    if (latest.size > MAX_PAIRS) latest.delete([...latest.keys()][0]);
    return next;
  }

  private async compare(
    scorecard: CompiledScorecard,
    { from, to }: { from: string; to: string },
    last: DayPair | undefined,
  ): Promise<DayPair> {
    const { knex, states } = this.options;
    // A past day that was written never changes, unlike one that is put together from steps.
    const before =
      last?.before.source === 'snapshot'
        ? last.before
        : await states.of(knex, scorecard, from);
    const after = await states.of(knex, scorecard, to);
    const comparisons = new Map<string, StateComparison>();
    const changed: { ref: string; old: PastState; state: PastState }[] = [];
    for (const [ref, state] of after.states) {
      const old = before.states.get(ref);
      if (!old || isSame(old, state)) continue;
      const found = last?.comparisons.get(ref);
      const stays =
        isUntouched(last?.before.states.get(ref), old) &&
        isUntouched(last?.after.states.get(ref), state);
      if (found && stays) comparisons.set(ref, found);
      else changed.push({ ref, old, state });
    }
    // In batches, so that neither all steps are in memory at once nor other requests wait for all of them.
    for (const batch of inBatches(changed, BATCH)) {
      await breathe();
      const refs = batch.map(({ ref }) => ref);
      const steps = await this.steps(scorecard, { from, to }, refs);
      for (const { ref, old, state } of batch) {
        const between = stepsBetween(
          steps.get(ref) ?? [],
          { state: old, day: from },
          { state, day: to },
        );
        const comparison = compareStates(old, state, between);
        comparisons.set(ref, withoutFacts(comparison));
      }
    }
    return { before, after, comparisons };
  }

  private async steps(
    scorecard: CompiledScorecard,
    { from, to }: { from: string; to: string },
    refs: readonly string[],
  ): Promise<Map<string, ServiceStep[]>> {
    const all = await this.store.steps(
      this.options.knex,
      scorecard.definition.id,
      { from: startOfDay(from), to: endOfDay(to) },
      refs,
    );
    const byRef = new Map<string, ServiceStep[]>();
    for (const step of all) {
      const known = byRef.get(step.entityRef);
      if (known) known.push(step);
      else byRef.set(step.entityRef, [step]);
    }
    return byRef;
  }
}
