import { canonicalJson } from '@plimsoll/backstage-plugin-reliability-common';
import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { createTestApi } from '../__testUtils__/app';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { Harness } from '../__testUtils__/harness';
import {
  ada,
  answer,
  openReadinessPortal,
  proof,
} from '../__testUtils__/readiness';
import { ask, decide } from '../__testUtils__/reviews';

jest.setTimeout(60_000);

const databases = testDatabases();
const TABLE = 'reliability_reviews';

describe.each(databases.eachSupportedId())('a dossier on %s', id => {
  let knex: Knex;
  let harness: Harness;
  let reviewId: string;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openReadinessPortal(knex);
    await answer(harness, 'runbook', {
      note: '# Not a *heading*',
      evidence: [proof],
    });
    const review = await ask(harness, { note: 'Ready' });
    reviewId = review.id;
    await decide(harness, review, {
      comment: 'Well done',
      comments: { runbook: 'Short and good' },
    });
  });

  const read = () => harness.services.dossiers.get(reviewId, ada);
  const markdown = () =>
    createTestApi(harness).get(`/reviews/${reviewId}/dossier?format=md`);

  it('holds everything that was approved', async () => {
    const { dossier, intact, hash } = await read();
    expect(intact).toBe(true);
    expect(hash).toBe(
      createHash('sha256').update(canonicalJson(dossier)).digest('hex'),
    );
    expect(dossier).toMatchObject({
      format: 'plimsoll-dossier/1',
      service: {
        entityRef: refOf('pay'),
        title: 'pay',
        owner: 'group:default/team-pay',
        tier: { id: 'tier-1', name: expect.any(String) },
      },
      checklist: {
        id: 'launch',
        title: 'Launch',
        hash: expect.any(String),
        phase: { id: 'live', title: 'Live' },
      },
      review: {
        id: reviewId,
        requestedBy: 'user:default/ada',
        note: 'Ready',
        approvedBy: 'user:default/bob',
        approvedAt: '2026-11-20T13:00:00.000Z',
        comment: 'Well done',
        comments: { runbook: 'Short and good' },
        reviewerRule: expect.stringContaining('neither asked'),
      },
      counts: { total: 2, met: 2 },
      items: [
        {
          definition: { id: 'runbook', title: 'Item runbook' },
          required: true,
          state: 'met',
          answer: { value: 'yes', by: 'user:default/ada', evidence: [proof] },
        },
        {
          definition: { id: 'owned' },
          state: 'met',
          answer: null,
          actual: [{ path: 'entity.ownerExists', value: true }],
        },
      ],
    });
  });

  it('stays as it is, whatever is answered later', async () => {
    const before = await read();
    await answer(harness, 'runbook', { answer: 'no' });
    harness = await harness.restart();
    expect(await read()).toEqual(before);
  });

  it('is a file of Markdown, in which notes are text', async () => {
    const { status, headers, text } = await markdown();
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/markdown; charset=utf-8');
    expect(headers['content-disposition']).toBe(
      'attachment; filename="pay-launch-live-2026-11-20.md"',
    );
    expect(text).toMatch(/^# Launch, Live: pay\n/);
    expect(text).toContain((await read()).hash);
    expect(text).not.toMatch(/^# Not/m);
  });

  it.each([
    ['text', { dossier: '{}' }],
    ['hash', { dossier_hash: 'x' }],
  ])('has a %s that the database lets nobody change', async (_, change) => {
    await expect(knex(TABLE).update(change)).rejects.toMatchObject({
      message: expect.stringContaining('A dossier is never changed'),
    });
    expect((await read()).intact).toBe(true);
  });

  it('that was altered in spite of that says so', async () => {
    const row = await knex(TABLE).first();
    await knex(TABLE).delete();
    await knex(TABLE).insert({
      ...row,
      dossier: row.dossier.replace('Well done', 'Perfect!!'),
    });
    expect(await read()).toMatchObject({
      intact: false,
      dossier: { review: { comment: 'Perfect!!' } },
    });
    expect((await markdown()).text).toMatch(
      /^> \*\*This copy was altered after it was approved/,
    );
  });

  it.each<[string, () => unknown, RegExp]>([
    [
      'of a review that waits',
      async () => {
        await answer(harness, 'rollback');
        reviewId = (await ask(harness, { phase: 'pre-production' })).id;
      },
      /The review was not approved/,
    ],
    [
      'of a review that is not there',
      () => {
        reviewId = 'never';
      },
      /There is no such review/,
    ],
    [
      'of a service that is hidden',
      () => {
        harness.policy.readable = 'none';
      },
      /There is no such review, or the catalog does not show/,
    ],
  ])('%s is not found', async (_, arrange, message) => {
    await arrange();
    await expect(read()).rejects.toThrow(message);
  });
});
