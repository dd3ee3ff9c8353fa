import { Harness } from './harness';

/** Keeps groups by name with their parents, as a read of the catalog would. */
export async function putGroups(
  { knex, stores, clock }: Harness,
  parents: Record<string, string | undefined>,
): Promise<void> {
  const refOf = (name: string) => `group:default/${name}`;
  await knex.transaction(tx =>
    stores.groups.save(
      tx,
      Object.entries(parents).map(([name, parent]) => ({
        entityRef: refOf(name),
        title: name,
        parent: parent && refOf(parent),
        hash: `${name}-${parent}`,
      })),
      clock.now,
    ),
  );
}
