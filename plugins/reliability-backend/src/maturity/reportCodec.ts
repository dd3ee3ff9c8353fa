import {
  CompactAssessment,
  CheckResult,
  Enforcement,
  FactValue,
  NextLevel,
  ObservedFact,
  Outcome,
  OutcomeReason,
} from '@plimsoll/backstage-plugin-reliability-common';
import { membersOf, sharedJson } from '../database/sharedJson';
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

/**
 * Writes an explanation as a text that is equal for equal explanations, so that a reassessment which found
 * nothing new is recognised by comparing two strings.
 *
 * @param assessment - of the scorecard whose version will decode it: checks and facts are in its order
 */
export function encodeExplanation(
  assessment: Pick<
    CompactAssessment,
    'checks' | 'outcomes' | 'observed' | 'nextLevel'
  >,
): string {
  const sources: Stored['sources'] = [];
  const values: Stored['values'] = [];
  const from: number[] = [];
  for (const fact of assessment.observed) {
    values.push(fact.value ?? null);
    if (fact.state === 'absent') {
      from.push(ABSENT);
    } else {
      const index = indexOf(sources, fact.source ?? '', fact.at ?? 0);
      from.push(fact.state === 'stale' ? stale(index) : index);
    }
  }
  let waiting: Stored['waiting'];
  let reasons: Stored['reasons'];
  assessment.checks.forEach(({ enforcement, reason }, index) => {
    if (enforcement !== 'enforced') (waiting ??= {})[index] = enforcement;
    if (reason) (reasons ??= {})[index] = reason;
  });
  const { outcomes, nextLevel } = assessment;
  // In the order of `Stored`, or nothing would be equal to what was written before.
  let members = membersOf(JSON.stringify({ sources, values, from }));
  members += `,"outcomes":${sharedJson(outcomes)}`;
  if (waiting) members += `,"waiting":${JSON.stringify(waiting)}`;
  if (reasons) members += `,"reasons":${JSON.stringify(reasons)}`;
  if (nextLevel) members += `,"next":${sharedJson(nextLevel)}`;
  return `{${members}}`;
}

/** The place of a source among those so far, of which there are few. */
function indexOf(sources: Stored['sources'], name: string, at: number): number {
  for (let index = 0; index < sources.length; index++) {
    const [known, time] = sources[index];
    if (known === name && time === at) return index;
  }
  return sources.push([name, at]) - 1;
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
