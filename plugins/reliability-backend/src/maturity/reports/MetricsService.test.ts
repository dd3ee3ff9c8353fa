import { createTestApi } from '../../__testUtils__/app';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf } from '../../__testUtils__/entities';
import { Harness } from '../../__testUtils__/harness';
import { openRankedPortal } from '../../__testUtils__/portal';

jest.setTimeout(60_000);

const databases = testDatabases();

describe('metrics', () => {
  let harness: Harness;

  beforeAll(async () => {
    const knex = await openTestDatabase(databases, 'SQLITE_3');
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex);
  });

  const lines = async (path = '/metrics') => {
    const { text, headers } = await createTestApi(harness).get(path);
    expect(headers['content-type']).toMatch(/^text\/plain;.* version=0\.0\.4/);
    return text.trim().split('\n');
  };
  const isValue = (line: string) => !line.startsWith('#');

  it('say score, coverage, level and age of each service on each scorecard', async () => {
    const all = await lines();
    expect(all.filter(isValue)).toHaveLength(4 * 2 * 4);
    expect(all.filter(line => line.startsWith('# TYPE'))).toHaveLength(4);
    expect(all).toContain(
      'plimsoll_service_level{service="component:default/best",scorecard="ladder",tier="tier-1",owner="group:default/red"} 2',
    );
    expect(all).toContain(
      'plimsoll_service_level{service="component:default/poor",scorecard="ladder",tier="untiered",owner="group:default/nobody"} 0',
    );
  });

  it('are of one scorecard where one is named', async () => {
    const values = (await lines('/metrics?scorecard=second')).filter(isValue);
    expect(values).toHaveLength(4 * 4);
    expect(values.every(line => line.includes('scorecard="second"'))).toBe(
      true,
    );
  });

  it('are only of services that the caller may see', async () => {
    harness.policy.readable = [refOf('poor')];
    harness.clock.advance(3_600_000);
    const values = (await lines()).filter(isValue);
    expect(values).toHaveLength(4 * 2);
    expect(values.every(line => line.includes('default/poor'))).toBe(true);
  });
});
