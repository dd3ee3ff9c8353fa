import {
  Indicator,
  SliMeasurement,
  SliWindow,
  SloQuery,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  SliCallOptions,
  SliQueryProblem,
  SliRequest,
  SliSource,
  SliSourceError,
  SloRules,
} from '@plimsoll/backstage-plugin-reliability-node';
import { PrometheusConfig } from './config';
import { createRules } from './createRules';
import { refuseMissingBucket } from './missingBucket';
import { Answer, PrometheusClient, Sample } from './PrometheusClient';
import {
  checkQuery,
  coverageResolution,
  printCoverage,
  PrintedQuery,
  printMeasure,
  printNewest,
  printSeries,
  PromqlError,
  queryMember,
  queryText,
  SliQueryRole,
} from './promql';
import { labelled } from './promql/measure';
import {
  oddValues,
  partsByWindow,
  PartValues,
  toCount,
  toSteps,
} from './toCounts';
import { askRecordings, recordingsSuffice } from './recordings';
import { formOf, lastEnd, splitRange, toPrint } from './windows';

const lacksGood = (values: PartValues | undefined, form: 'good' | 'bad') =>
  form === 'good' && (values?.total ?? 0) > 0 && values?.good === undefined;

/** Lets the last query also tell when the newest sample was taken. */
function withNewest(
  printed: readonly PrintedQuery[],
  indicator: Indicator,
): PrintedQuery[] {
  const newest = labelled(printNewest(indicator).text, { part: 'newest' });
  const last = printed.at(-1);
  return last
    ? [...printed.slice(0, -1), { text: `${last.text}\nor ${newest}` }]
    : [];
}

function newestOf(samples: readonly Sample[]): number | null {
  const times = samples
    .filter(({ labels }) => labels.part === 'newest')
    .map(({ value }) => Math.round(value * 1000))
    .filter(Number.isFinite);
  return times.length ? Math.max(...times) : null;
}

/** Prometheus warns of the query itself in the same place in which Thanos says that a store did not answer. */
const isNote = (warning: string) => /^PromQL (warning|info)\b/i.test(warning);

/** Counts the events of SLOs in one Prometheus. */
export class PrometheusSource implements SliSource {
  readonly kind = 'counts';
  readonly type = 'prometheus';
  readonly name: string;
  readonly rules: SloRules;

  constructor(
    private readonly config: PrometheusConfig,
    private readonly client: PrometheusClient,
  ) {
    this.name = config.name;
    this.rules = createRules(config, client);
  }

  check(
    query: SloQuery,
    role: SliQueryRole,
    indicator: Indicator,
  ): SliQueryProblem[] {
    return checkQuery(
      queryText(query),
      role,
      indicator,
      queryMember(query),
      this.config.scrapeInterval,
    );
  }

  async measure(
    request: SliRequest,
    { signal }: SliCallOptions,
  ): Promise<SliMeasurement> {
    const windows = request.windows.filter(({ from, to }) => to > from);
    const recorded = await this.measureRecorded(
      { ...request, windows },
      signal,
    );
    const answer =
      recorded ?? (await this.measureRaw({ ...request, windows }, signal));
    const { mode, form, parts, printed, result, warnings } = answer;
    return {
      mode,
      counts: Object.fromEntries(
        request.windows.map(({ key }) => [
          key,
          toCount(parts.get(key) ?? {}, form),
        ]),
      ),
      newestAt: newestOf(result),
      queries: printed.map(({ text }) => text),
      warnings: warnings.filter(text => !isNote(text)),
      notes: [...warnings.filter(isNote), ...oddValues(parts.values())],
    };
  }

