import { mockCredentials } from '@backstage/backend-test-utils';
import { SliSourceError } from '@plimsoll/backstage-plugin-reliability-node';
import { CountingSource } from '../__testUtils__/countingSource';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { DAY, Harness, HOUR, MINUTE, NOW } from '../__testUtils__/harness';
import { openSloPortal } from '../__testUtils__/sloPortal';
import { objectiveOf, ratioOf } from '../__testUtils__/sloSubjects';
import { DryRunService } from './DryRunService';
import { dryRunRange } from './dryRunRange';

jest.setTimeout(60_000);

const databases = testDatabases();
const ada = mockCredentials.user('user:default/ada');
const bob = mockCredentials.user('user:default/bob');

const draft = (name = 'draft', source = 'prom') => `
apiVersion: plimsoll.dev/v1
kind: SLO
name: ${name}
target: 99
good: sum(good)
total: sum(all)
source: ${source}
`;

describe('a draft over what happened', () => {
  let harness: Harness;
  let source: CountingSource;

  beforeEach(async () => {
    const knex = await openTestDatabase(databases, 'SQLITE_3');
    await emptyDatabase(knex);
    source = new CountingSource();
    harness = await openSloPortal(knex, source);
  });

  const run = (parts: object = {}, caller = ada) =>
    harness.services.sloDryRuns.run(
      { document: draft(), days: 30, ...parts },
      caller,
    );

  it('is told as a budget, alerts and a target that could be met', async () => {
    const end = NOW - MINUTE;
    // Two hours of total outage ten days ago: 0.28 % of a budget of 1 %.
    source.badAt = at =>
      at > end - 10 * DAY && at <= end - 10 * DAY + 2 * HOUR ? 100 : 0;
    const reply = await run();
    expect(reply).toMatchObject({
      name: 'draft',
      stepMs: 5 * MINUTE,
      from: '2026-10-21T11:55:00.000Z',
      to: '2026-11-20T11:55:00.000Z',
      diagnostics: [],
    });
    const [objective] = reply.objectives;
    expect(reply.objectives).toHaveLength(1);
    expect(objective.points.length).toBeLessThanOrEqual(400);
    expect(objective.points.length).toBeGreaterThan(200);
    const last = objective.points[objective.points.length - 1];
    expect(last.remaining).toBeCloseTo(1 - 120 / 432, 2);
    expect(objective.alerts).toContainEqual(
      expect.objectContaining({
        severity: 'page',
        long: '1h',
        from: expect.stringMatching(/^2026-11-10T1[12]/),
      }),
    );
    expect(objective.suggestedTarget).toBeGreaterThan(900_000);
  });

  it('asks the source once for objectives that share an SLI', async () => {
    await run({ days: 7 });
    expect(source.asked).toEqual([
      {
        from: Date.parse('2026-11-13T11:55:00Z'),
        to: Date.parse('2026-11-20T11:55:00Z'),
        stepMs: 5 * MINUTE,
      },
    ]);
  });

  it.each<[string, object, RegExp]>([
    [
      'a name that is not in the document',
      { document: `${draft('a')}---${draft('b')}`, name: 'c' },
      /^name: there is no SLO "c" in the document, only a, b/,
    ],
    ['a document without an SLO', { document: '# nothing' }, /^document: /],
    [
      'a document that is wrong',
      { document: draft().replace('99', 'many') },
      /^document: line 5, column 9: /,
    ],
    [
      'samples that are pushed',
      {
        document:
          'apiVersion: plimsoll.dev/v1\nkind: SLO\nname: a\ntarget: 99\npushed: true\n',
      },
      /a draft has none yet/,
    ],
  ])('is refused with %s', async (_, parts, message) => {
    await expect(run(parts)).rejects.toThrow(message);
    await expect(run(parts)).rejects.toMatchObject({ name: 'InputError' });
  });

  it('takes the SLO that is named', async () => {
    const document = `${draft('a')}---${draft('b')}`;
    expect((await run({ document })).name).toBe('a');
    expect((await run({ document, name: 'b' })).name).toBe('b');
  });

  it('tells why the source gave no answer', async () => {
    source.failure = new SliSourceError('too-much', 'prom: too many samples');
    await expect(run()).rejects.toMatchObject({
      name: 'InputError',
      message: 'prom: too many samples',
    });
    source.failure = undefined;
    await expect(run()).resolves.toBeDefined();
  });

  it('does not hide what is broken behind the caller', async () => {
    source.failure = new TypeError('x is not a function');
    await expect(run()).rejects.toMatchObject({ name: 'TypeError' });
  });

  it('is one at a time for each caller, and ends in time', async () => {
    source.hangs = true;
    const { config } = harness;
    const dryRuns = new DryRunService({
      config,
      access: { require: async () => {} } as never,
      sources: harness.services.slo.sliSources,
      now: () => NOW,
      timeoutMs: 200,
    });
    const command = { document: draft(), days: 1 };
    const first = dryRuns.run(command, ada).catch(error => error.message);
    await expect(dryRuns.run(command, ada)).rejects.toThrow(
      /Another dry run of yours is still under way/,
    );
    await expect(dryRuns.run(command, bob)).rejects.toThrow(/did not answer/);
    expect(await first).toBe(
      'The source did not answer within 0.2 seconds; ask for fewer days',
    );
    source.hangs = false;
    await expect(dryRuns.run(command, ada)).resolves.toBeDefined();
  });

  it('is for those who may', async () => {
    harness.policy.denied.add('reliability.slo.dry-run');
    await expect(run()).rejects.toThrow(
      'You lack the permission reliability.slo.dry-run',
    );
    expect(source.asked).toEqual([]);
  });
});

describe('the steps of a dry run', () => {
  it.each<[string, number, number | undefined, number]>([
    ['a month', 30, undefined, 5],
    ['the longest', 90, undefined, 15],
    ['slices of a minute', 30, 1, 5],
    ['slices of a quarter', 30, 15, 15],
    ['slices that are odd', 30, 7, 7],
    ['slices of an hour', 1, 60, 60],
  ])('over %s', (_, days, slice, minutes) => {
    const indicator = ratioOf(
      'prom',
      slice === undefined
        ? {}
        : { method: 'RatioTimeslices', sliceMs: slice * MINUTE },
    );
    const { stepMs, from, to } = dryRunRange(
      { objectives: [objectiveOf(indicator)] },
      days,
      NOW,
    );
    expect(stepMs).toBe(minutes * MINUTE);
    expect([from % stepMs, to % stepMs]).toEqual([0, 0]);
    expect(to).toBeLessThanOrEqual(NOW);
    expect(to - from).toBeGreaterThanOrEqual(days * DAY);
    expect((to - from) / stepMs).toBeLessThan(11_000);
  });
});
