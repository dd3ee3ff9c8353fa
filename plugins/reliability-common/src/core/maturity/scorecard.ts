import {
  DefinitionProblem,
  Expression,
  FactPath,
  IntegerFacts,
} from '../facts';

/** One rung of the ladder; the first of a scorecard is the lowest. @public */
export interface LevelDefinition {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  /** Percent of the score that the level needs beside its checks; for rubrics that count points. */
  readonly minScore?: number;
}

/** A rule over facts. @public */
export interface CheckDefinition {
  readonly id: string;
  readonly title: string;
  readonly level: string;
  readonly dimension: string;
  /** Share in the score; 0 counts for the level only. */
  readonly weight: number;
  /** CEL; where it is false the check is not applicable. */
  readonly when?: string;
  /** CEL; true passes. */
  readonly pass: string;
  /** Markdown: why it matters. */
  readonly why?: string;
  /** Markdown: what to do. */
  readonly fix?: string;
  /** RFC 3339 date from which the check counts; before it, it is shown only. */
  readonly enforceFrom?: string;
  /** Shown, never counted. */
  readonly planned?: boolean;
}

/** Checks grouped into levels. `filter` is a Backstage filter predicate over entities. @public */
export interface ScorecardDefinition {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly filter?: unknown;
  readonly levels: readonly LevelDefinition[];
  readonly checks: readonly CheckDefinition[];
}

/** A dated, approved permission to fail one check. @public */
export interface Exemption {
  readonly scorecard: string;
  readonly check: string;
  readonly entityRef: string;
  readonly reason: string;
  readonly approvedBy: string;
  /** The last day of it, or the RFC 3339 time at which it ends. */
  readonly until: string;
}

/** A check ready to run. @public */
export interface CompiledCheck {
  readonly definition: CheckDefinition;
  readonly levelIndex: number;
  readonly when?: Expression;
  readonly pass: Expression;
  /** Milliseconds since the epoch. */
  readonly enforceFrom?: number;
  /** Changes when anything changes that decides the outcome or its share in the score. */
  readonly ruleHash: string;
}

/** A scorecard ready to assess with. @public */
export interface CompiledScorecard {
  readonly definition: ScorecardDefinition;
  readonly checks: readonly CompiledCheck[];
  /** Every fact that any check reads. */
  readonly paths: readonly FactPath[];
  /** The roots of those facts. */
  readonly read: ReadonlySet<string>;
  /** Which facts are integers, and the roots that exist without any facts, for building a context. */
  readonly integers: IntegerFacts;
  readonly roots: readonly string[];
  /** Changes with the definition or with a tier contract. */
  readonly hash: string;
}

/** @public */
export type ScorecardCompilation =
  | { readonly kind: 'ok'; readonly scorecard: CompiledScorecard }
  | { readonly kind: 'error'; readonly problems: readonly DefinitionProblem[] };

const DAY = 24 * 60 * 60 * 1000;
const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * When an exemption ends, in milliseconds since the epoch. One "until 31 March" holds through that day
 * (UTC), as people read it; one with a time ends at that time.
 *
 * @public
 */
export function exemptionEnd({ until }: Pick<Exemption, 'until'>): number {
  return Date.parse(until) + (DATE_ONLY.test(until) ? DAY : 0);
}
