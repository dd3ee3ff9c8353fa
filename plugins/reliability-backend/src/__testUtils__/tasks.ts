import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { listTasksQuerySchema } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { checklist, item } from './checklists';
import { service, team } from './entities';
import { createHarness, Harness, HOUR } from './harness';
import { ada, reliabilityWith } from './readiness';

const launch = checklist({
  items: [
    item('runbook', { expires: 'P90D' }),
    item('rollback', { phase: 'pre-production' }),
    item('optional', { required: false }),
    item('system', { verify: 'entity.system != ""' }),
  ],
});

const owned = (name: string, tier: string, owner = 'red') =>
  service(name, {
    metadata: { annotations: { 'plimsoll.dev/tier': tier } },
    spec: { owner },
  });

/**
 * A portal in which `pay` of tier 0 and `cart` of tier 2 are of the group red, `mail` of tier 1 of blue.
 *
 * @param groups - of everybody; a test may change them
 */
export async function openTaskPortal(
  knex: Knex,
  groups: readonly string[],
): Promise<Harness> {
  const harness = await createHarness({
    knex,
    reliability: reliabilityWith([launch]),
    ownershipOf: async () => groups,
    entities: [
      team('red'),
      team('blue'),
      owned('pay', 'tier-0'),
      owned('cart', 'tier-2'),
      owned('mail', 'tier-1', 'blue'),
    ],
  });
  await harness.services.sync.sweep();
  harness.clock.advance(HOUR);
  return harness;
}

export const listTasks = (
  { services }: Harness,
  query: object = {},
  who: BackstageCredentials = ada,
) => services.readinessTasks.list(listTasksQuerySchema.parse(query), who);

/** Tasks as `kind: service item`, or with the phase where it is about that. */
export async function taskLines(
  harness: Harness,
  query: object = {},
  who: BackstageCredentials = ada,
): Promise<string[]> {
  const { items } = await listTasks(harness, query, who);
  return items.map(
    ({ kind, entityRef, item: of, phase }) =>
      `${kind}: ${entityRef.split('/')[1]} ${of?.id ?? phase.id}`,
  );
}
