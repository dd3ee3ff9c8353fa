import {
  Assessment,
  CheckResult,
  Enforcement,
  FactValue,
  NextLevel,
  ObservedFact,
  Outcome,
  OutcomeReason,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ScorecardVersion } from './ScorecardVersionStore';

/** The part of an assessment that explains it; level and score have columns of their own. */
export interface Explanation {
  readonly checks: readonly CheckResult[];
  readonly facts: Readonly<Record<string, ObservedFact>>;
  readonly nextLevel?: NextLevel;
}

/** As stored: names of checks and facts are in the version of the scorecard, not in each of ten thousand rows. */
interface Stored {
  /** Name and time of each source. */
  sources: [string, number][];
  /** In the order of the version's facts; null where there is none. */
  values: (FactValue | null)[];
  /** For each value the index of its source; -1 where absent, -2 - index where stale. */
  from: number[];
  /** In the order of the version's checks. */
  outcomes: Outcome[];
  /** Those that are not enforced, by index of the check. */
  waiting?: Record<number, Enforcement>;
  reasons?: Record<number, OutcomeReason>;
  next?: NextLevel;
}

const ABSENT = -1;
const stale = (index: number) => -2 - index;

function sparse<T>(
  checks: readonly CheckResult[],
  valueOf: (check: CheckResult) => T | undefined,
): Record<number, T> | undefined {
  const found: Record<number, T> = {};
  let any = false;
  checks.forEach((check, index) => {
    const value = valueOf(check);
    if (value !== undefined) {
      found[index] = value;
      any = true;
    }
  });
  return any ? found : undefined;
}

/**
 * Writes an explanation as a text that is equal for equal explanations, so that a reassessment which found
 * nothing new is recognised by comparing two strings.
 *
 * @param assessment - of the scorecard whose version will decode it: checks and facts are in its order
 */
export function encodeExplanation(
  assessment: Pick<Assessment, 'checks' | 'facts' | 'nextLevel'>,
): string {
  const sources: [string, number][] = [];
  const indexOf = (source: string, at: number) => {
    const known = sources.findIndex(
      candidate => candidate[0] === source && candidate[1] === at,
    );
    return known >= 0 ? known : sources.push([source, at]) - 1;
  };
  const values: Stored['values'] = [];
  const from: number[] = [];
  for (const fact of Object.values(assessment.facts)) {
    values.push(fact.value ?? null);
    if (fact.state === 'absent') {
      from.push(ABSENT);
    } else {
      const index = indexOf(fact.source ?? '', fact.at ?? 0);
      from.push(fact.state === 'stale' ? stale(index) : index);
    }
  }
  const { checks } = assessment;
  const stored: Stored = {
    sources,
    values,
    from,
    outcomes: checks.map(({ outcome }) => outcome),
    waiting: sparse(checks, ({ enforcement }) =>
      enforcement === 'enforced' ? undefined : enforcement,
    ),
    reasons: sparse(checks, ({ reason }) => reason),
    next: assessment.nextLevel,
  };
  return JSON.stringify(stored);
}

function decodeFact(stored: Stored, index: number): ObservedFact {
  const from = stored.from[index];
  if (from === ABSENT) return { state: 'absent' };
  const [source, at] = stored.sources[from >= 0 ? from : -2 - from];
  const value = stored.values[index];
  return {
    state: from >= 0 ? 'known' : 'stale',
    ...(value !== null && { value }),
    at,
    source,
  };
}

/**
 * Reads back what `encodeExplanation` wrote.
 *
 * @param version - of the scorecard that made the report
 */
export function decodeExplanation(
  text: string,
  version: ScorecardVersion,
): Explanation {
  const stored = JSON.parse(text) as Stored;
  return {
    facts: Object.fromEntries(
      version.facts.map((path, index): [string, ObservedFact] => [
        path,
        decodeFact(stored, index),
      ]),
    ),
    checks: version.definition.checks.map(({ id }, index) => {
      const reason = stored.reasons?.[index];
      return {
        id,
        outcome: stored.outcomes[index],
        enforcement: stored.waiting?.[index] ?? 'enforced',
        ...(reason && { reason }),
      };
    }),
    nextLevel: stored.next,
  };
}
