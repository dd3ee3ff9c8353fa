import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { Harness, HOUR } from '../__testUtils__/harness';
import { ada, answer, bob } from '../__testUtils__/readiness';
import { ask, decide, eve } from '../__testUtils__/reviews';
import { listTasks, openTaskPortal, taskLines } from '../__testUtils__/tasks';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('reviews among tasks on %s', id => {
  let knex: Knex;
  let harness: Harness;
  /** Of everybody. */
  let groups: string[];

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    groups = [];
    harness = await openTaskPortal(knex, groups);
    await answer(harness, 'runbook');
    await answer(harness, 'rollback');
  });

  const list = (query?: object, who?: BackstageCredentials) =>
    listTasks(harness, query, who);
  const linesOf = (query?: object, who?: BackstageCredentials) =>
    taskLines(harness, query, who);

  const reviews = { kind: ['review', 'returned'] };

  const askFor = () =>
    ask(harness, { phase: 'pre-production', note: 'Please' });

  it('wait for those who may decide, and not for who asked', async () => {
    const review = await askFor();
    expect(await linesOf(reviews, ada)).toEqual([]);
    expect(await linesOf(reviews, bob)).toEqual(['review: pay pre-production']);
    const [task] = (await list(reviews, bob)).items;
    expect(task).toMatchObject({
      item: null,
      text: 'Please',
      review: { id: review.id },
    });
  });

  it('do not wait for the author of an answer of the phase', async () => {
    await answer(harness, 'rollback', {}, bob);
    await askFor();
    expect(await linesOf(reviews, bob)).toEqual([]);
    expect(await linesOf(reviews, eve)).toEqual(['review: pay pre-production']);
  });

  it('do not wait for those without the permission, or who may not see the service', async () => {
    await askFor();
    harness.policy.denied.add('reliability.readiness.review');
    expect(await linesOf(reviews, eve)).toEqual([]);
    harness.policy.denied.clear();
    harness.policy.readable = [refOf('cart')];
    harness.clock.advance(HOUR);
    expect(await linesOf(reviews, eve)).toEqual([]);
  });

  it('come back to the team when they are returned, until it asks again', async () => {
    const review = await askFor();
    await decide(harness, review, {
      decision: 'return',
      comment: 'Not yet',
      comments: { rollback: 'Show the log' },
    });
    expect(await linesOf(reviews, bob)).toEqual([]);
    groups.push('group:default/red');
    const [task] = (await list(reviews)).items;
    expect(task).toMatchObject({
      kind: 'returned',
      phase: { id: 'pre-production' },
      text: 'Not yet\nItem rollback: Show the log',
      review: { state: 'returned' },
    });
    harness.clock.advance(HOUR);
    await askFor();
    expect(await linesOf(reviews)).toEqual([]);
  });

  it('are over when they are decided', async () => {
    await decide(harness, await askFor());
    expect(await linesOf(reviews, eve)).toEqual([]);
  });
});
