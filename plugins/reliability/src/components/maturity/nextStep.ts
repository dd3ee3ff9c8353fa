import type {
  CheckReport,
  Report,
  ServiceResponse,
} from '@plimsoll/backstage-plugin-reliability-common';

type LevelRef = Report['level'];

/** Something that is known to end the top level one day, soonest first. */
export type Watch =
  | { kind: 'exempt' | 'scheduled'; check: string; at: string }
  | { kind: 'stale'; fact: string; at: string };

/** What to do next on one scorecard: the one answer of the tab and of the card. */
export type NextStep =
  | { kind: 'top'; watch: Watch[] }
  | { kind: 'nothing-applies'; next: LevelRef }
  | { kind: 'waiting'; next: LevelRef }
  | {
      kind: 'checks' | 'points';
      next: LevelRef;
      liftsTo: LevelRef;
      /** The tier first where others wait for it, then the heaviest. */
      checks: CheckReport[];
      /** Per mille. */
      missingScore: number;
      /** Points. */
      minScore?: number;
      /** How many checks above the next level do not pass either. */
      others: number;
    };

/** A check that counts and is not met. */
export function isToDo(check: CheckReport): boolean {
  return (
    check.enforcement === 'enforced' &&
    (check.outcome === 'fail' || check.outcome === 'unknown')
  );
}

const isAboutTier = ({ path }: CheckReport['actual'][number]) =>
  path.startsWith('tier.');

/** It cannot be decided before the service has a tier. */
const waitsForTier = ({ outcome, reason, actual }: CheckReport) =>
  outcome === 'unknown' &&
  reason?.kind === 'absent' &&
  actual.some(fact => isAboutTier(fact) && fact.state === 'absent');

const failsForTier = ({ outcome, actual }: CheckReport) =>
  outcome === 'fail' && actual.length > 0 && actual.every(isAboutTier);

/** The tier where others wait for it, then the heaviest. */
function inOrder(checks: readonly CheckReport[]): CheckReport[] {
  const tierFirst = checks.some(waitsForTier);
  const urgency = (check: CheckReport) =>
    tierFirst && failsForTier(check) ? 1 : 0;
  return [...checks].sort(
    (one, other) => urgency(other) - urgency(one) || other.weight - one.weight,
  );
}

function watchList(report: Report, facts: ServiceResponse['facts']): Watch[] {
  const exempt = report.checks.flatMap((check): Watch[] =>
    check.enforcement === 'enforced' && check.reason?.until
      ? [{ kind: 'exempt', check: check.title, at: check.reason.until }]
      : [],
  );
  const scheduled = report.checks.flatMap((check): Watch[] =>
    check.enforcement === 'scheduled' &&
    check.enforceFrom &&
    (check.outcome === 'fail' || check.outcome === 'unknown')
      ? [{ kind: 'scheduled', check: check.title, at: check.enforceFrom }]
      : [],
  );
  const used = new Set(
    report.checks.flatMap(check => check.actual.map(({ path }) => path)),
  );
  // The catalog is read again and again by itself; the others have to be reported by somebody.
  const stale = facts.flatMap((fact): Watch[] =>
    fact.state === 'known' &&
    fact.expiresAt &&
    fact.source !== 'catalog' &&
    used.has(fact.path)
      ? [{ kind: 'stale', fact: fact.path, at: fact.expiresAt }]
      : [],
  );
  return [...exempt, ...scheduled, ...stale].sort(
    (one, other) => Date.parse(one.at) - Date.parse(other.at),
  );
}

export function nextStepOf(
  report: Report,
  facts: ServiceResponse['facts'] = [],
): NextStep {
  const { nextLevel, checks, levels } = report;
  if (!nextLevel) return { kind: 'top', watch: watchList(report, facts) };
  const definition = levels.find(level => level.id === nextLevel.id);
  const next = {
    id: nextLevel.id,
    name: nextLevel.name,
    index: definition?.index ?? report.level.index + 1,
  };
  if (nextLevel.nothingApplies) return { kind: 'nothing-applies', next };
  const { blocking, liftsTo, missingScore } = nextLevel;
  const toDo = checks.filter(isToDo);
  const common = {
    next,
    liftsTo,
    missingScore,
    minScore: definition?.minScore,
  };
  if (blocking.length > 0) {
    const first = checks.filter(({ id }) => blocking.includes(id));
    return {
      kind: 'checks',
      ...common,
      checks: inOrder(first),
      others: toDo.filter(({ id }) => !blocking.includes(id)).length,
    };
  }
  return missingScore > 0
    ? { kind: 'points', ...common, checks: inOrder(toDo), others: 0 }
    : { kind: 'waiting', next };
}
