import { LoggerService } from '@backstage/backend-plugin-api';
import { TimeRange } from '@plimsoll/backstage-plugin-reliability-common';
import { SliSourceError } from '@plimsoll/backstage-plugin-reliability-node';
import { ReliabilityConfig } from '../config/config';
import { isSliSourceError } from './isSliSourceError';
import { LoadedSlo } from './loadedSlo';
import { Measured, MeasureTask, SloMeasurer } from './SloMeasurer';
import { DueState, SloStateWrite } from './sloState';
import { SloSubject } from './SloSubjects';
import { backOff, nextTurn } from '../tasks/spread';
import { failedFactsKey, factsKey, summarise } from './summarise';

const MINUTE = 60_000;

/** However slow a source is, no evaluation takes longer. */
const DEADLINE = MINUTE;

const COVERAGE_EVERY = 10 * MINUTE;
const LONGEST_WAIT = 15 * MINUTE;

/** After so many in a row a source that does not answer is not asked about the others. */
const GIVE_UP_AFTER = 5;

const isSilence = (error: unknown): error is SliSourceError =>
  isSliSourceError(error) &&
  (error.failure === 'unreachable' || error.failure === 'timeout');

/** One run over SLOs of one source: tries each, and remembers how the source does. */
export class SloTrial {
  private silent = 0;
  private lastSilence?: SliSourceError;
  private again = false;

  constructor(
    private readonly options: {
      readonly config: ReliabilityConfig;
      readonly sloMeasurer: SloMeasurer;
      readonly logger: LoggerService;
      readonly now: () => number;
      /** Nothing that was counted before is used. */
      readonly afresh?: boolean;
    },
    private readonly signal?: AbortSignal,
  ) {}

  /** Whether an SLO has values again whose last try failed. */
  get recovered(): boolean {
    return this.again;
  }

  /**
   * Evaluates one SLO.
   *
   * @param at - end of the windows
   * @returns what has to be written; undefined where the run was stopped
   */
  async run(
    subject: SloSubject,
    due: DueState,
    corrections: readonly TimeRange[],
    at: number,
  ): Promise<SloStateWrite | undefined> {
    if (this.signal?.aborted) return undefined;
    if (this.silent >= GIVE_UP_AFTER && this.lastSilence) {
      return this.failed(due, this.lastSilence.message);
    }
    // Each SLO has a moment of its own, so that not all are asked about in the same minute.
    const coverageDue = nextTurn(
      `${due.sloId} coverage`,
      COVERAGE_EVERY,
      due.coverageAt ?? 0,
    );
    try {
      const measured = await this.measure({
        subject,
        at,
        corrections,
        ...(due.coverage && { coverage: due.coverage }),
        askCoverage: coverageDue <= this.options.now(),
        afresh: this.options.afresh,
      });
      this.silent = 0;
      if (due.failures > 0) this.again = true;
      return this.evaluated(subject.loaded, due, measured);
    } catch (error) {
      if (this.signal?.aborted) return undefined;
      return this.failed(due, this.explain(due, error));
    }
  }

  /** A source that ignores the signal must not hold up the others. */
  private async measure(task: MeasureTask): Promise<Measured> {
    const timer = new AbortController();
    const deadline = setTimeout(() => timer.abort(), DEADLINE);
    const signals = [timer.signal, ...(this.signal ? [this.signal] : [])];
    const signal = AbortSignal.any(signals);
    const late = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () =>
        reject(
          new SliSourceError(
            'timeout',
            `The source gave no answer within ${DEADLINE / 1000} s`,
          ),
        ),
      );
    });
    try {
      return await Promise.race([
        late,
        this.options.sloMeasurer.measure(task, signal),
      ]);
    } finally {
      clearTimeout(deadline);
    }
  }

  private explain({ sloId }: DueState, error: unknown): string {
    if (isSilence(error)) {
      this.silent += 1;
      this.lastSilence = error;
    }
    if (isSliSourceError(error)) return error.message;
    this.options.logger.error(`Could not evaluate ${sloId}`, error as Error);
    return 'The evaluation broke; the log of the backend says why';
  }

  private evaluated(
    { id, measureHash }: LoadedSlo,
    due: DueState,
    { evaluation, coverage }: Measured,
  ): SloStateWrite {
    const { config, now } = this.options;
    const time = now();
    const summary = summarise(evaluation);
    return {
      sloId: id,
      triedAt: time,
      nextTryAt: nextTurn(id, config.slo.evaluateEveryMs, time),
      factsKey: factsKey(due.factsKey, {
        summary,
        coverage: evaluation.coverage,
      }),
      outcome: {
        kind: 'evaluated',
        definitionHash: measureHash,
        evaluatedAt: evaluation.at,
        summary,
        evaluation,
        coverage,
      },
    };
  }

  private failed(due: DueState, error: string): SloStateWrite {
    const { config, now } = this.options;
    const time = now();
    const failures = due.failures + 1;
    return {
      sloId: due.sloId,
      triedAt: time,
      nextTryAt:
        time + backOff(failures, config.slo.evaluateEveryMs, LONGEST_WAIT),
      factsKey: failedFactsKey(due.factsKey),
      outcome: { kind: 'failed', error, failures },
    };
  }
}