  async coverage(
    { indicator, windows }: Pick<SliRequest, 'indicator' | 'windows'>,
    { signal }: SliCallOptions,
  ): Promise<Record<string, number | null>> {
    const asked = windows.filter(window => this.pointsOf(window) > 0);
    const printed = this.print(() =>
      printCoverage(indicator, asked.map(toPrint), this.printing),
    );
    const { result } = await this.all(printed, text =>
      this.client.query(text, lastEnd(asked), signal),
    );
    const shares = new Map(
      result.map(({ labels, value }) => [labels.w, value]),
    );
    return Object.fromEntries(
      windows.map(window => [
        window.key,
        asked.includes(window)
          ? Math.min(shares.get(window.key) ?? 0, 1)
          : null,
      ]),
    );
  }

  async series(
    indicator: Indicator,
    range: { from: number; to: number; stepMs: number },
    { signal }: SliCallOptions,
  ) {
    const printed = this.print(() =>
      printSeries(indicator, range.stepMs, this.printing),
    );
    const parts = await Promise.all(
      splitRange(range).map(part =>
        this.all(printed, text => this.client.queryRange(text, part, signal)),
      ),
    );
    const steps = toSteps(
      parts.flatMap(({ result }) => result),
      formOf(indicator),
      range,
    );
    return {
      steps,
      queries: printed.map(({ text }) => text),
      warnings: [...new Set(parts.flatMap(({ warnings }) => warnings))],
    };
  }

  private async measureRaw(
    { indicator, windows }: SliRequest,
    signal: AbortSignal,
  ) {
    const printed = this.print(() =>
      withNewest(
        printMeasure(indicator, windows.map(toPrint), this.printing),
        indicator,
      ),
    );
    const { result, warnings } = await this.all(printed, text =>
      this.client.query(text, lastEnd(windows), signal),
    );
    const parts = partsByWindow(result);
    const form = formOf(indicator);
    const blind = windows.filter(({ key }) => lacksGood(parts.get(key), form));
    if (blind.length) {
      const from = Math.min(...blind.map(window => window.from));
      const range = { from, to: lastEnd(blind) };
      await refuseMissingBucket(indicator, range, this.client, signal);
    }
    return { mode: 'raw' as const, form, parts, printed, result, warnings };
  }

  /** undefined: what is recorded does not reach back far enough, or nothing of it is asked for. */
  private async measureRecorded(
    { indicator, windows, recorded }: SliRequest,
    signal: AbortSignal,
  ) {
    const question =
      recorded && windows.length
        ? askRecordings(recorded, indicator, windows)
        : undefined;
    if (!question) return undefined;
    const printed = this.print(() => withNewest(question.printed, indicator));
    const { result, warnings } = await this.all(printed, text =>
      this.client.query(text, lastEnd(windows), signal),
    );
    if (!recordingsSuffice(result, question)) return undefined;
    const parts = partsByWindow(result);
    const [mode, form] = ['recorded', 'bad'] as const;
    return { mode, form, parts, printed, result, warnings };
  }

  private get printing() {
    return { stepMs: this.config.scrapeInterval };
  }

  /** Points that tell the coverage of a window. */
  private pointsOf({ from, to }: SliWindow): number {
    const point = Math.min(
      coverageResolution(to - from, this.config.scrapeInterval),
      to - from,
    );
    return point > 0 ? Math.floor(to / point) - Math.floor(from / point) : 0;
  }

  private print(print: () => PrintedQuery[]): PrintedQuery[] {
    try {
      return print();
    } catch (error) {
      if (!(error instanceof PromqlError)) throw error;
      throw new SliSourceError(
        'bad-query',
        `The query cannot be sent to source "${this.name}": ${error.message}`,
      );
    }
  }

  private async all<T>(
    printed: readonly PrintedQuery[],
    ask: (text: string) => Promise<Answer<T>>,
  ): Promise<Answer<T>> {
    const answers = await Promise.all(printed.map(({ text }) => ask(text)));
    return {
      result: answers.flatMap(({ result }) => result),
      warnings: [...new Set(answers.flatMap(({ warnings }) => warnings))],
    };
  }
}
