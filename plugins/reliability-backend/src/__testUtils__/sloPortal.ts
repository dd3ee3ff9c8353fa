import { Slo } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { CountingSource } from './countingSource';
import { Harness } from './harness';
import { openRankedPortal } from './portal';
import { loadedOf, objectiveOf, putSlos, ratioOf, sloOf } from './sloSubjects';

/** An SLO that is measured by the source `prom`, with some of it changed. */
export const measuredSlo = (name: string, parts: Partial<Slo> = {}): Slo =>
  sloOf(name, { objectives: [objectiveOf(ratioOf('prom'))], ...parts });

/** The configuration with the source `prom`. */
export const sloSection = {
  slo: { sources: [{ name: 'prom', type: 'counting' }] },
};

/**
 * The portal with four services of `openRankedPortal` and a source `prom`. `best` has the SLOs `availability`,
 * measured there, and `letters`, which is pushed; nothing is evaluated yet.
 */
export async function openSloPortal(
  knex: Knex,
  source = new CountingSource(),
): Promise<Harness> {
  const harness = await openRankedPortal(knex, {
    reliability: sloSection,
    sliSources: [source],
  });
  await putSlos(knex, [
    loadedOf('best', measuredSlo('availability')),
    loadedOf('best', sloOf('letters')),
  ]);
  return harness;
}

export const SLO_ID = 'component~default~best~availability';
export const PUSHED_ID = 'component~default~best~letters';
