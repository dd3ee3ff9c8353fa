import {
  Assessment,
  CheckResult,
  FactValue,
  NextLevel,
  ObservedFact,
} from '@plimsoll/backstage-plugin-reliability-common';

/** The part of an assessment that explains it; level and score have columns of their own. */
export interface Explanation {
  readonly checks: readonly CheckResult[];
  readonly facts: Readonly<Record<string, ObservedFact>>;
  readonly nextLevel?: NextLevel;
}

/** A fact as stored: value and index of its source; 1 marks a stale one, 0 stands for an absent one. */
type StoredFact = 0 | [FactValue, number] | [FactValue, number, 1];

interface Stored {
  sources: [string, number][];
  facts: Record<string, StoredFact>;
  checks: [string, CheckResult['outcome'], ...unknown[]][];
  next?: NextLevel;
}

/**
 * Writes an explanation as a text that is equal for equal explanations, so that a reassessment which found
 * nothing new is recognised by comparing two strings. Sources are named once, which saves two thirds.
 */
export function encodeExplanation(
  assessment: Pick<Assessment, 'checks' | 'facts' | 'nextLevel'>,
): string {
  const sources: [string, number][] = [];
  const indexes = new Map<string, number>();
  const indexOf = (source: string, at: number) => {
    const key = `${source}|${at}`;
    const known = indexes.get(key);
    if (known !== undefined) return known;
    indexes.set(key, sources.length);
    sources.push([source, at]);
    return sources.length - 1;
  };
  const facts: Record<string, StoredFact> = {};
  for (const [path, fact] of Object.entries(assessment.facts)) {
    if (fact.state === 'absent') {
      facts[path] = 0;
    } else {
      const index = indexOf(fact.source ?? '', fact.at ?? 0);
      facts[path] =
        fact.state === 'stale' ? [fact.value!, index, 1] : [fact.value!, index];
    }
  }
  const checks = assessment.checks.map(
    ({ id, outcome, enforcement, reason }): Stored['checks'][number] => {
      if (reason) return [id, outcome, enforcement, reason];
      return enforcement === 'enforced'
        ? [id, outcome]
        : [id, outcome, enforcement];
    },
  );
  const stored: Stored = { sources, facts, checks, next: assessment.nextLevel };
  return JSON.stringify(stored);
}

/** Reads back what `encodeExplanation` wrote. */
export function decodeExplanation(text: string): Explanation {
  const stored = JSON.parse(text) as Stored;
  const facts = Object.entries(stored.facts).map(
    ([path, fact]): [string, ObservedFact] => {
      if (fact === 0) return [path, { state: 'absent' }];
      const [value, index, stale] = fact;
      const [source, at] = stored.sources[index];
      return [path, { state: stale ? 'stale' : 'known', value, at, source }];
    },
  );
  return {
    facts: Object.fromEntries(facts),
    checks: stored.checks.map(
      ([id, outcome, enforcement = 'enforced', reason]) =>
        ({
          id,
          outcome,
          enforcement,
          ...(reason ? { reason } : {}),
        } as CheckResult),
    ),
    nextLevel: stored.next,
  };
}
