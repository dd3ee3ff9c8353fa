import { Knex } from 'knex';
import { openPortal, passDay } from '../../__testUtils__/changes';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { manyNames, refOf, service, team } from '../../__testUtils__/entities';
import { Harness } from '../../__testUtils__/harness';
import { push } from '../../__testUtils__/push';
import { ladder, only } from '../../__testUtils__/scorecards';
import { DayPairs } from './DayPairs';
import { PastStates } from './PastStates';

jest.setTimeout(60_000);

const databases = testDatabases();
const NAMES = manyNames(300);
const [FIRST, SECOND] = NAMES;
const DAYS = { from: '2026-11-20', to: '2026-11-21' };

let knex: Knex;
let harness: Harness;

beforeAll(async () => {
  knex = await openTestDatabase(databases, 'SQLITE_3');
  await emptyDatabase(knex);
  harness = await openPortal(knex, only(ladder()), [
    team(),
    ...NAMES.map(name => service(name)),
  ]);
  await passDay(harness);
  for (const name of NAMES) await push(harness, name, { coverage: 90 });
});

function open() {
  const { config, stores } = harness;
  const now = () => harness.clock.now;
  const states = new PastStates({ stores, config, now });
  const pairs = new DayPairs({ knex, states, now });
  const [scorecard] = config.scorecards;
  return (days = DAYS) => pairs.of(scorecard, days);
}

/** The services whose steps were read meanwhile. */
async function readDuring(ask: () => Promise<unknown>): Promise<string[]> {
  const read: string[] = [];
  const note = ({ sql, bindings }: { sql: string; bindings: string[] }) => {
    if (!sql.includes('`flips`')) return;
    read.push(...JSON.parse(bindings.find(text => `${text}`[0] === '[')!));
  };
  knex.on('query', note);
  await ask();
  knex.removeListener('query', note);
  return read;
}

it('after a write only the service that moved is compared again', async () => {
  const of = open();
  expect(await readDuring(of)).toHaveLength(NAMES.length);
  harness.clock.advance(1000);
  await push(harness, FIRST, { coverage: 10 });
  await push(harness, SECOND, { coverage: 10 });
  await push(harness, SECOND, { coverage: 95 });
  expect(await readDuring(of)).toEqual([FIRST, SECOND].map(refOf).sort());
  expect(await of()).toEqual(await open()());
});

it('days that are over are compared once', async () => {
  await passDay(harness);
  const of = open();
  const first = await of();
  harness.clock.advance(1000);
  await push(harness, FIRST, { coverage: 20 });
  expect(await of()).toBe(first);
});

it('those who ask at once share one comparison', async () => {
  const of = open();
  const read = await readDuring(() => Promise.all([of(), of()]));
  expect(read).toHaveLength(new Set(read).size);
});

it('others have their turn while many are compared', async () => {
  let turns = 0;
  const count = setInterval(() => {
    turns += 1;
  }, 0);
  await open()();
  clearInterval(count);
  expect(turns).toBeGreaterThan(0);
});

it('after a failure the next one compares anew', async () => {
  const of = open();
  const client = jest.spyOn(knex.client, 'query');
  client.mockRejectedValueOnce(new Error('gone'));
  await expect(of()).rejects.toThrow('gone');
  client.mockRestore();
  expect((await of()).comparisons.size).toBeGreaterThan(0);
});
