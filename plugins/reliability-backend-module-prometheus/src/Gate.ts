import {
  SliSourceError,
  SliSourceFailure,
} from '@plimsoll/backstage-plugin-reliability-node';

const MINUTE_MS = 60_000;
const FAILURES_TO_OPEN = 5;
const LEAVE_ALONE_MS = 30_000;
/** A source cannot send us away for longer. */
const LONGEST_LEAVE_MS = 5 * MINUTE_MS;
const LONGEST_WAIT_MS = MINUTE_MS;

/** Waits; rejects with the signal's reason as soon as it aborts. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

/** Lets so many questions through to one source as it can bear. */
export class Gate {
  private running = 0;
  private readonly waiting: { go: () => void }[] = [];
  /** Times at which the last `queriesPerMinute` questions went or will go. */
  private readonly reserved: number[] = [];
  private failures = 0;
  private closedUntil = 0;
  private why = '';
  private probing = false;

  constructor(
    private readonly options: {
      /** Of the source, for messages. */
      readonly name: string;
      readonly concurrency: number;
      readonly queriesPerMinute?: number;
      readonly now: () => number;
      readonly wait: Wait;
    },
  ) {}

  /**
   * Runs one question when it is its turn.
   *
   * @throws SliSourceError of the question, or `unreachable` or `over-budget` without asking
   */
  async run<T>(signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
    this.refuseWhileClosed();
    await this.keepBudget(signal);
    await this.takeTurn(signal);
    try {
      const probe = this.refuseWhileClosed();
      this.probing = this.probing || probe;
      try {
        const answer = await ask();
        this.failures = 0;
        return answer;
      } catch (error) {
        this.count(error, signal);
        throw error;
      } finally {
        if (probe) this.probing = false;
      }
    } finally {
      this.release();
    }
  }

  /** Leaves the source alone as long as it asks for, for instance with `Retry-After`. */
  leaveAlone(ms: number, why: string): void {
    this.closedUntil = this.options.now() + Math.min(ms, LONGEST_LEAVE_MS);
    this.why = why;
  }

  /** @returns whether this question is the probe after a rest */
  private refuseWhileClosed(): boolean {
    const rests = this.closedUntil > this.options.now();
    const tried = this.failures >= FAILURES_TO_OPEN;
    if (rests || (tried && this.probing)) {
      const until = rests
        ? `until ${new Date(this.closedUntil).toISOString()}`
        : 'until a first question is answered';
      throw new SliSourceError(
        'unreachable',
        `Source "${this.options.name}" is left alone ${until}: ${this.why}`,
      );
    }
    return tried;
  }

  private count(error: unknown, signal: AbortSignal): void {
    const failure: SliSourceFailure | undefined =
      error instanceof SliSourceError ? error.failure : undefined;
    if (signal.aborted) return;
    if (failure !== 'unreachable' && failure !== 'timeout') {
      this.failures = 0;
      return;
    }
    this.failures += 1;
    if (this.failures >= FAILURES_TO_OPEN) {
      this.leaveAlone(
        LEAVE_ALONE_MS,
        `it failed ${this.failures} times in a row, last: ${
          (error as Error).message
        }`,
      );
    }
  }

  private async keepBudget(signal: AbortSignal): Promise<void> {
    const { queriesPerMinute, now, name, wait } = this.options;
    if (queriesPerMinute === undefined) return;
    const first = this.reserved[this.reserved.length - queriesPerMinute];
    const at = Math.max(now(), first === undefined ? 0 : first + MINUTE_MS);
    const delay = at - now();
    if (delay > LONGEST_WAIT_MS) {
      throw new SliSourceError(
        'over-budget',
        `Source "${name}" may be asked ${queriesPerMinute} times a minute and more is waiting than fits. Raise queriesPerMinute of the source or evaluate less often.`,
      );
    }
    this.reserved.push(at);
    if (this.reserved.length > queriesPerMinute) this.reserved.shift();
    if (delay > 0) await wait(delay, signal);
  }

  private async takeTurn(signal: AbortSignal): Promise<void> {
    if (this.running < this.options.concurrency) {
      this.running += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const waiter = { go: resolve as () => void };
      const leave = () => {
        this.waiting.splice(this.waiting.indexOf(waiter), 1);
        reject(signal.reason);
      };
      waiter.go = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      this.waiting.push(waiter);
      signal.addEventListener('abort', leave, { once: true });
      if (signal.aborted) leave();
    });
  }

  /** The turn passes from hand to hand, so that nobody who comes now gets in between. */
  private release(): void {
    const next = this.waiting.shift();
    if (next) next.go();
    else this.running -= 1;
  }
}
