import {
  CompiledCheck,
  Exemption,
} from '@plimsoll/backstage-plugin-reliability-common';
import { RankedReport } from '../rankingFilter';
import { letterOf } from '../reportRow';
import { ChangedRules } from './changedRules';

/** Which checks of rules that are tried need not be judged again. */
export interface KeptChecks {
  /** For each check that is tried its place in the rules in force; undefined: it is to be judged. */
  readonly places: readonly (number | undefined)[];
  /** Those to be judged, in their order. */
  readonly judged: readonly CompiledCheck[];
}

const isSameRule = (one: CompiledCheck, other: CompiledCheck) =>
  one.definition.pass === other.definition.pass &&
  one.definition.when === other.definition.when;

/** A check keeps its outcome where its two expressions are the same word for word; weight, level and date only count it. */
export function keptChecks({
  before,
  after,
}: Pick<ChangedRules, 'before' | 'after'>): KeptChecks {
  const known = new Map(
    before.checks.map((check, place) => [
      check.definition.id,
      { check, place },
    ]),
  );
  const places = after.checks.map(check => {
    const found = known.get(check.definition.id);
    return found && isSameRule(found.check, check) ? found.place : undefined;
  });
  return {
    places,
    judged: after.checks.filter((_, index) => places[index] === undefined),
  };
}

const EXEMPT = letterOf('exempt');
const NOT_APPLICABLE = letterOf('not-applicable');

/** Whether outcomes know of exactly the exemptions that hold now. */
function agrees(
  outcomes: string,
  ids: readonly string[],
  own: readonly Pick<Exemption, 'check'>[],
): boolean {
  if (own.length === 0) return !outcomes.includes(EXEMPT);
  return ids.every((id, index) => {
    const letter = outcomes[index];
    return own.some(({ check }) => check === id)
      ? letter === EXEMPT || letter === NOT_APPLICABLE
      : letter !== EXEMPT;
  });
}

/**
 * Tells the reports whose outcomes stand for the checks that are kept. Whatever changes a fact renews the reports in
 * the same transaction, so an outcome is old only where time has passed: where the report is due, was made by other
 * rules, or an exemption began or ended. A service whose tier would get another contract has other facts.
 *
 * @param due - references of services whose reports are to be made anew
 */
export function standingReports(
  { before, touchedTiers }: Pick<ChangedRules, 'before' | 'touchedTiers'>,
  due: ReadonlySet<string>,
) {
  const ids = before.definition.checks.map(({ id }) => id);
  return (
    { entityRef, tierId, outcomes, scorecardHash }: RankedReport,
    own: readonly Pick<Exemption, 'check'>[],
  ): boolean =>
    scorecardHash === before.hash &&
    !due.has(entityRef) &&
    !touchedTiers.has(tierId) &&
    agrees(outcomes, ids, own);
}

/** The letters of the checks that are tried: those that are kept, and the judged ones in their places. */
export function joinOutcomes(
  { places }: KeptChecks,
  kept: string,
  judged: string,
): string {
  let letters = '';
  let next = 0;
  for (const place of places) {
    letters += place === undefined ? judged[next++] : kept[place];
  }
  return letters;
}
