import { mockCredentials } from '@backstage/backend-test-utils';
import { GateAnswer } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf } from '../../__testUtils__/entities';
import { DAY, Harness, HOUR, MINUTE, NOW } from '../../__testUtils__/harness';
import { putIncident } from '../../__testUtils__/incidentData';
import { incidentSection } from '../../__testUtils__/incidentPortal';
import {
  ALLOWED,
  evaluate,
  openLedgerPortal,
  OutageSource,
} from '../../__testUtils__/outages';
import { ladder, only } from '../../__testUtils__/scorecards';
import { sloSection } from '../../__testUtils__/sloPortal';
import { GateWaiverStore } from './GateWaiverStore';

jest.setTimeout(120_000);

const databases = testDatabases();
const user = mockCredentials.user('user:default/ada');
const section = { ...only(ladder()), ...sloSection, ...incidentSection };
/** Of an evaluation now: what is younger may be incomplete at the source. */
const EVALUATED = new Date(NOW - MINUTE).toISOString();

describe.each(databases.eachSupportedId())('the load line on %s', id => {
  let knex: Knex;
  let source: OutageSource;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    source = new OutageSource();
    harness = await openLedgerPortal(knex, source);
  });

  const outage = (from: number, minutes: number) => {
    source.outages.push({ from, to: from + minutes * MINUTE });
  };
  /** An incident of `best` that was felt for some minutes. */
  const put = (name: string, from: number, minutes: number, parts = {}) =>
    putIncident(knex, name, {
      title: `About ${name}`,
      services: ['best'],
      status: 'resolved',
      stamps: { declared: from, resolved: from + minutes * MINUTE },
      ...parts,
    });
  const measured = async () => {
    await evaluate(harness);
    await harness.services.spendMeasurer.measureDue();
  };
  const gate = (change?: string, name = 'best') =>
    harness.services.programme.gate.service.decide(refOf(name), user, {
      change,
    });
  const rulesOf = ({ reasons }: GateAnswer) =>
    reasons.map(({ rules, decision }) => `${decision} ${rules.join('+')}`);
  const readAccount = (at: number) =>
    knex('reliability_incident_accounts').insert({
      name: 'pager',
      provider: 'pagerduty',
      backfill_done: true,
      failures: 0,
      success_at: new Date(at),
    });

  it('holds a service whose budget is spent, and says by which values', async () => {
    outage(NOW - 2 * DAY, 60);
    await measured();
    const answer = await gate('deploy');
    expect(answer).toMatchObject({
      entityRef: refOf('best'),
      title: 'best',
      tier: { id: 'tier-1', name: 'Business critical' },
      policy: { id: 'tier-1' },
      change: 'deploy',
      decision: 'hold',
      state: 'held',
      canWaive: true,
      maxWaiver: 'P3D',
      decidedAt: new Date(NOW).toISOString(),
    });
    expect(answer.headline).toMatch(
      /^Hold: The error budget of Availability is spent: 139 % of it/,
    );
    expect(answer.reasons[0]).toMatchObject({
      kind: 'rule',
      rules: ['budget-spent'],
      noun: 'slo',
      source: 'slo',
      at: EVALUATED,
      facts: expect.arrayContaining([
        {
          path: 'gate.budgetLeft',
          state: 'known',
          value: -39,
          unit: 'percent',
          at: EVALUATED,
          source: 'slo',
        },
      ]),
    });
    expect(answer.demands[0]).toMatch(/^Reliability work first/);
    expect(answer.gauge).toMatchObject({ line: 0, binding: 'budget' });
  });

  it('does not tell what a private incident is about', async () => {
    outage(NOW - 2 * DAY, 60);
    await put('load', NOW - 2 * DAY, 30, { cause: 'Load Test' });
    await readAccount(NOW);
    await measured();
    await knex('reliability_incidents').update({ is_private: true });
    const answer = await gate();
    expect(answer.givenBack).toMatchObject([
      { incidentTitle: 'Private incident' },
    ]);
    expect(JSON.stringify(answer)).not.toContain('About load');
  });

  it('lets a rollback go although held', async () => {
    outage(NOW - 2 * DAY, 60);
    await measured();
    const { decision, state } = await gate('rollback');
    expect([decision, state]).toEqual(['warn', 'exempt-change']);
  });

  it('gives back what incidents of exempt causes took, and says so', async () => {
    outage(NOW - 2 * DAY, 60);
    await put('load', NOW - 2 * DAY, 30, { cause: 'Load Test' });
    await put('bug', NOW - 2 * DAY + 30 * MINUTE, 30, { cause: 'A bug' });
    await readAccount(NOW);
    await measured();
    const answer = await gate();
    expect(answer.givenBack).toEqual([
      {
        sloId: 'component~default~best~availability',
        sloTitle: 'Availability',
        objectiveId: '1',
        incidentId: 'pager:load',
        incidentTitle: 'About load',
        cause: 'Load Test',
        share: expect.closeTo(1800 / ALLOWED, 3),
      },
    ]);
    expect(rulesOf(answer)).not.toContain('hold budget-spent');
    const budget = answer.gauge.parts.find(({ noun }) => noun === 'budget')!;
    expect(budget.room).toBe(300);
    const costly = answer.reasons.find(({ rules }) =>
      rules.includes('unlearned-spend'),
    );
    expect(costly?.text).toMatch(
      /no published postmortem: 1; the largest took 69 %$/,
    );
  });

  it.each<[string, object, string]>([
    ['sev-1', { level: 1 }, 'hold open-sev-1'],
    ['sev-2', { level: 2 }, 'warn open-sev-2'],
    ['unrated one', { level: null }, 'warn open-unrated'],
  ])('heeds a %s that goes on', async (_, parts, expected) => {
    await put('now', NOW - HOUR, 0, {
      status: 'open',
      stamps: { declared: NOW - HOUR },
      ...parts,
    });
    await readAccount(NOW);
    expect(rulesOf(await gate())).toContain(expected);
  });

  it.each([
    ['an exercise', { isTest: true }],
    ['one that is gone', { columns: { removed_at: new Date(NOW) } }],
    ['one of another service', { services: ['good'] }],
    ['one that is over', { status: 'resolved' }],
  ])('does not hold for %s', async (_, parts) => {
    await put('now', NOW - HOUR, 10, { status: 'open', level: 1, ...parts });
    await readAccount(NOW);
    expect(rulesOf(await gate())).not.toContain('hold open-sev-1');
  });

  it('counts pages of the last seven days', async () => {
    await put('loud', NOW - DAY, 5, { columns: { pages_total: 29 } });
    await put('old', NOW - 8 * DAY, 5, { columns: { pages_total: 90 } });
    await readAccount(NOW);
    const found = (await gate()).reasons.find(({ rules }) =>
      rules.includes('pager-load'),
    );
    expect(found?.text).toMatch(/^29 pages in 7 days/);
  });

  it('does not pass off what is too old as known', async () => {
    await measured();
    harness.clock.advance(3 * HOUR);
    const answer = await gate();
    const unknown = answer.reasons.find(({ kind }) => kind === 'unknown');
    expect(unknown?.text).toMatch(
      /gate.budgetLeft was last known 3 hours ago, which is too old/,
    );
    expect(answer.gauge.parts[0]).toMatchObject({ noun: 'budget', room: null });
  });

  it('counts exemptions, those of the configuration too', async () => {
    const until = '2026-12-31';
    harness = await harness.restart({
      ...section,
      exemptions: [
        {
          scorecard: 'ladder',
          check: 'tested',
          entityRef: refOf('best'),
          reason: 'Is rewritten',
          approvedBy: 'user:default/bob',
          until,
        },
      ],
    });
    expect((await gate()).exemptions).toEqual({
      count: 1,
      nextEnd: '2027-01-01T00:00:00.000Z',
    });
  });

  it('waives with a waiver in force, and names whose it is', async () => {
    outage(NOW - 2 * DAY, 60);
    await measured();
    await new GateWaiverStore().add(knex, {
      id: 'w',
      entityRef: refOf('best'),
      reason: 'Black Friday',
      until: NOW + HOUR,
      by: 'user:default/bob',
      at: NOW,
    });
    const answer = await gate();
    expect([answer.decision, answer.state]).toEqual(['warn', 'waived']);
    expect(answer.reasons[0].waivedBy).toEqual({
      id: 'w',
      by: 'user:default/bob',
      reason: 'Black Friday',
      until: new Date(NOW + HOUR).toISOString(),
    });
    expect(answer.waivers).toMatchObject([{ id: 'w', state: 'in-force' }]);
    harness.clock.advance(2 * HOUR);
    expect((await gate()).state).not.toBe('waived');
  });

  it('takes an untiered service by its own policy', async () => {
    expect(await gate(undefined, 'poor')).toMatchObject({
      tier: { id: 'untiered', name: 'Untiered' },
      policy: { id: 'untiered' },
      decision: 'warn',
    });
  });

  it.each<[string, () => void]>([
    ['is no service', () => {}],
    ['may not be seen', () => (harness.policy.readable = [refOf('good')])],
  ])('says nothing of what %s', async (_, forbid) => {
    forbid();
    await expect(
      gate(undefined, harness.policy.readable === 'all' ? 'never' : 'best'),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('says who may waive', async () => {
    harness.policy.denied.add('reliability.gate.waive');
    expect((await gate()).canWaive).toBe(false);
  });
});
