import { NotFoundError } from '@backstage/errors';
import { CompiledScorecard } from '@plimsoll/backstage-plugin-reliability-common';

/**
 * The scorecard that a request names, or the first where it names none.
 *
 * @throws NotFoundError when no such scorecard is configured
 */
export function findScorecard(
  scorecards: readonly CompiledScorecard[],
  id: string | undefined,
): CompiledScorecard {
  const found =
    id === undefined
      ? scorecards[0]
      : scorecards.find(({ definition }) => definition.id === id);
  if (!found) throw new NotFoundError(`There is no scorecard "${id}"`);
  return found;
}
