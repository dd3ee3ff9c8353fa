import type {
  DefinitionProblem,
  Expression,
  FactPath,
  IntegerFacts,
} from '../../facts';

/** What a rule of a policy is about. @public */
export type GateNoun =
  | 'slo'
  | 'oncall'
  | 'incidents'
  | 'readiness'
  | 'maturity';

/** May a service take more change now? The later ones are stricter. @public */
export type GateVerdict = 'allow' | 'warn' | 'hold';

/** One rule of a policy. @public */
export interface GateRule {
  readonly id: string;
  readonly title: string;
  readonly noun: GateNoun;
  /** CEL; where it is true the rule speaks. */
  readonly when: string;
  readonly decision: 'warn' | 'hold';
  /** What it says; `{path}` stands for the fact at that path. */
  readonly reason: string;
  /** What the team does while it speaks. */
  readonly demands: readonly string[];
}

/** What decides how much services of some tiers may change. @public */
export interface GatePolicy {
  readonly id: string;
  readonly title?: string;
  /** Ids of tiers; `untiered` for services without one. */
  readonly tiers: readonly string[];
  readonly rules: readonly GateRule[];
  /** What a rule comes to whose facts are absent or too old. */
  readonly onUnknown: GateVerdict;
  /** Kinds of change that may go although held. */
  readonly exemptChanges: readonly string[];
  /** Causes of incidents whose spend is given back before the budget is judged. */
  readonly exemptCauses: readonly string[];
  /** The longest time of a waiver, as an ISO 8601 duration. */
  readonly waiver: { readonly maxDuration: string };
}

/** A rule ready to run. @public */
export interface CompiledGateRule {
  readonly definition: GateRule;
  readonly when: Expression;
  /** The facts that its text names. */
  readonly blanks: readonly FactPath[];
}

/** A policy ready to decide with. @public */
export interface CompiledGatePolicy {
  readonly definition: GatePolicy;
  readonly rules: readonly CompiledGateRule[];
  /** Which facts are integers, and the roots that exist without any facts, for building a context. */
  readonly integers: IntegerFacts;
  readonly roots: readonly string[];
}

/** @public */
export type GatePolicyCompilation =
  | { readonly kind: 'ok'; readonly policy: CompiledGatePolicy }
  | { readonly kind: 'error'; readonly problems: readonly DefinitionProblem[] };

/** @public */
export const GATE_VERDICTS: readonly GateVerdict[] = ['allow', 'warn', 'hold'];

/** The stricter of two verdicts. @public */
export const stricterVerdict = (
  one: GateVerdict,
  other: GateVerdict,
): GateVerdict =>
  GATE_VERDICTS.indexOf(one) < GATE_VERDICTS.indexOf(other) ? other : one;

/** A word as it is compared: case, dashes and spaces make no other word. */
const plain = (word: string) =>
  word
    .trim()
    .toLocaleLowerCase('en-US')
    .replace(/[\s_-]+/g, ' ');

/** Whether a word is one of some, whatever its case and dashes. @public */
export const isOneOfWords = (
  word: string | null | undefined,
  words: readonly string[],
): boolean =>
  word !== null &&
  word !== undefined &&
  words.some(each => plain(each) === plain(word));
