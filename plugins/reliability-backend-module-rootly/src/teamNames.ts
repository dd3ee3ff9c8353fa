import { ProviderError } from '@plimsoll/backstage-plugin-reliability-node';
import { ReadContext } from './reading';

/** @returns the names of some teams as one text, undefined where none can be told */
export async function teamNames(
  { directory, signal }: ReadContext,
  ids: readonly string[],
): Promise<(ids: readonly string[]) => string | undefined> {
  const teams = await directory.find('teams', [...new Set(ids)], signal);
  return own =>
    own
      .flatMap(id => {
        const team = teams.get(id);
        return team instanceof ProviderError ? [] : team?.name ?? [];
      })
      .join(', ') || undefined;
}
