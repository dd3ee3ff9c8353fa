import { useTiers } from './useTiers';

/** Names of the tiers in force by their id; none while they are not known. */
export function useTierNames(): Record<string, string> {
  const tiers = useTiers();
  if (tiers.kind !== 'ready') return {};
  return Object.fromEntries(
    tiers.value.items.map(({ id, name }) => [id, name]),
  );
}
