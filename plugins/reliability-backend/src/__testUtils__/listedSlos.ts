import { SloStatus } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Harness, NOW } from './harness';
import { openRankedPortal } from './portal';
import { loadedOf, putSlos, putState, sloOf } from './sloSubjects';

/** Service, name, title, status, remaining budget, burn. */
const slos: [
  string,
  string,
  string,
  SloStatus,
  number | null,
  number | null,
][] = [
  ['best', 'ok', 'Öffnet', 'healthy', 0.9, 0.1],
  ['best', 'half', 'beta', 'healthy', 0.5, 2],
  ['best', 'quiet', 'Quiet', 'no_traffic', null, null],
  ['good', 'spent', 'Alpha 100%', 'breached', -0.25, 3],
  ['good', 'gone', 'gone', 'breached', -2.5, 0],
  ['good', 'broken', 'Broken', 'error', -9, 50],
  ['even', 'burning', 'Burning', 'burning', 0.7, 20],
  ['even', 'risky', 'risky', 'at_risk', 0.15, null],
  ['even', 'empty', 'empty', 'no_data', null, null],
  ['poor', 'new', 'new', 'pending', null, null],
];

/** The portal with four services of `openRankedPortal`, and ten SLOs in every state. */
export async function openListedSlos(knex: Knex): Promise<Harness> {
  const harness = await openRankedPortal(knex);
  const loaded = slos.map(([service, name, title]) =>
    loadedOf(service, sloOf(name, { title })),
  );
  await putSlos(knex, loaded);
  for (const [index, slo] of slos.entries()) {
    const [, , , status, remaining, burn] = slo;
    await putState(knex, loaded[index].id, status, {
      remaining,
      burn,
      evaluated_at: new Date(NOW),
    });
  }
  // An SLO that nothing is stored of yet.
  await knex('reliability_slo_states')
    .where({ slo_id: 'component~default~poor~new' })
    .delete();
  return harness;
}
