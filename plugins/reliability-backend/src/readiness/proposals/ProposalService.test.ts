import { mockCredentials } from '@backstage/backend-test-utils';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ProposeAnswerRequest,
  proposeAnswerRequestSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf } from '../../__testUtils__/entities';
import { Harness, HOUR } from '../../__testUtils__/harness';
import {
  ada,
  answer,
  bob,
  LAUNCH,
  openReadinessPortal,
  proof,
  stateOf,
} from '../../__testUtils__/readiness';

jest.setTimeout(60_000);

const databases = testDatabases();
const agent = mockCredentials.service('external:agent');
const PAY = refOf('pay');
const found: ProposeAnswerRequest = {
  note: 'The log of Tuesday shows a rollback',
  evidence: [proof],
};

describe.each(databases.eachSupportedId())('proposals on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openReadinessPortal(knex);
  });

  const propose = (
    request: Partial<ProposeAnswerRequest> = {},
    who: BackstageCredentials = agent,
    itemId = 'runbook',
  ) =>
    harness.services.proposals.propose(
      { entityRef: PAY, checklistId: LAUNCH, itemId },
      proposeAnswerRequestSchema.parse({ ...found, ...request }),
      who,
    );

  const waiting = async (who: BackstageCredentials = ada) => {
    const path = { entityRef: PAY, checklistId: LAUNCH };
    return (await harness.services.proposals.list(path, who)).items;
  };

  const dismiss = (proposalId: string, who: BackstageCredentials) =>
    harness.services.proposals.dismiss(
      { entityRef: PAY, checklistId: LAUNCH, itemId: 'runbook' },
      proposalId,
      who,
    );

  it('wait for a person, and count for nothing', async () => {
    const before = await stateOf(harness, 'runbook');
    await propose();
    expect(await waiting()).toEqual([
      {
        id: expect.any(String),
        itemId: 'runbook',
        itemTitle: before.title,
        answer: 'yes',
        note: found.note,
        evidence: [proof],
        by: 'external:agent',
        at: '2026-11-20T13:00:00.000Z',
      },
    ]);
    expect(await stateOf(harness, 'runbook')).toEqual(before);
  });

  it('are over when a person answers the item', async () => {
    await propose();
    await propose({}, agent, 'rollback');
    await answer(harness, 'runbook', { evidence: [proof] });
    expect((await waiting()).map(({ itemId }) => itemId)).toEqual(['rollback']);
  });

  it('are one for each proposer, the last one', async () => {
    const { id: first } = await propose();
    harness.clock.advance(HOUR);
    expect((await propose()).id).toBe(first);
    await propose({ note: 'Better: the log of Friday' });
    await propose({}, bob);
    expect((await waiting()).map(({ by, note }) => [by, note]).sort()).toEqual([
      ['external:agent', 'Better: the log of Friday'],
      ['user:default/bob', found.note],
    ]);
  });

  it('are not more than somebody reads', async () => {
    const agents = ['a', 'b', 'c', 'd', 'e'].map(name =>
      mockCredentials.service(`external:${name}`),
    );
    for (const each of agents) await propose({}, each);
    await expect(propose()).rejects.toThrow(
      /^5 proposals wait for "Item runbook" already/,
    );
    await propose({ note: 'Another' }, agents[0]);
  });

  it.each<[string, () => Promise<unknown>, RegExp]>([
    [
      'an item that a rule answers',
      () => propose({}, agent, 'owned'),
      /is answered by a rule/,
    ],
    [
      'yes without the evidence that the item needs',
      () => propose({ evidence: [] }),
      /^evidence: .* needs at least one link/,
    ],
    [
      'an item that is not there',
      () => propose({}, agent, 'never'),
      /no item "never"/,
    ],
    [
      'somebody without the permission',
      () => {
        harness.policy.denied.add('reliability.readiness.propose');
        return propose({}, bob);
      },
      /lack the permission reliability\.readiness\.propose/,
    ],
    [
      'a service that the caller may not see',
      () => {
        harness.policy.readable = 'none';
        return propose({}, bob);
      },
      /is not a service, or the catalog does not show it to you/,
    ],
  ])('refuse %s', async (_, act, message) => {
    await expect(act()).rejects.toThrow(message);
    harness.policy.readable = 'all';
    expect(await waiting()).toEqual([]);
  });

  it.each<[string, BackstageCredentials]>([
    ['by a person', ada],
    ['by whoever proposed them', agent],
  ])('are rejected %s, and stay so', async (_, who) => {
    const { id: proposal } = await propose();
    expect(await dismiss(proposal, who)).toEqual({ items: [] });
    expect(await dismiss(proposal, ada)).toEqual({ items: [] });
  });

  it('are rejected by no other machine', async () => {
    const { id: proposal } = await propose();
    const other = mockCredentials.service('external:other');
    await expect(dismiss(proposal, other)).rejects.toThrow(
      /^Only a person can reject/,
    );
    expect(await waiting()).toHaveLength(1);
  });
});
