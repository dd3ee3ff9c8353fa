import {
  evaluateReported,
  evaluateSlo,
  Indicator,
  indicatorsOf,
  planWindows,
  SharedIndicator,
  SliMeasurement,
  SliWindow,
  TimeRange,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  SliSource,
  SliSourceError,
  SloStatusSource,
} from '@plimsoll/backstage-plugin-reliability-node';
import { isSliSourceError } from './isSliSourceError';
import { sourceOf } from './loadedSlo';
import { SliSources } from './SliSources';
import { burnsFast, toStored, toStoredReport } from './storedEvaluation';
import {
  isKnown,
  LongWindows,
  longWindowsOf,
  measuredAt,
  toRemember,
  withKnown,
} from './LongWindows';
import { PUSHED_SOURCE } from './PushedSource';
import { StoredCoverage, StoredEvaluation } from './sloState';
import { SloSubject } from './SloSubjects';

/** What is measured, and when. */
export interface MeasureTask {
  readonly subject: SloSubject;
  /** End of the windows; milliseconds since the epoch, a whole minute. */
  readonly at: number;
  readonly corrections: readonly TimeRange[];
  /** What was last said about coverage; absent: nothing yet. */
  readonly coverage?: StoredCoverage;
  /** Whether to ask about it again. */
  readonly askCoverage: boolean;
  /** Nothing that was counted before is used. */
  readonly afresh?: boolean;
}

/** What came of it. */
export interface Measured {
  readonly evaluation: StoredEvaluation;
  /** Absent: it was not asked. */
  readonly coverage?: StoredCoverage;
}

/** Asks sources about one SLO and evaluates the answer. It stores nothing. */
export class SloMeasurer {
  private readonly longWindows = new LongWindows();

  constructor(private readonly sources: SliSources) {}

  /** @throws SliSourceError, or Error where a source broke its promise */
  async measure(task: MeasureTask, signal: AbortSignal): Promise<Measured> {
    const source = this.require(task, sourceOf(task.subject.loaded.slo));
    return source.kind === 'status'
      ? this.report(task, source, signal)
      : this.count(task, signal);
  }

  /** The indicators of an SLO, each measured once in windows of its own. */
  async measureAll(
    { subject }: Pick<MeasureTask, 'subject'>,
    windowsOf: (indicator: Indicator) => readonly SliWindow[],
    signal: AbortSignal,
  ): Promise<Map<string, SliMeasurement>> {
    const { slo } = subject.loaded;
    const recorded =
      slo.options.mode === 'recorded' ? subject.rules : undefined;
    const measured = await Promise.all(
      indicatorsOf(slo).map(async ({ key, indicator }) => {
        const source = this.counting({ subject }, indicator);
        const windows = windowsOf(indicator);
        const answer = await source.measure(
          { indicator, windows, ...(recorded && { recorded }) },
          { signal },
        );
        return [key, answer] as const;
      }),
    );
    return new Map(measured);
  }

  /** Shares of windows with samples, by key of the indicator and of the window; of a source that cannot tell nothing. */
  async cover(
    { subject }: Pick<MeasureTask, 'subject'>,
    windowsOf: (indicator: Indicator) => readonly SliWindow[],
    signal: AbortSignal,
  ): Promise<Map<string, Record<string, number | null>> | undefined> {
    try {
      const answers = await Promise.all(
        indicatorsOf(subject.loaded.slo).map(async ({ key, indicator }) => {
          const source = this.counting({ subject }, indicator);
          const windows = windowsOf(indicator);
          const shares = await source.coverage(
            { indicator, windows },
            { signal },
          );
          return [key, shares] as const;
        }),
      );
      return new Map(answers);
    } catch (error) {
      // The values do not depend on it.
      if (isSliSourceError(error)) return undefined;
      throw error;
    }
  }

