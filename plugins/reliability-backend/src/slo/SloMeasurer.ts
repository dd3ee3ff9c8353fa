import {
  evaluateReported,
  evaluateSlo,
  Indicator,
  indicatorsOf,
  planWindows,
  SliMeasurement,
  SliWindow,
  SloEvaluation,
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
import { lowestCoverage } from './SloFactReader';
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
}

/** What came of it. */
export interface Measured {
  readonly evaluation: StoredEvaluation;
  /** Absent: it was not asked. */
  readonly coverage?: StoredCoverage;
}

/** Asks sources about one SLO and evaluates the answer. It stores nothing. */
export class SloMeasurer {
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
    const { subject, at, corrections, coverage: known } = task;
    const { slo } = subject.loaded;
    const measured = await this.measureAll(
      task,
      indicator => planWindows(slo, indicator, at, corrections),
      signal,
    );
    // Where it is not answered the last answer holds, and the source is left alone for a while.
    const asked = task.askCoverage
      ? (await this.askCoverage(task, signal)) ?? known ?? {}
      : undefined;
    const coverage = asked ?? known;
    const evaluation = evaluateSlo({
      slo,
      at,
      measured,
      corrections,
      policy: subject.policy,
      ...(coverage && { coverage: new Map(Object.entries(coverage)) }),
    });
    return {
      evaluation: describe(evaluation, at, [...measured.values()], coverage),
      ...(asked && { coverage: asked }),
    };
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
    return {
      evaluation: {
        ...evaluation,
        at: reported.at,
        mode: 'reported',
        queries: [],
        warnings: reported.warnings,
        newestSampleAt: reported.at,
        coverage: null,
      },
    };
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

function describe(
  evaluation: SloEvaluation,
  at: number,
  measured: readonly SliMeasurement[],
  coverage: StoredCoverage | undefined,
): StoredEvaluation {
  const newest = measured.flatMap(({ newestAt }) => newestAt ?? []);
  const distinct = (texts: readonly string[]) => [...new Set(texts)];
  return {
    ...evaluation,
    at,
    mode: measured[0].mode,
    queries: distinct(measured.flatMap(({ queries }) => queries)),
    warnings: distinct(measured.flatMap(({ warnings }) => warnings)),
    newestSampleAt: newest.length > 0 ? Math.min(...newest) : null,
    coverage: lowestCoverage(coverage ?? null),
  };
}
