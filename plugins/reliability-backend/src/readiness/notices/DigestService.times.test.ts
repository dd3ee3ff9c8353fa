import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { DigestPortal, nine } from '../../__testUtils__/digests';
import { DAY, Harness, HOUR, MINUTE } from '../../__testUtils__/harness';
import { answer, bob, proof, stateOf } from '../../__testUtils__/readiness';
import { ask, decide } from '../../__testUtils__/reviews';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('the times of digests on %s', id => {
  let knex: Knex;
  let portal: DigestPortal;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    portal = await DigestPortal.open(knex);
    harness = portal.harness;
  });

  it('come once a day, with all of it in one', async () => {
    await decide(harness, await ask(harness), {
      decision: 'return',
      comment: 'No',
    });
    await ask(harness, { who: bob });
    portal.at(nine(21) + HOUR);
    expect(await portal.send()).toMatchObject({
      mia: '1 review returned, 1 review asked for',
    });
    expect(await portal.send()).toEqual({});
    const { version } = await stateOf(harness, 'runbook');
    await answer(harness, 'runbook', { version, evidence: [proof] });
    portal.at(nine(21) + 20 * HOUR);
    expect(await portal.send()).toEqual({});
  });

  it('wait for the next day with what comes too late', async () => {
    portal.at(nine(21) + MINUTE);
    await ask(harness);
    portal.at(nine(21) + HOUR);
    expect(await portal.send()).toEqual({});
    portal.at(nine(22) + HOUR);
    expect(Object.keys(await portal.send())).toEqual(['mia', 'bob', 'eve']);
    portal.at(nine(23) + HOUR);
    expect(await portal.send()).toEqual({});
  });

  it.each([
    ['before nine', {}, nine(21) - MINUTE, 0],
    ['before all is settled', {}, nine(21) + MINUTE, 0],
    ['after that', {}, nine(21) + 5 * MINUTE, 3],
    [
      'at another time in another place',
      { at: '18:30', timezone: 'Europe/Berlin' },
      Date.UTC(2026, 10, 20, 17, 40),
      3,
    ],
    [
      'before that',
      { at: '18:30', timezone: 'Europe/Berlin' },
      Date.UTC(2026, 10, 20, 17, 20),
      0,
    ],
    ['late', {}, nine(21) + 14 * HOUR, 3],
    ['days later', {}, nine(24) + HOUR, 3],
    ['weeks later, when it is no news', {}, nine(30) + HOUR, 0],
  ])('are sent %s', async (_, changed, time, count) => {
    await portal.configure(changed);
    harness = portal.harness;
    await ask(harness);
    portal.at(time);
    expect(Object.keys(await portal.send())).toHaveLength(count);
  });

  it('that could not be sent are sent by the next run', async () => {
    await ask(harness);
    portal.at(nine(21) + HOUR);
    portal.broken = true;
    expect(await portal.send()).toEqual({});
    expect(harness.logger.warn).toHaveBeenCalledWith(
      'Could not send a digest to user:default/mia',
      expect.any(Error),
    );
    portal.broken = false;
    expect(Object.keys(await portal.send())).toHaveLength(3);
    await ask(harness, { phase: 'design' });
    portal.at(nine(22) + HOUR);
    portal.broken = true;
    expect(await portal.send()).toEqual({});
    portal.broken = false;
    expect(await portal.send()).toMatchObject({ mia: '1 review asked for' });
  });

  it('go to nobody twice when two replicas send at once', async () => {
    await ask(harness);
    portal.at(nine(21) + HOUR);
    await Promise.all([portal.digests().send(), portal.digests().send()]);
    expect(portal.told.map(([recipient]) => recipient).sort()).toEqual([
      'user:default/bob',
      'user:default/eve',
      'user:default/mia',
    ]);
  });

  it('are not sent where nothing brings them', async () => {
    await ask(harness);
    portal.at(nine(21) + DAY);
    const unconnected = portal.digests({ connected: false });
    expect(unconnected.isConnected).toBe(false);
    expect(await unconnected.send()).toBe(0);
  });
});
