import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { DigestPortal, nine } from '../../__testUtils__/digests';
import { refOf } from '../../__testUtils__/entities';
import { Harness, HOUR } from '../../__testUtils__/harness';
import { putFollowUp, putIncident } from '../../__testUtils__/incidentData';
import { ada, bob, LAUNCH } from '../../__testUtils__/readiness';
import { ask, decide } from '../../__testUtils__/reviews';

jest.setTimeout(60_000);

const databases = testDatabases();
const RUNBOOK = {
  entityRef: refOf('pay'),
  checklistId: LAUNCH,
  itemId: 'runbook',
};
const doubt = { reason: 'It failed', version: 1 };

describe.each(databases.eachSupportedId())('digests on %s', id => {
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

  it('say nothing where nothing happened', async () => {
    portal.at(nine(21) + HOUR);
    expect(await portal.send()).toEqual({});
  });

  it('tell owners and reviewers of a review, but not who asked', async () => {
    await ask(harness);
    portal.at(nine(21) + HOUR);
    expect(await portal.send()).toEqual({
      mia: '1 review asked for',
      bob: '1 review asked for',
      eve: '1 review asked for',
    });
    expect(portal.told[0][1]).toMatchObject({
      description: 'pay: Launch, Live: ada asks for a review',
      link: '/reliability/tasks',
    });
  });

  it.each<[string, () => Promise<unknown>, object]>([
    [
      'an approval',
      async () => decide(harness, await ask(harness)),
      { ada: '1 review approved', mia: '1 review approved' },
    ],
    [
      'what is returned',
      async () =>
        decide(harness, await ask(harness), {
          decision: 'return',
          comment: 'No',
        }),
      { ada: '1 review returned', mia: '1 review returned' },
    ],
    [
      'no review that was withdrawn',
      async () =>
        decide(harness, await ask(harness), { decision: 'withdraw' }, ada),
      {},
    ],
    [
      'a doubt',
      async () => {
        await harness.services.answers.contest(RUNBOOK, doubt, bob);
      },
      {
        ada: 'Reliability: 1 item contested, 1 level dropped',
        mia: 'Reliability: 1 item contested, 1 level dropped',
      },
    ],
    [
      'no doubt that was settled',
      async () => {
        await harness.services.answers.contest(RUNBOOK, doubt, bob);
        await harness.services.answers.settle(RUNBOOK, 2, ada);
      },
      {},
    ],
    [
      'follow-ups that are overdue',
      async () => {
        const incident = await putIncident(knex, '1', { services: ['pay'] });
        const due = { due_at: new Date(nine(21) - HOUR) };
        await putFollowUp(knex, incident, due);
        const owner = 'group:default/sre';
        await putFollowUp(knex, incident, { ...due, owner });
      },
      {
        ada: 'Reliability: 1 follow-up overdue',
        mia: 'Reliability: 1 follow-up overdue',
        bob: 'Reliability: 1 follow-up overdue',
        eve: 'Reliability: 1 follow-up overdue',
      },
    ],
    [
      'nothing of a service that is gone',
      async () => {
        await ask(harness);
        await harness.stores.services.remove(
          knex,
          [refOf('pay')],
          harness.clock.now,
        );
      },
      {},
    ],
  ])('tell of %s', async (_, act, expected) => {
    await act();
    portal.at(nine(21) + HOUR);
    expect(await portal.send()).toEqual(expected);
  });

  it('tell of an answer when it begins to end, and when it has', async () => {
    const days: Record<number, object> = {};
    for (let day = 21; day <= 60; day++) {
      portal.at(nine(day) + HOUR);
      await harness.services.tasks.reassessDue();
      const sent = await portal.send();
      if (Object.keys(sent).length > 0) days[day] = sent;
    }
    // Answered on the 20th at 13:00 for 30 days, of which the last 14 are amber.
    expect(days).toEqual({
      37: { ada: '1 item ends soon', mia: '1 item ends soon' },
      51: { ada: '1 item expired', mia: '1 item expired' },
      52: {
        ada: 'Reliability: 1 level dropped',
        mia: 'Reliability: 1 level dropped',
      },
    });
  });
});
