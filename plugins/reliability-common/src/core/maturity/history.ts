import type { Assessment, CheckResult, Outcome } from './assess';
import { FactValue } from '../facts/facts';
import { canonicalJson } from '../facts/fingerprint';

/**
 * Why something changed: the service itself, the rule (scorecard, weight or tier contract), or the data
 * (a fact went stale or came back).
 *
 * @public
 */
export type ChangeCause = 'service' | 'rule' | 'data';

/** A check whose outcome changed; `from` or `to` is absent where the check is new or gone. @public */
export interface Flip {
  readonly check: string;
  readonly from?: Outcome;
  readonly to?: Outcome;
  readonly cause: ChangeCause;
  /** The facts whose values differ, before and after. */
  readonly facts: readonly {
    readonly path: string;
    readonly before?: FactValue;
    readonly after?: FactValue;
    /** Who told the value afterwards, or before where there is none any more; absent in old steps. */
    readonly source?: string;
  }[];
}

/** A step in the history of one service on one scorecard. @public */
export interface Change {
  readonly cause: ChangeCause;
  readonly flips: readonly Flip[];
}

/** An assessment with the rules that made it, by check id. @public */
export interface RuledAssessment
  extends Pick<Assessment, 'level' | 'score' | 'checks' | 'facts'> {
  /** `ruleHash` of every check. */
  readonly rules: Readonly<Record<string, string>>;
  /** The fact paths that each check reads. */
  readonly paths: Readonly<Record<string, readonly string[]>>;
}

/** What the configuration says of a tier, as against which tier a service is in. */
const isTierDefinition = (path: string) =>
  path.startsWith('tier.contract.') ||
  path === 'tier.rank' ||
  path === 'tier.name';

type Side = RuledAssessment | undefined;

function changedFacts(paths: readonly string[], before: Side, after: Side) {
  return paths
    .map(path => ({
      path,
      before: before?.facts[path],
      after: after?.facts[path],
    }))
    .filter(
      ({ before: old, after: now }) =>
        canonicalJson([old?.state, old?.value ?? null]) !==
        canonicalJson([now?.state, now?.value ?? null]),
    );
}

function causeOf(
  id: string,
  results: { from?: CheckResult; to?: CheckResult },
  before: RuledAssessment,
  after: RuledAssessment,
  changed: ReturnType<typeof changedFacts>,
): ChangeCause {
  const { from, to } = results;
  if (!from || !to || before.rules[id] !== after.rules[id]) return 'rule';
  if (from.enforcement !== to.enforcement) return 'rule';
  if (from.outcome === 'exempt' || to.outcome === 'exempt') return 'rule';
  const wentStale = changed.some(
    ({ before: old, after: now }) =>
      old?.state === 'stale' || now?.state === 'stale',
  );
  if (wentStale) return 'data';
  // What a tier demands is a rule, but moving to another tier is the service's own change.
  const sameTier =
    before.facts['tier.id']?.value === after.facts['tier.id']?.value;
  const tierRedefined =
    changed.length > 0 && changed.every(({ path }) => isTierDefinition(path));
  return sameTier && tierRedefined ? 'rule' : 'service';
}

function flipsBetween(before: RuledAssessment, after: RuledAssessment): Flip[] {
  const old = new Map(before.checks.map(check => [check.id, check]));
  const now = new Map(after.checks.map(check => [check.id, check]));
  const ids = [...new Set([...old.keys(), ...now.keys()])];
  return ids
    .map(id => ({ id, from: old.get(id), to: now.get(id) }))
    .filter(
      ({ from, to }) =>
        from?.outcome !== to?.outcome || from?.enforcement !== to?.enforcement,
    )
    .map(({ id, from, to }) => {
      const paths = new Set([
        ...(before.paths[id] ?? []),
        ...(after.paths[id] ?? []),
      ]);
      const changed = changedFacts([...paths], before, after);
      return {
        check: id,
        from: from?.outcome,
        to: to?.outcome,
        cause: causeOf(id, { from, to }, before, after, changed),
        facts: changed.map(({ path, before: a, after: b }) => ({
          path,
          before: a?.state === 'absent' ? undefined : a?.value,
          after: b?.state === 'absent' ? undefined : b?.value,
          source: b?.source ?? a?.source,
        })),
      };
    });
}

/** The cause that most flips have; the service's own change wins a draw, then the rule. */
function mainCause(flips: readonly Flip[]): ChangeCause {
  const order: ChangeCause[] = ['service', 'rule', 'data'];
  const count = (cause: ChangeCause) =>
    flips.filter(flip => flip.cause === cause).length;
  return order.reduce((best, cause) =>
    count(cause) > count(best) ? cause : best,
  );
}

/**
 * What changed between two assessments of a service. Undefined where neither level nor score nor the outcome of a check
 * did. A score that moves while no check that counts flips was moved by a rule: a weight, a level or the order of
 * levels.
 *
 * @public
 */
export function changeBetween(
  before: RuledAssessment,
  after: RuledAssessment,
): Change | undefined {
  const flips = flipsBetween(before, after);
  const hasMoved = before.level !== after.level || before.score !== after.score;
  if (!hasMoved && flips.every(({ from, to }) => from === to)) {
    return undefined;
  }
  const counted = new Set(
    [...before.checks, ...after.checks]
      .filter(({ enforcement }) => enforcement === 'enforced')
      .map(({ id }) => id),
  );
  const decisive = flips.filter(({ check }) => counted.has(check));
  if (decisive.length > 0) return { flips, cause: mainCause(decisive) };
  return { flips, cause: hasMoved ? 'rule' : mainCause(flips) };
}
