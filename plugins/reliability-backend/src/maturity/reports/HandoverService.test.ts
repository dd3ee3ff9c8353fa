import { mockCredentials } from '@backstage/backend-test-utils';
import { createTestApi, TestApi } from '../../__testUtils__/app';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf } from '../../__testUtils__/entities';
import { Harness } from '../../__testUtils__/harness';
import { openRankedPortal } from '../../__testUtils__/portal';
import { push } from '../../__testUtils__/push';
import request from 'supertest';

jest.setTimeout(60_000);

const databases = testDatabases();
const BEST = '/services/component/default/best';

describe.each(databases.eachSupportedId())('a handover on %s', id => {
  let harness: Harness;
  let api: TestApi;

  beforeEach(async () => {
    const knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex);
    api = createTestApi(harness);
  });

  const offer = (to = 'group:default/blue') =>
    api.call('post', `${BEST}/handovers`, { to, note: 'We merge teams' });
  const own = (handover: string, decision: object) =>
    api.call('post', `/handovers/${handover}/decision`, decision);
  const decide = (handover: string, decision: object) =>
    own(handover, decision).set(
      'Authorization',
      mockCredentials.user.header('user:default/bob'),
    );

  it('has everything that is known of the service', async () => {
    const { body } = await api.get(`${BEST}/handover`);
    expect(body.title).toBe('Handover of best');
    const ids = body.sections.map((section: { id: string }) => section.id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'service',
        'contract',
        'report-ladder',
        'exemptions',
        'budgets',
        'oncall',
        'incidents',
        'follow-ups',
      ]),
    );
  });

  it.each([
    ['md', 'text/markdown', /^# Handover of best/],
    ['html', 'text/html', /^<!doctype html>/],
    ['csv', 'text/csv', /^Handover of best,/],
  ])('is given as %s', async (format, type, text) => {
    const reply = await api.get(`${BEST}/handover?format=${format}`);
    expect([reply.status, reply.type]).toEqual([200, type]);
    expect(reply.text).toMatch(text);
  });

  it('keeps the packet as it was when it was offered', async () => {
    const { body: offered } = await offer();
    await push(harness, 'best', { coverage: 1 });
    const { body: now } = await api.get(`${BEST}/handover`);
    const { body: kept } = await api.get(`/handovers/${offered.id}`);
    const report = ({ sections }: typeof now) =>
      JSON.stringify(
        sections.find((each: { id: string }) => each.id === 'report-ladder'),
      );
    expect(report(kept.document)).toBe(report(offered.document));
    expect(report(kept.document)).not.toBe(report(now));
  });

  it('that is offered twice is one', async () => {
    const [first, second] = [await offer(), await offer()];
    expect(second.body.id).toBe(first.body.id);
    const { body } = await api.get(`${BEST}/handovers`);
    expect(body.totalItems).toBe(1);
  });

  it('that is offered twice at once is one, and to two at once is refused to one', async () => {
    const [first, second] = await Promise.all([offer(), offer()]);
    expect(second.body.id).toBe(first.body.id);
    expect((await api.get(`${BEST}/handovers`)).body.totalItems).toBe(1);
    await decide(first.body.id, { decision: 'withdraw', version: 1 });
    const both = await Promise.all([offer(), offer('group:default/green')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('to who has the service is refused', async () => {
    const { status, body } = await offer('group:default/red');
    expect([status, body.error.message]).toEqual([
      400,
      'to: group:default/red has the service already',
    ]);
  });

  it('may be taken after its conditions are met, and then is over', async () => {
    const { id: handover } = (await offer()).body;
    const asked = await decide(handover, {
      decision: 'conditions',
      conditions: 'A runbook',
      version: 1,
    });
    expect(asked.body).toMatchObject({ state: 'conditions', version: 2 });
    const taken = await decide(handover, { decision: 'accept', version: 2 });
    expect(taken.body).toMatchObject({
      state: 'accepted',
      decidedBy: 'user:default/bob',
      version: 3,
    });
    const again = await decide(handover, { decision: 'accept', version: 2 });
    expect([again.status, again.body.version]).toEqual([200, 3]);
    const late = await decide(handover, { decision: 'withdraw', version: 3 });
    expect(late.status).toBe(409);
  });

  it.each<[string, (handover: string) => request.Test, RegExp]>([
    [
      'who offered it',
      handover => own(handover, { decision: 'accept', version: 1 }),
      /^Somebody else than who offered it/,
    ],
    [
      'a machine',
      handover =>
        api.asMachine(own(handover, { decision: 'accept', version: 1 })),
      /^Only a person can take over a service/,
    ],
  ])('is not accepted by %s', async (_, accept, message) => {
    const { id: handover } = (await offer()).body;
    const { status, body } = await accept(handover);
    expect(status).toBe(403);
    expect(body.error.message).toMatch(message);
  });

  it('that somebody else decided meanwhile is not decided again', async () => {
    const { id: handover } = (await offer()).body;
    await decide(handover, {
      decision: 'conditions',
      conditions: 'A runbook',
      version: 1,
    });
    const { status, body } = await decide(handover, {
      decision: 'accept',
      version: 1,
    });
    expect([status, body.error.message]).toEqual([
      409,
      expect.stringMatching(/^user:default\/bob changed it at .*read it again/),
    ]);
  });

  it('is not there for who may not see the service', async () => {
    const { id: handover } = (await offer()).body;
    harness.policy.readable = [refOf('poor')];
    for (const path of [
      `/handovers/${handover}`,
      `${BEST}/handover`,
      `${BEST}/handovers`,
    ]) {
      expect((await api.get(path)).status).toBe(404);
    }
  });
});
