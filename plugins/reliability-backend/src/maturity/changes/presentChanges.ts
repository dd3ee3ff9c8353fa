import {
  CompiledScorecard,
  NetFlip,
  outcomeOfLetter,
  PastServiceState as AnsweredState,
  ServiceChangesResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { isoOrNull } from '../../database/dates';
import { levelRef, levelRefById } from '../present';
import { ScorecardVersion } from '../ScorecardVersionStore';
import { PastState } from './PastStates';

/** A level as it was called on that day; one that only its id is left of has no place. */
export function pastLevel(
  { levelId, version }: PastState,
  scorecard: CompiledScorecard,
) {
  const levels = version?.definition.levels ?? [];
  const index = levels.findIndex(({ id }) => id === levelId);
  if (levelId === 'none') return levelRef(scorecard, -1);
  return index < 0
    ? levelRefById(scorecard, levelId)
    : { id: levelId, name: levels[index].name, index };
}

/** Titles of checks: as they are called now, or were by then. */
export function checkTitles(
  scorecard: CompiledScorecard,
  versions: Iterable<ScorecardVersion | undefined>,
): (check: string) => string {
  const titles = new Map<string, string>();
  for (const version of versions) {
    for (const { id, title } of version?.definition.checks ?? []) {
      titles.set(id, title);
    }
  }
  for (const { id, title } of scorecard.definition.checks) {
    titles.set(id, title);
  }
  return check => titles.get(check) ?? check;
}

function checksOf(
  { version, outcomes }: PastState,
  titleOf: (check: string) => string,
): AnsweredState['checks'] {
  const checks = version?.definition.checks;
  if (!checks || outcomes?.length !== checks.length) return null;
  return checks.flatMap(({ id }, index) => {
    const outcome = outcomeOfLetter(outcomes[index]);
    return outcome ? [{ id, title: titleOf(id), outcome }] : [];
  });
}

/** A past state as it is answered. */
export function presentState(
  state: PastState,
  scorecard: CompiledScorecard,
): AnsweredState {
  const { row } = state;
  return {
    level: pastLevel(state, scorecard),
    score: row.score,
    coverage: row.coverage,
    tier: row.tierId ?? null,
    owner: row.owner ?? null,
    system: row.system ?? null,
    domain: row.domain ?? null,
    scorecardHash: row.scorecardHash ?? null,
    checks: checksOf(state, checkTitles(scorecard, [state.version])),
  };
}

type AnsweredFlip = NonNullable<
  ServiceChangesResponse['difference']
>['flips'][number];

/** A flip as it is answered, without its facts. */
export const presentFlipBriefly = (
  { check, from, to, cause, at, by }: NetFlip,
  titleOf: (check: string) => string,
): Omit<AnsweredFlip, 'facts'> => ({
  check,
  title: titleOf(check),
  ...(from && { from }),
  ...(to && { to }),
  cause,
  at: isoOrNull(at),
  by: by ?? null,
});

/** A flip as it is answered. */
export const presentFlip = (
  flip: NetFlip,
  titleOf: (check: string) => string,
): AnsweredFlip => ({
  ...presentFlipBriefly(flip, titleOf),
  facts: flip.facts.map(fact => ({ ...fact })),
});
