import { Knex } from 'knex';
import { service, system, team } from './entities';
import { createHarness, Harness, HarnessOptions } from './harness';
import { push } from './push';
import { ladder, only } from './scorecards';

const of = (name: string, tier: string, owner: string, spec = {}) =>
  service(name, {
    metadata: { annotations: { 'plimsoll.dev/tier': tier } },
    spec: { owner, ...spec },
  });

/**
 * A portal with two scorecards and four services, ranked in this order: `best` is silver; `good` and `even`
 * are bronze, of tier 0 and 2; `poor` has an owner who left, no tier that is known and no level.
 */
export async function openRankedPortal(
  knex: Knex,
  options: Omit<HarnessOptions, 'knex' | 'entities'> = {},
): Promise<Harness> {
  const harness = await createHarness({
    ...options,
    knex,
    reliability: {
      ...only(ladder(), ladder({ id: 'second', title: 'Second' })),
      ...options.reliability,
    },
    entities: [
      team('red'),
      team('blue'),
      system('checkout', 'sales'),
      of('best', 'tier-1', 'red', { system: 'checkout' }),
      of('good', 'tier-0', 'blue'),
      of('even', 'tier-2', 'red'),
      of('poor', 'tier-9', 'nobody', { system: 'checkout' }),
    ],
  });
  await harness.services.sync.sweep();
  await push(harness, 'best', { coverage: 90 });
  await push(harness, 'good', { coverage: 10 });
  await push(harness, 'even', { coverage: 10 });
  return harness;
}
