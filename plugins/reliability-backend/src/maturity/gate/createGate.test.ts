import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { mockCredentials } from '@backstage/backend-test-utils';
import { refOf } from '../../__testUtils__/entities';
import { DAY } from '../../__testUtils__/harness';
import { openRankedPortal } from '../../__testUtils__/portal';

jest.setTimeout(60_000);

const databases = testDatabases();
const user = mockCredentials.user();

it('recorded decisions are kept as long as the configuration says', async () => {
  const knex = await openTestDatabase(databases, 'SQLITE_3');
  await emptyDatabase(knex);
  const { clock, services } = await openRankedPortal(knex, {
    reliability: { retention: { gateDecisions: 'P30D' } },
  });
  const { gate, tasks } = services.programme;
  const keys = async () => {
    const { items } = await gate.records.list({ limit: 50 }, user);
    return items.map(({ ref }) => ref);
  };
  const retention = tasks.find(({ id }) => id === 'reliability-gate-retention');
  await gate.records.record(refOf('best'), { ref: 'old' }, user);
  clock.advance(29 * DAY);
  await gate.records.record(refOf('best'), { ref: 'new' }, user);
  await retention?.run();
  expect(await keys()).toEqual(['new', 'old']);
  clock.advance(2 * DAY);
  await retention?.run();
  expect(await keys()).toEqual(['new']);
});
