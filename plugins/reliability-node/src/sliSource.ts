import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import {
  BurnItem,
  Indicator,
  RuleDriftItem,
  SliMeasurement,
  SliStep,
  SliWindow,
  Slo,
  SloQuery,
} from '@plimsoll/backstage-plugin-reliability-common';

/** Why a source gave no answer. @public */
export type SliSourceFailure =
  | 'unreachable'
  | 'timeout'
  | 'refused'
  | 'bad-query'
  | 'too-much'
  | 'bad-answer'
  | 'over-budget';

/**
 * A source gave no answer. The message is shown to people: it names the cause and what to do, and never
 * holds a credential or the body of a page.
 *
 * @public
 */
export class SliSourceError extends Error {
  constructor(readonly failure: SliSourceFailure, message: string) {
    super(message);
    this.name = 'SliSourceError';
  }
}

/** What is wrong with a query, found without asking anybody. @public */
export interface SliQueryProblem {
  readonly severity: 'error' | 'warning';
  /** Stable, for instance `promql-syntax`. */
  readonly code: string;
  readonly message: string;
  /** Member of `query.spec` that holds the problem. */
  readonly member: string;
  /** Offset within that member's text, from 0. */
  readonly offset?: number;
}

/** What a source needs to know of an SLO to write rules for it, or to read what they recorded. @public */
export interface RuleSubject {
  /** Id of the SLO. */
  readonly id: string;
  readonly slo: Slo;
  readonly entityRef: string;
  readonly serviceTitle: string;
  /** Id of the tier. */
  readonly tier: string;
  /** Entity reference. */
  readonly owner?: string;
  /** Which alerts the tier wants. */
  readonly severities: readonly ('page' | 'ticket')[];
  /** Address of the SLO in the portal. */
  readonly portalUrl: string;
}

/** @public */
export interface SliRequest {
  readonly indicator: Indicator;
  /** Windows may end in the past and may overlap. */
  readonly windows: readonly SliWindow[];
  /** Present: read what our recording rules of this SLO kept, where that serves. */
  readonly recorded?: RuleSubject;
}

/** @public */
export interface SliCallOptions {
  readonly signal: AbortSignal;
}

/** A source that counts events. One instance per entry of `reliability.slo.sources`. @public */
export interface SliSource {
  readonly kind: 'counts';
  /** As configured; what `metricSourceRef` says. */
  readonly name: string;
  readonly type: string;

  /** Finds what is wrong with one query; asks nobody. */
  check(
    query: SloQuery,
    role: 'good' | 'bad' | 'total' | 'raw' | 'threshold',
    indicator: Indicator,
  ): SliQueryProblem[];

  /**
   * Counts the events of one indicator in all windows.
   *
   * @throws SliSourceError
   */
  measure(
    request: SliRequest,
    options: SliCallOptions,
  ): Promise<SliMeasurement>;

  /**
   * Which share of each window has samples of the total.
   *
   * @returns by key of the window, 0–1; null where it cannot be told
   * @throws SliSourceError
   */
  coverage(
    request: Pick<SliRequest, 'indicator' | 'windows'>,
    options: SliCallOptions,
  ): Promise<Record<string, number | null>>;

  /**
   * Counts events step by step, for drafts and charts.
   *
   * @param range - milliseconds; `from` and `to` are multiples of `stepMs`
   * @throws SliSourceError
   */
  series(
    indicator: Indicator,
    range: {
      readonly from: number;
      readonly to: number;
      readonly stepMs: number;
    },
    options: SliCallOptions,
  ): Promise<{
    readonly steps: readonly SliStep[];
    readonly queries: readonly string[];
    readonly warnings: readonly string[];
  }>;

  /** Present where the source evaluates rules. */
  readonly rules?: SloRules;
}

/** Rules that a source evaluates by itself. @public */
export interface SloRules {
  /** Rules, or tests of them, as one YAML file. */
  generate(
    subjects: readonly RuleSubject[],
    options: {
      readonly format: 'prometheus' | 'prometheusrule';
      readonly tests: boolean;
    },
  ): string;
  /**
   * Where the rules that the source has loaded differ; by id of the SLO.
   *
   * @throws SliSourceError
   */
  drift(
    subjects: readonly RuleSubject[],
    options: SliCallOptions,
  ): Promise<ReadonlyMap<string, Omit<RuleDriftItem, 'checkedAt'>>>;
}

/** What a source says that evaluates SLOs by itself. @public */
export interface ReportedSlo {
  /** Share of good events over the window; null: no data. */
  readonly sli: number | null;
  /** Share of the budget that is left; null: no data. */
  readonly remaining: number | null;
  readonly burns: readonly BurnItem[];
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly warnings: readonly string[];
}

/** A source that only reports status. @public */
export interface SloStatusSource {
  readonly kind: 'status';
  readonly name: string;
  readonly type: string;
  check(query: SloQuery): SliQueryProblem[];
  /** @throws SliSourceError */
  report(slo: Slo, options: SliCallOptions): Promise<ReportedSlo>;
}

/** Makes the sources of one type. @public */
export interface SliSourceFactory {
  /** `type` in `reliability.slo.sources[]`. */
  readonly type: string;
  /**
   * @param config - one entry of `reliability.slo.sources`, with its `name`
   * @throws InputError with the path of the key that is wrong
   */
  create(config: Config): SliSource | SloStatusSource;
}

/** @public */
export interface SliSourcesExtensionPoint {
  /** @throws Error when the type is taken */
  addFactory(factory: SliSourceFactory): void;
}

/**
 * For modules that bring a kind of SLI source, such as
 * `@plimsoll/backstage-plugin-reliability-backend-module-prometheus`.
 *
 * @public
 */
export const reliabilitySliSourcesExtensionPoint =
  createExtensionPoint<SliSourcesExtensionPoint>({
    id: 'reliability.sli-sources',
  });
