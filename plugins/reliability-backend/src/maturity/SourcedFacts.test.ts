import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { checklist, item } from '../__testUtils__/checklists';
import { service, team } from '../__testUtils__/entities';
import { createHarness } from '../__testUtils__/harness';
import { outcomesOf } from '../__testUtils__/observe';
import { check, ladder, only } from '../__testUtils__/scorecards';

jest.setTimeout(60_000);

const databases = testDatabases();

const rule = (pass: string): JsonObject =>
  only(
    ladder({
      checks: [check('owned', {}), check('asked', { level: 'silver', pass })],
    }),
  );

const withChecklist: JsonObject = {
  ...rule('entity.ownerExists'),
  checklists: [
    checklist({ items: [item('budget', { verify: 'slo.count > 0' })] }),
  ],
};

describe.each(databases.eachSupportedId())('on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(() => emptyDatabase(knex));

  async function reassess(reliability: JsonObject) {
    const entities = [team(), service('pay')];
    const harness = await createHarness({ knex, reliability, entities });
    await harness.services.sync.sweep();
    const asked: string[] = [];
    const listen = ({ sql }: { sql: string }) => asked.push(sql);
    knex.on('query', listen);
    await knex.transaction(tx =>
      harness.services.reassessor.reassess(
        tx,
        ['component:default/pay'],
        Date.now(),
      ),
    );
    knex.removeListener('query', listen);
    const reads = (table: string) =>
      asked.some(sql => new RegExp(`from .?${table}\\b`).test(sql));
    return {
      harness,
      slos: reads('reliability_slos'),
      incidents: reads('reliability_incident_links'),
      rotations: reads('reliability_oncall_links'),
    };
  }

  it.each<[string, JsonObject, object]>([
    [
      'no SLOs and incidents where no rule asks for them',
      rule('entity.ownerExists'),
      { slos: false, incidents: false },
    ],
    [
      'SLOs for a check',
      rule('slo.count == 0'),
      { slos: true, incidents: false },
    ],
    [
      'incidents for a check',
      rule('incidents.open == 0'),
      { slos: false, incidents: true },
    ],
    ['SLOs for a checklist', withChecklist, { slos: true, incidents: false }],
  ])('reads %s', async (_, reliability, expected) => {
    const { slos, incidents, rotations } = await reassess(reliability);
    expect({ slos, incidents }).toEqual(expected);
    // Who is on call is kept for the pages whatever the rules read.
    expect(rotations).toBe(true);
  });

  it.each([
    ['slo.count == 0', 'pass'],
    ['incidents.open == 0', 'pass'],
    ['oncall.rotations > 0', 'fail'],
  ])('%s is decided', async (pass, outcome) => {
    const { harness } = await reassess(rule(pass));
    expect(await outcomesOf(harness, 'pay')).toMatchObject({ asked: outcome });
  });
});
