import { Tier, UNTIERED } from '@plimsoll/backstage-plugin-reliability-common';

/** The name of a tier by its id. */
export function tierNames(
  tiers: readonly Pick<Tier, 'id' | 'name'>[],
): (id: string) => string {
  const names = new Map(
    [...tiers, { id: UNTIERED, name: 'Untiered' }].map(({ id, name }) => [
      id,
      name,
    ]),
  );
  return id => names.get(id) ?? id;
}
