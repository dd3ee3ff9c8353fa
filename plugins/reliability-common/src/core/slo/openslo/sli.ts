import { SloQuery } from '../slo';
import { readMetadata } from './metadata';
import { KnownSource, PUSHED_SOURCE, resolveSource } from './sources';
import { Place, Spot } from './Spot';

/** What a query is for. @public */
export type QueryRole = 'good' | 'bad' | 'total' | 'raw' | 'threshold';

/** A query and where its metric source's `spec` is written. */
export interface WrittenQuery {
  readonly role: QueryRole;
  readonly query: SloQuery;
  readonly place: Place;
}

/** An SLI before an objective gave it a threshold. */
export type SliDraft = {
  readonly queries: readonly WrittenQuery[];
  /** What a reader calls it. */
  readonly title?: string;
} & (
  | {
      readonly kind: 'ratio';
      readonly counter: boolean;
      readonly good?: SloQuery;
      readonly bad?: SloQuery;
      readonly total: SloQuery;
    }
  | {
      readonly kind: 'raw';
      readonly rawType: 'success' | 'failure';
      readonly query: SloQuery;
    }
  | { readonly kind: 'threshold'; readonly query: SloQuery }
);

/** What reading an SLI needs to know of the world. */
export interface SliContext {
  readonly sources: readonly KnownSource[];
  /** Names of DataSource documents. */
  readonly dataSources: ReadonlySet<string>;
}

function readQuery(
  metric: Spot,
  role: QueryRole,
  { sources, dataSources }: SliContext,
): WrittenQuery | undefined {
  const metricSource = metric.at('metricSource');
  metric.members(['metricSource']);
  if (metricSource.absent) {
    return metric.note(
      'member-missing',
      `\`${metric.key}\` needs \`metricSource\` with \`spec\`, and in that the query.`,
    );
  }
  if (!metricSource.members(['metricSourceRef', 'type', 'spec'])) {
    return undefined;
  }
  const source = resolveSource(metricSource, sources, dataSources);
  const spec = metricSource.at('spec');
  const pushed = source?.name === PUSHED_SOURCE;
  const filled = spec.members() && Object.keys(spec.value as object).length > 0;
  if (!filled && !pushed) {
    const typeIsWrong = !spec.absent && typeof spec.value !== 'object';
    return typeIsWrong
      ? undefined
      : (spec.absent ? metricSource : spec).note(
          'query-missing',
          '`spec` of the metric source is missing or empty: write the query, for Prometheus as `spec: { query: … }`.',
        );
  }
  if (!source) return undefined;
  return {
    role,
    query: {
      source: source.name,
      spec: (spec.value ?? {}) as Record<string, unknown>,
    },
    place: spec.place,
  };
}

function sameSource(at: Spot, queries: readonly WrittenQuery[]): boolean {
  const names = [...new Set(queries.map(({ query }) => query.source))];
  if (names.length < 2) return true;
  at.note(
    'sources-differ',
    `The queries of one SLI must come from one source, not from ${names.join(
      ' and ',
    )}.`,
  );
  return false;
}

function readRaw(ratio: Spot, context: SliContext): SliDraft | undefined {
  const written = readQuery(ratio.at('raw'), 'raw', context);
  const rawType = ratio.at('rawType');
  if (rawType.absent) {
    return ratio.note(
      'member-missing',
      '`rawType` is missing: write `success` where the ratio is that of good events, `failure` where of bad ones.',
    );
  }
  const type = rawType.oneOf(['success', 'failure'] as const, 'member-type');
  if (!written || !type) return undefined;
  return {
    kind: 'raw',
    rawType: type,
    query: written.query,
    queries: [written],
  };
}

function readCounter(ratio: Spot, pushed: boolean): boolean {
  const counter = ratio.at('counter');
  if (counter.absent && !pushed) {
    ratio.note(
      'counter-missing',
      '`counter` is missing; true is assumed: counters that only grow. Write `counter: false` if each sample is itself a number of events.',
    );
  }
  return counter.flag() ?? true;
}

function readParts(ratio: Spot, context: SliContext): SliDraft | undefined {
  const part = ratio.at('good').absent ? 'bad' : 'good';
  const events = readQuery(ratio.at(part), part, context);
  const total = readQuery(ratio.at('total'), 'total', context);
  const pushed = total?.query.source === PUSHED_SOURCE;
  const counter = readCounter(ratio, pushed);
  if (!events || !total) return undefined;
  const queries = [events, total];
  if (!sameSource(ratio, queries)) return undefined;
  return {
    kind: 'ratio',
    counter,
    [part]: events.query,
    total: total.query,
    queries,
  };
}

function readRatio(ratio: Spot, context: SliContext): SliDraft | undefined {
  const known = ['counter', 'good', 'bad', 'total', 'rawType', 'raw'];
  if (!ratio.members(known)) return undefined;
  const [good, bad, total, raw] = ['good', 'bad', 'total', 'raw'].map(
    key => !ratio.at(key).absent,
  );
  if (raw && !good && !bad && !total) return readRaw(ratio, context);
  if (!raw && total && good !== bad) return readParts(ratio, context);
  const there = ['good', 'bad', 'total', 'raw'].filter(
    key => !ratio.at(key).absent,
  );
  return ratio.note(
    'ratio-parts',
    `A ratio needs \`total\` with either \`good\` or \`bad\`, or \`raw\` alone; here is ${
      there.map(key => `\`${key}\``).join(' and ') || 'none of them'
    }.`,
  );
}

function readThreshold(metric: Spot, context: SliContext) {
  if (!metric.members()) return undefined;
  const written = readQuery(metric, 'threshold', context);
  if (!written) return undefined;
  return {
    kind: 'threshold',
    query: written.query,
    queries: [written],
  } as const;
}

/** Reads `spec` of an SLI. */
export function readSliSpec(
  spec: Spot,
  context: SliContext,
): SliDraft | undefined {
  if (!spec.members(['description', 'ratioMetric', 'thresholdMetric'])) {
    return spec.absent
      ? spec.note('member-missing', '`spec` of the SLI is missing.')
      : undefined;
  }
  spec.at('description').within(1050);
  const ratio = spec.at('ratioMetric');
  const threshold = spec.at('thresholdMetric');
  if (ratio.absent === threshold.absent) {
    return spec.note(
      'sli-kind',
      'An SLI has either `ratioMetric` (good or bad of total events) or `thresholdMetric` (samples compared with a value).',
    );
  }
  const draft = threshold.absent
    ? readRatio(ratio, context)
    : readThreshold(threshold, context);
  if (draft && draft.kind !== 'ratio') {
    const [{ query }] = draft.queries;
    if (query.source === PUSHED_SOURCE) {
      return spec.note(
        'pushed-kind',
        'Pushed samples are numbers of events: write `ratioMetric` with `total` and `good` or `bad`.',
      );
    }
  }
  return draft;
}

/** Reads an SLI document, or one that is written inline. */
export function readSli(
  sli: Spot,
  context: SliContext,
  inline: boolean,
): SliDraft | undefined {
  const { name, displayName } = readMetadata(
    sli.at('metadata'),
    inline ? 'inline' : 'other',
  );
  const draft = readSliSpec(sli.at('spec'), context);
  return draft && { ...draft, title: displayName ?? name };
}
