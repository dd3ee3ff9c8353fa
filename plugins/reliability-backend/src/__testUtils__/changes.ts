import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { Outcome } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { createHarness, DAY, Harness } from './harness';

/** Every outcome, for a table. */
export const letterPairs: [Outcome][] = [
  ['pass'],
  ['fail'],
  ['unknown'],
  ['not-applicable'],
  ['exempt'],
];

/** A portal that has read its catalog. */
export async function openPortal(
  knex: Knex,
  reliability: JsonObject,
  entities: readonly Entity[],
): Promise<Harness> {
  const harness = await createHarness({ knex, reliability, entities });
  await harness.services.sync.sweep();
  return harness;
}

/** The day ends with its snapshot, and the next one begins with a sweep. */
export async function passDay(harness: Harness): Promise<void> {
  await harness.services.tasks.snapshot();
  harness.clock.advance(DAY);
  await harness.services.sync.sweep();
}