  private async count(
    task: MeasureTask,
    signal: AbortSignal,
  ): Promise<Measured> {
    const { subject, at } = task;
    const { measured, windows } = await this.countWindows(task, signal);
    const said = task.askCoverage
      ? (await this.askCoverage(task, signal)) ?? task.coverage
      : undefined;
    const coverage = said ?? task.coverage;
    const evaluation = evaluateSlo({
      slo: subject.loaded.slo,
      at,
      measured,
      measuredAt: measuredAt(windows),
      corrections: task.corrections,
      policy: subject.policy,
      ...(coverage && { coverage: new Map(Object.entries(coverage)) }),
    });
    if (this.isSparing(task)) {
      const isMoving = burnsFast(evaluation);
      this.longWindows.remember(
        { ...task, loaded: subject.loaded },
        toRemember(measured, windows, isMoving),
      );
      const isOld = windows.some(
        ({ key, end }) => key === 'period' && end < at,
      );
      // It was counted before it began to move.
      if (isMoving && isOld) {
        const again = { ...task, coverage, askCoverage: false };
        return {
          ...(await this.count(again, signal)),
          ...(said && { coverage: said }),
        };
      }
    }
    return {
      evaluation: toStored(evaluation, at, [...measured.values()], coverage),
      ...(said && { coverage: said }),
    };
  }

  /** Counts all windows; those that are long and known only where it is their turn. */
  private async countWindows(task: MeasureTask, signal: AbortSignal) {
    const { subject, at, corrections, afresh } = task;
    const { loaded } = subject;
    const known =
      afresh || !this.isSparing(task)
        ? []
        : this.longWindows.recall({ loaded, at, corrections });
    const answers = await this.measureAll(
      task,
      indicator =>
        planWindows(loaded.slo, indicator, at, corrections).filter(
          ({ key }) => !isKnown(known, key),
        ),
      signal,
    );
    return {
      measured: withKnown(answers, known),
      windows: longWindowsOf(answers, at, known),
    };
  }

  /** Recordings and pushed samples are cheap to ask for. */
  private isSparing({ subject }: MeasureTask): boolean {
    const { slo } = subject.loaded;
    const isPushed = ({ indicator }: SharedIndicator) =>
      this.counting({ subject }, indicator).type === PUSHED_SOURCE;
    return slo.options.mode === 'raw' && !indicatorsOf(slo).some(isPushed);
  }

  private async askCoverage(
    task: MeasureTask,
    signal: AbortSignal,
  ): Promise<StoredCoverage | undefined> {
    const { slo } = task.subject.loaded;
    const shares = await this.cover(
      task,
      indicator =>
        planWindows(slo, indicator, task.at, []).filter(
          ({ key }) => key === 'period',
        ),
      signal,
    );
    return (
      shares &&
      Object.fromEntries(
        [...shares].map(([key, { period = null }]) => [key, period]),
      )
    );
  }

  private async report(
    { subject, at }: MeasureTask,
    source: SloStatusSource,
    signal: AbortSignal,
  ): Promise<Measured> {
    const { slo } = subject.loaded;
    const reported = await source.report(slo, { signal });
    const evaluation = evaluateReported({
      slo,
      at,
      reported,
      policy: subject.policy,
    });
    return { evaluation: toStoredReport(evaluation, reported) };
  }

  private counting(
    { subject }: Pick<MeasureTask, 'subject'>,
    { sli }: Indicator,
  ): SliSource {
    const name = sli.kind === 'ratio' ? sli.total.source : sli.query.source;
    const source = this.require({ subject }, name);
    if (source.kind === 'counts') return source;
    throw new SliSourceError(
      'bad-query',
      `The source "${name}" only reports the status of whole SLOs; all objectives must be of it, or none`,
    );
  }

  private require({ subject }: Pick<MeasureTask, 'subject'>, name: string) {
    const source = this.sources.find(name, subject.loaded.id);
    if (source) return source;
    throw new SliSourceError(
      'bad-query',
      `No source "${name}" is configured, only ${this.sources.names.join(
        ', ',
      )}`,
    );
  }
}
