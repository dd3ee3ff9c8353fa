import { ItemState } from './answer';

/** How far a checklist, or a phase of it, is. @public */
export interface ReadinessCounts {
  /** Items that apply: not `not-applicable`. */
  readonly total: number;
  readonly met: number;
  readonly requiredTotal: number;
  readonly requiredMet: number;
  readonly unanswered: number;
  readonly notMet: number;
  readonly expired: number;
  readonly contested: number;
  /** Met, and ends soon. */
  readonly expiring: number;
  /** 0–1000: weight of the items met by weight of those that apply. */
  readonly progress: number;
}

/** What counting needs of an item. */
export interface CountedItem {
  readonly state: ItemState;
  readonly required: boolean;
  readonly expiring: boolean;
  readonly weight: number;
}

/** Whether nothing is left to do about an item. @public */
export const isSettled = (state: ItemState): boolean =>
  state === 'met' || state === 'not-applicable';

const NAMES = {
  unanswered: 'unanswered',
  'not-met': 'notMet',
  expired: 'expired',
  contested: 'contested',
} as const;

/** Counts items, one after the other; those that are not applicable are no part of any count. */
export class ItemTally {
  private readonly counts = {
    total: 0,
    met: 0,
    requiredTotal: 0,
    requiredMet: 0,
    unanswered: 0,
    notMet: 0,
    expired: 0,
    contested: 0,
    expiring: 0,
  };

  private weight = 0;
  private metWeight = 0;

  add({ state, required, expiring, weight }: CountedItem): void {
    if (state === 'not-applicable') return;
    const { counts } = this;
    counts.total += 1;
    this.weight += weight;
    if (required) counts.requiredTotal += 1;
    if (state === 'met') {
      counts.met += 1;
      this.metWeight += weight;
      if (required) counts.requiredMet += 1;
      if (expiring) counts.expiring += 1;
    } else {
      counts[NAMES[state]] += 1;
    }
  }

  total(): ReadinessCounts {
    return { ...this.counts, progress: this.progress() };
  }

  /**
   * The share that is met, rounded down, so that 1000 means all of it; the epsilon is for weights like 0.1.
   * Where nothing applies nothing is missing: 1000. Where the items weigh nothing, their number counts.
   */
  private progress(): number {
    const { total, met } = this.counts;
    if (total === 0) return 1000;
    const share =
      this.weight === 0 ? met / total : this.metWeight / this.weight;
    return Math.floor(1000 * share + 1e-9);
  }
}
