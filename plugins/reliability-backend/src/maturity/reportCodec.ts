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
import { sharedJson } from '../database/sharedJson';
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
  const values = assessment.observed.map(({ value }) => value ?? null);
  const from = assessment.observed.map(({ state, source = '', at = 0 }) => {
    if (state === 'absent') return ABSENT;
    const index = indexOf(sources, source, at);
    return state === 'stale' ? stale(index) : index;
  });
  const { outcomes, checks, nextLevel } = assessment;
  // In the order of `Stored`, or nothing would be equal to what was written before.
  let text = `{"sources":${JSON.stringify(sources)},"values":`;
  text += `${JSON.stringify(values)},"from":[${from.join()}]`;
  text += `,"outcomes":${sharedJson(outcomes)}${remarksOn(checks)}`;
  if (nextLevel) text += `,"next":${sharedJson(nextLevel)}`;
  return `${text}}`;
}

/** By the results, which services that have the same share. */
const remarks = new WeakMap<readonly CheckResult[], string>();

/** What is said of single checks, as members that follow others. */
function remarksOn(checks: readonly CheckResult[]): string {
  let text = remarks.get(checks);
  if (text === undefined) {
    let waiting: Stored['waiting'];
    let reasons: Stored['reasons'];
    checks.forEach(({ enforcement, reason }, index) => {
      if (enforcement !== 'enforced') (waiting ??= {})[index] = enforcement;
      if (reason) (reasons ??= {})[index] = reason;
    });
    text = '';
    if (waiting) text += `,"waiting":${JSON.stringify(waiting)}`;
    if (reasons) text += `,"reasons":${JSON.stringify(reasons)}`;
    remarks.set(checks, text);
  }
  return text;
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
