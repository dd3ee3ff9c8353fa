import { mockCredentials } from '@backstage/backend-test-utils';
import { IncidentProvider } from '@plimsoll/backstage-plugin-reliability-node';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { DAY, Harness, HOUR, MINUTE, NOW } from '../__testUtils__/harness';
import {
  fillIncidents,
  incidentSection,
} from '../__testUtils__/incidentPortal';
import { openRankedPortal } from '../__testUtils__/portal';

jest.setTimeout(60_000);

const databases = testDatabases();
const user = mockCredentials.user();
const iso = (time: number) => new Date(time).toISOString();

const provider = (
  account: string,
  type: string,
  parts: Partial<IncidentProvider>,
): IncidentProvider => ({
  account,
  type,
  kinds: ['service'],
  subjectsOf: () => [],
  ...parts,
});

describe.each(databases.eachSupportedId())('accounts on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex, {
      reliability: incidentSection,
      incidentProviders: [
        provider('pager', 'pagerduty', {
          async *read() {},
          receive: () => ({ kind: 'refused', reason: 'no-signature' }),
        }),
        provider('status', 'statuspage', {}),
      ],
    });
    await fillIncidents(knex);
  });

  const list = async () =>
    (await harness.services.incidentAccounts.list(user)).items;
  const pager = async () => (await list())[0];

  const read = (columns: object) =>
    knex('reliability_incident_accounts').insert({
      name: 'pager',
      provider: 'pagerduty',
      backfill_done: true,
      success_at: new Date(NOW - HOUR),
      tried_at: new Date(NOW - MINUTE),
      failures: 0,
      ...columns,
    });

  it('are those configured and the portal, with what the reader sees of their incidents', async () => {
    expect(
      (await list()).map(item => [
        item.account,
        item.provider,
        item.state,
        item.incidents,
        item.unmapped,
      ]),
    ).toEqual([
      ['pager', 'pagerduty', 'pending', 6, 1],
      ['status', 'statuspage', 'pushed', 1, 0],
      ['portal', 'portal', 'pushed', 0, 0],
    ]);
    harness.policy.denied.add('reliability.incident.map');
    harness.policy.readable = [refOf('even')];
    harness.clock.advance(MINUTE);
    expect(
      (await list()).map(({ incidents, unmapped }) => [incidents, unmapped]),
    ).toEqual([
      [0, 0],
      [1, 0],
      [0, 0],
    ]);
  });

  it.each<[string, object, object]>([
    ['does well', {}, { state: 'ok', error: null }],
    [
      'reads its history',
      { backfill_done: false, backfilled_to: new Date(NOW - 9 * DAY) },
      { state: 'backfilling', backfilledTo: iso(NOW - 9 * DAY) },
    ],
    [
      'failed',
      { error: 'It answers 503', backfill_done: false },
      { state: 'failing', error: 'It answers 503' },
    ],
  ])('tell when one %s', async (_, columns, expected) => {
    await read(columns);
    expect(await pager()).toMatchObject({
      readAt: iso(NOW - HOUR),
      triedAt: iso(NOW - MINUTE),
      ...expected,
    });
  });

  it('tell where webhooks go, and what came', async () => {
    const delivery = (name: string, at: number, done: boolean) => ({
      account: 'pager',
      delivery_id: name,
      received_at: new Date(at),
      refresh: '{}',
      done_at: done ? new Date(at) : null,
      tries: 0,
      next_try_at: new Date(at),
    });
    await knex('reliability_incident_deliveries').insert([
      delivery('a', NOW - 40 * DAY, true),
      delivery('b', NOW - HOUR, true),
      delivery('c', NOW - MINUTE, false),
    ]);
    expect((await pager()).webhooks).toEqual({
      path: '/api/reliability/webhooks/pagerduty/pager',
      received: 2,
      waiting: 1,
      lastAt: iso(NOW - MINUTE),
    });
    expect((await list())[1].webhooks).toBeNull();
  });
});
