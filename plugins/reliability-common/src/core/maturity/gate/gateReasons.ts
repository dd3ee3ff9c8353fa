import type {
  Evaluation,
  FactContext,
  FactPath,
  ObservedFact,
} from '../../facts';
import { fillBlanks, gatePathOf } from './compileGatePolicy';
import { unknownWords, wordsOf } from './gateWording';
import {
  CompiledGatePolicy,
  CompiledGateRule,
  GateNoun,
  GateVerdict,
  isOneOfWords,
} from './policy';
import type { GateContext, GateWaiver } from './decideGate';

/** A fact that a reason rests on. @public */
export interface GateSeenFact extends ObservedFact {
  readonly path: string;
}

/** One reason of a decision. @public */
export interface GateReason {
  /** `unknown`: facts that rules need are absent or too old; `not-in-time`: they could not be read in time. */
  readonly kind: 'rule' | 'unknown' | 'not-in-time';
  /** Ids of rules of the policy. */
  readonly rules: readonly string[];
  readonly title: string;
  readonly noun: GateNoun | null;
  /** After waivers and exempt changes. */
  readonly decision: GateVerdict;
  /** What it would be without them. */
  readonly before: GateVerdict;
  readonly text: string;
  readonly facts: readonly GateSeenFact[];
  readonly source: string | null;
  /** When the oldest of the facts was seen; milliseconds since the epoch. */
  readonly at: number | null;
  readonly waivedBy?: GateWaiver;
  /** Whether it would hold, but this kind of change may go. */
  readonly exemptChange?: true;
}

/** Facts once each, in their order. */
function seenFacts(
  paths: readonly FactPath[],
  context: FactContext,
): GateSeenFact[] {
  const unique = new Map(paths.map(path => [path.text, path]));
  return [...unique.values()].map(path => ({
    path: path.text,
    ...context.observe(path),
  }));
}

function origin(facts: readonly GateSeenFact[]) {
  const sources = [...new Set(facts.flatMap(({ source }) => source ?? []))];
  const times = facts.flatMap(({ at }) => at ?? []);
  return {
    source: sources.length > 0 ? sources.join(', ') : null,
    at: times.length > 0 ? Math.min(...times) : null,
  };
}

type Draft = Omit<GateReason, 'decision' | 'waivedBy' | 'exemptChange'>;

function spoken(rule: CompiledGateRule, context: FactContext): Draft {
  const { id, title, noun, decision, reason } = rule.definition;
  const facts = seenFacts([...rule.when.paths, ...rule.blanks], context);
  const text = fillBlanks(reason, path =>
    wordsOf(context.observe(gatePathOf(path)).value),
  );
  return {
    kind: 'rule',
    rules: [id],
    title,
    noun,
    before: decision,
    text,
    facts,
    ...origin(facts),
  };
}

type Unjudged = {
  readonly rule: CompiledGateRule;
  readonly evaluation: Exclude<Evaluation, { kind: 'value' }>;
};

/** Rules of one noun that cannot be judged are one reason. */
function unjudged(
  rules: readonly Unjudged[],
  before: GateVerdict,
  context: FactContext,
  now: number,
): Draft {
  const definitions = rules.map(({ rule }) => rule.definition);
  const missing = rules.flatMap(({ evaluation }) =>
    evaluation.kind === 'missing' ? evaluation.paths : [],
  );
  const errors = rules.flatMap(({ evaluation }) =>
    evaluation.kind === 'error' ? [evaluation.message] : [],
  );
  const facts = seenFacts(missing, context);
  const words = unknownWords(
    facts,
    definitions.map(({ title }) => title),
    now,
  );
  return {
    kind: 'unknown',
    rules: definitions.map(({ id }) => id),
    title: 'Not known',
    noun: definitions[0].noun,
    before,
    text: [words, ...errors].join('; '),
    facts,
    ...origin(facts),
  };
}

function drafts(
  policy: CompiledGatePolicy,
  context: FactContext,
  now: number,
): Draft[] {
  const found: Draft[] = [];
  const open = new Map<GateNoun, Unjudged[]>();
  for (const rule of policy.rules) {
    const evaluation = rule.when.evaluate(context.values);
    if (evaluation.kind !== 'value') {
      const { noun } = rule.definition;
      open.set(noun, [...(open.get(noun) ?? []), { rule, evaluation }]);
    } else if (evaluation.value) {
      found.push(spoken(rule, context));
    }
  }
  const { onUnknown } = policy.definition;
  for (const rules of open.values()) {
    found.push(unjudged(rules, onUnknown, context, now));
  }
  return found;
}

/** A hold that somebody waived, or that is not for this kind of change, becomes a warning. */
export function settleReason(
  draft: Draft,
  context: GateContext,
  exemptChanges: readonly string[],
): GateReason {
  if (draft.before !== 'hold') return { ...draft, decision: draft.before };
  const waivedBy = context.waivers
    .filter(({ until }) => until > context.now)
    .find(
      ({ rules }) => !rules || draft.rules.every(rule => rules.includes(rule)),
    );
  if (waivedBy) return { ...draft, decision: 'warn', waivedBy };
  return isOneOfWords(context.change, exemptChanges)
    ? { ...draft, decision: 'warn', exemptChange: true }
    : { ...draft, decision: 'hold' };
}

/** The reasons of a policy in the order of its rules, those that cannot be judged last. */
export const gateReasons = (
  policy: CompiledGatePolicy,
  facts: FactContext,
  context: GateContext,
): GateReason[] =>
  drafts(policy, facts, context.now).map(draft =>
    settleReason(draft, context, policy.definition.exemptChanges),
  );

/** The only reason of a decision whose facts could not be read in time. @public */
export const notInTime = (
  policy: CompiledGatePolicy | undefined,
  onUnknown: GateVerdict,
  text: string,
  context: GateContext,
): GateReason =>
  settleReason(
    {
      kind: 'not-in-time',
      rules: (policy?.rules ?? []).map(({ definition }) => definition.id),
      title: 'Not known in time',
      noun: null,
      before: onUnknown,
      text,
      facts: [],
      source: null,
      at: null,
    },
    context,
    policy?.definition.exemptChanges ?? [],
  );
