import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import {
  Indicator,
  SliMeasurement,
  SliWindow,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  SliRequest,
  SliSource,
  SliSourceError,
  SloStatusSource,
} from '@plimsoll/backstage-plugin-reliability-node';
import { Knex } from 'knex';
import { ReadDocument, SloDocuments } from '../slo/SloFileReader';
import { service, team } from './entities';
import { createHarness, Harness } from './harness';
import { ladder, only } from './scorecards';

/** Events in a stretch of time, evenly spread; milliseconds since the epoch. */
export interface Traffic {
  readonly from: number;
  readonly to: number;
  readonly perMinute: number;
  /** Share of bad events. */
  readonly bad: number;
}

const MINUTE = 60_000;

/** A source that counts what a test says happened, and fails when the test says so. */
export class FakeSource implements SliSource {
  readonly kind = 'counts';
  readonly type = 'fake';
  readonly asked: SliRequest[] = [];
  coverageAsked = 0;
  /** By query of the total; absent: no data. */
  readonly traffic = new Map<string, Traffic[]>();
  /** By query of the total; '' is for all, 'coverage' for questions about that. */
  readonly failures = new Map<string, Error>();
  warnings: string[] = [];
  notes: string[] = [];
  coverageIs: number | null = 1;
  /** Called before an answer, which waits for it. */
  before: () => Promise<void> = async () => {};
  rules?: SliSource['rules'];

  constructor(readonly name = 'main') {}

  check() {
    return [];
  }

  async measure(request: SliRequest): Promise<SliMeasurement> {
    this.asked.push(request);
    await this.before();
    const query = queryOf(request.indicator);
    this.refuse(query);
    const traffic = this.traffic.get(query);
    return {
      mode: 'raw',
      counts: Object.fromEntries(
        request.windows.map(window => [
          window.key,
          traffic ? count(traffic, window) : { total: null, bad: null },
        ]),
      ),
      newestAt: Math.max(...request.windows.map(({ to }) => to)),
      queries: [query],
      warnings: this.warnings,
      notes: this.notes,
    };
  }

  async coverage({
    indicator,
    windows,
  }: Pick<SliRequest, 'indicator' | 'windows'>) {
    this.coverageAsked += 1;
    this.refuse(queryOf(indicator));
    this.refuse('coverage', false);
    return Object.fromEntries(windows.map(({ key }) => [key, this.coverageIs]));
  }

  async series() {
    return { steps: [], queries: [], warnings: [] };
  }

  fail(
    message = 'The source is down',
    { query = '', failure = 'unreachable' as SliSourceError['failure'] } = {},
  ): void {
    this.failures.set(query, new SliSourceError(failure, message));
  }

  private refuse(query: string, orAll = true): void {
    const failure =
      this.failures.get(query) ?? (orAll && this.failures.get(''));
    if (failure) throw failure;
  }
}

function queryOf({ sli }: Indicator): string {
  const { spec } = sli.kind === 'ratio' ? sli.total : sli.query;
  return String(spec.query);
}

function count(traffic: readonly Traffic[], window: SliWindow) {
  let total = 0;
  let bad = 0;
  for (const stretch of traffic) {
    const from = Math.max(stretch.from, window.from);
    const to = Math.min(stretch.to, window.to);
    const events = (Math.max(0, to - from) / MINUTE) * stretch.perMinute;
    total += events;
    bad += events * stretch.bad;
  }
  return { total, bad };
}

/** Files that a test writes; an Error is why one cannot be read. */
export class FakeFiles implements SloDocuments {
  readonly files = new Map<string, string | Error>();
  reads = 0;

  async read(
    entity: { readonly entityRef: string },
    file: string,
    options: { readonly etag?: string } = {},
  ): Promise<ReadDocument> {
    this.reads += 1;
    const found =
      this.files.get(`${entity.entityRef} ${file}`) ?? this.files.get(file);
    if (found === undefined) throw new Error(`There is no file ${file}`);
    if (found instanceof Error) throw found;
    const etag = `"${found.length}-${found.slice(-40)}"`;
    return options.etag === etag
      ? 'not-modified'
      : { text: found, url: `https://example.com/${file}`, etag };
  }
}

/** What a test says about an SLO beside its name. */
export interface SloParts {
  readonly title?: string;
  readonly target?: number;
  readonly window?: string;
  readonly source?: string;
  readonly query?: string;
  readonly objectives?: readonly object[];
  readonly annotations?: Readonly<Record<string, string>>;
  readonly timeWindow?: object;
}

/** One OpenSLO document of a ratio SLO, as JSON, which is YAML. */
export function sloDocument(name: string, parts: SloParts = {}): string {
  const { source = 'main', query = 'total', target = 0.99 } = parts;
  const metric = (text: string) => ({
    metricSource: {
      metricSourceRef: source,
      type: 'fake',
      spec: { query: text },
    },
  });
  return JSON.stringify({
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: {
      name,
      ...(parts.title && { displayName: parts.title }),
      ...(parts.annotations && { annotations: parts.annotations }),
    },
    spec: {
      service: 'pay',
      budgetingMethod: 'Occurrences',
      indicator: {
        metadata: { name: `${name}-sli` },
        spec: {
          ratioMetric: {
            counter: true,
            bad: metric(`bad_${query}`),
            total: metric(query),
          },
        },
      },
      timeWindow: [
        parts.timeWindow ?? {
          duration: parts.window ?? '30d',
          isRolling: true,
        },
      ],
      objectives: parts.objectives ?? [{ target }],
    },
  });
}

export const documents = (...texts: string[]) => texts.join('\n---\n');

/** A service whose SLOs are in files. */
export const withSlos = (name: string, files = 'slo.yaml'): Entity =>
  service(name, {
    metadata: {
      annotations: {
        'plimsoll.dev/slo': files,
        'plimsoll.dev/tier': 'tier-1',
        'backstage.io/managed-by-location': `url:https://example.com/${name}/catalog-info.yaml`,
      },
    },
  });

export const sloConfig = (...names: string[]): JsonObject => ({
  slo: { sources: names.map(name => ({ name, type: 'fake' })) },
});

/** A portal with services whose SLOs are read and evaluated when the test says so. */
export interface SloPortal extends Harness {
  readonly files: FakeFiles;
  /** The first source, where that is a fake one. */
  readonly source: FakeSource;
  /** Reads the catalog and the files that are due. */
  readAll(): Promise<void>;
  /** Evaluates what is due at all sources. */
  evaluate(): Promise<void>;
}

export async function openSloPortal(options: {
  readonly knex: Knex;
  readonly entities?: readonly Entity[];
  readonly sources?: readonly (FakeSource | SloStatusSource)[];
  readonly reliability?: JsonObject;
}): Promise<SloPortal> {
  const files = new FakeFiles();
  const sources = options.sources ?? [new FakeSource()];
  const harness = await createHarness({
    knex: options.knex,
    entities: [team(), ...(options.entities ?? [withSlos('pay')])],
    reliability: {
      ...only(ladder()),
      ...sloConfig(...sources.map(({ name }) => name)),
      ...options.reliability,
    },
    sliSources: sources,
    sloDocuments: files,
  });
  const { slo, sync } = harness.services;
  return {
    ...harness,
    files,
    source: sources[0] as FakeSource,
    async readAll() {
      await sync.sweep();
      await slo.sloDefinitions.readDue();
    },
    async evaluate() {
      for (const { name } of sources) {
        await slo.sloEvaluator.evaluateDue(name);
      }
    },
  };
}
