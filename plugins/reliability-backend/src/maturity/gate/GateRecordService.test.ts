import { mockCredentials } from '@backstage/backend-test-utils';
import {
  listGateDecisionsQuerySchema,
  recordGateDecisionRequestSchema,
  RecordGateDecisionRequest,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf } from '../../__testUtils__/entities';
import { Harness, HOUR, NOW } from '../../__testUtils__/harness';
import { incidentSection } from '../../__testUtils__/incidentPortal';
import { putIncident } from '../../__testUtils__/incidentData';
import { openRankedPortal } from '../../__testUtils__/portal';
import { ladder, only } from '../../__testUtils__/scorecards';
import { GateDecisionStore } from './GateDecisionStore';

jest.setTimeout(120_000);

const databases = testDatabases();
const ada = mockCredentials.user('user:default/ada');
const bob = mockCredentials.user('user:default/bob');
const WAIVE = 'reliability.gate.waive';
const override = { reason: 'The bank waits for it' };

describe.each(databases.eachSupportedId())('decisions on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex, { reliability: incidentSection });
    // An open sev-1 holds `best`, which is of tier 1; `good` is only warned.
    await putIncident(knex, 'now', {
      services: ['best'],
      level: 1,
      stamps: { declared: NOW - HOUR },
    });
    await knex('reliability_incident_accounts').insert({
      name: 'pager',
      provider: 'pagerduty',
      backfill_done: true,
      failures: 0,
      success_at: new Date(NOW),
    });
  });

  afterEach(() => jest.restoreAllMocks());

  const record = (
    body: RecordGateDecisionRequest = {},
    name = 'best',
    who = ada,
  ) =>
    harness.services.programme.gate.records.record(
      refOf(name),
      recordGateDecisionRequestSchema.parse(body),
      who,
    );
  const list = (query: Record<string, unknown> = {}) =>
    harness.services.programme.gate.records.list(
      listGateDecisionsQuerySchema.parse(query),
      ada,
    );
  const shown = async (query: Record<string, unknown> = {}) =>
    (await list(query)).items.map(
      ({ serviceTitle, decision }) => `${serviceTitle} ${decision}`,
    );

  it('keeps what was decided, why, for what, by whom and when', async () => {
    const url = 'https://ci.example/runs/1';
    const { record: kept, ...rest } = await record({
      change: 'deploy',
      ref: 'v1.2',
      url,
    });
    expect(rest).toMatchObject({ repeated: false, proceed: false });
    expect(kept).toMatchObject({
      entityRef: refOf('best'),
      serviceTitle: 'best',
      owner: 'group:default/red',
      tier: 'tier-1',
      decision: 'hold',
      state: 'held',
      change: 'deploy',
      ref: 'v1.2',
      url,
      by: 'user:default/ada',
      at: new Date(NOW).toISOString(),
      override: null,
    });
    expect(kept?.reasons[0].rules).toEqual(['open-sev-1']);
    expect((await list()).items).toEqual([kept]);
  });

  it('lets go what is not held', async () => {
    expect(await record({}, 'good')).toMatchObject({
      proceed: true,
      record: { decision: 'warn', override: null },
    });
  });

  it('answers the same key with what was recorded', async () => {
    const first = await record({ key: 'run-1' });
    await knex('reliability_incidents').update({ open: false });
    harness.clock.advance(60_000);
    const again = await record({ key: 'run-1' });
    expect(again.record).toEqual(first.record);
    expect([again.repeated, again.proceed]).toEqual([true, false]);
    expect(again.answer.decision).not.toBe('hold');
    expect((await list()).totalItems).toBe(1);
    expect((await record({ key: 'run-1' }, 'good')).repeated).toBe(false);
  });

  it('keeps one of two that come at once', async () => {
    const both = await Promise.all([
      record({ key: 'run-1' }),
      record({ key: 'run-1' }),
    ]);
    expect(both.map(({ repeated }) => repeated).sort()).toEqual([false, true]);
    expect(new Set(both.map(({ record: kept }) => kept?.id)).size).toBe(1);
  });

  it('keeps each of two without a key', async () => {
    await record();
    await record();
    expect((await list()).totalItems).toBe(2);
  });

  it('goes on although held, for a reason', async () => {
    const { record: kept, proceed } = await record({ override });
    expect(proceed).toBe(true);
    expect(kept).toMatchObject({
      decision: 'hold',
      override: {
        by: 'user:default/ada',
        at: new Date(NOW).toISOString(),
        reason: override.reason,
      },
    });
  });

  it('adds an override to what was recorded without one, once', async () => {
    await record({ key: 'run-1' });
    const { record: kept, proceed } = await record(
      { key: 'run-1', override },
      'best',
      bob,
    );
    expect(proceed).toBe(true);
    expect(kept?.override?.by).toBe('user:default/bob');
    const other = { reason: 'Another reason' };
    const again = await record({ key: 'run-1', override: other });
    expect(again.record?.override).toEqual(kept?.override);
    expect((await list()).totalItems).toBe(1);
  });

  it('has no override where nothing held', async () => {
    const { record: kept } = await record({ override }, 'good');
    expect(kept).toMatchObject({ decision: 'warn', override: null });
  });

  it('takes an override only from whoever may waive, and records nothing else', async () => {
    harness.policy.denied.add(WAIVE);
    await expect(record({ override })).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    expect((await list()).totalItems).toBe(0);
    expect((await record()).record?.decision).toBe('hold');
  });

  it('answers without a record where it cannot be written in time', async () => {
    harness = await harness.restart({
      ...only(ladder()),
      ...incidentSection,
      gate: { timeout: 'PT0.3S' },
    });
    jest
      .spyOn(GateDecisionStore.prototype, 'add')
      .mockImplementation(() => new Promise(() => {}));
    expect(await record()).toMatchObject({
      record: null,
      proceed: false,
      answer: { decision: 'hold' },
    });
    expect((await record({ override })).proceed).toBe(true);
  });

  it('records nothing of a service that it does not know in time', async () => {
    harness = await harness.restart({
      ...only(ladder()),
      ...incidentSection,
      gate: { timeout: 'PT0.1S' },
    });
    jest
      .spyOn(harness.stores.services, 'get')
      .mockImplementation(() => new Promise(() => {}));
    expect(await record({}, 'never')).toMatchObject({ record: null });
    expect((await list()).totalItems).toBe(0);
  });

  describe('the list', () => {
    beforeEach(async () => {
      await record({ override });
      harness.clock.advance(60_000);
      await record({}, 'good');
      harness.clock.advance(60_000);
      await record({}, 'best');
    });

    it.each<[string, Record<string, unknown>, string[]]>([
      ['all, the newest first', {}, ['best hold', 'good warn', 'best hold']],
      ['a service', { service: 'Component:default/Good' }, ['good warn']],
      ['an owner', { owner: 'group:default/blue' }, ['good warn']],
      ['a decision', { decision: ['warn', 'allow'] }, ['good warn']],
      ['none', { decision: '' }, []],
      ['overrides', { overridden: 'true' }, ['best hold']],
      [
        'a time',
        {
          from: new Date(NOW + 1).toISOString(),
          to: new Date(NOW + 120_000).toISOString(),
        },
        ['good warn'],
      ],
    ])('shows %s', async (_, query, expected) => {
      expect(await shown(query)).toEqual(expected);
      expect((await list(query)).totalItems).toBe(expected.length);
    });

    it('pages', async () => {
      const first = await list({ limit: 2 });
      expect(first.totalItems).toBe(3);
      const second = await list({ limit: 2, cursor: first.nextCursor });
      expect(second.items).toHaveLength(1);
      expect(second.nextCursor).toBeUndefined();
      const ids = [...first.items, ...second.items].map(item => item.id);
      expect(new Set(ids).size).toBe(3);
      await expect(
        list({ decision: 'hold', cursor: first.nextCursor }),
      ).rejects.toThrow(/^cursor: /);
    });

    it('shows only services that the reader may see, in the count too', async () => {
      harness.policy.readable = [refOf('good')];
      expect(await shown()).toEqual(['good warn']);
      expect((await list()).totalItems).toBe(1);
    });
  });
});
