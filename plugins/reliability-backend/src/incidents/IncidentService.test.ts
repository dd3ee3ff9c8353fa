import { mockCredentials } from '@backstage/backend-test-utils';
import { IncidentPerson } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { DAY, Harness, HOUR, MINUTE, NOW } from '../__testUtils__/harness';
import {
  putFollowUp,
  putIncident,
  putPostmortem,
} from '../__testUtils__/incidentData';
import { incidentSection } from '../__testUtils__/incidentPortal';
import { putPerson } from '../__testUtils__/oncallData';
import { openRankedPortal } from '../__testUtils__/portal';

jest.setTimeout(60_000);

const databases = testDatabases();
const user = mockCredentials.user();
const PEOPLE = 'reliability.oncall.people';
const iso = (time: number) => new Date(time).toISOString();

const ada: IncidentPerson = {
  id: 'U1',
  name: 'Ada P.',
  email: 'ada@example.com',
  entityRef: 'user:default/ada',
};
const bob: IncidentPerson = { id: 'U2', name: 'Bob' };

const began = NOW - 3 * HOUR;

const changeRow = (title: string, at: number) => ({
  source: 'ci',
  id: title,
  entity_ref: refOf('best'),
  at: new Date(at),
  kind: 'deploy',
  title,
  received_at: new Date(NOW),
});

describe.each(databases.eachSupportedId())('an incident on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex, { reliability: incidentSection });
  });

  const get = (incident = 'pager:slow') =>
    harness.services.incidents.get(incident, user);

  const put = (parts = {}) =>
    putIncident(knex, 'slow', {
      reference: 'INC-7',
      title: 'Checkout is slow',
      services: ['best', 'good'],
      status: 'resolved',
      severity: 'SEV2',
      level: 2,
      stamps: {
        impactStart: began - 10 * MINUTE,
        detected: began - 4 * MINUTE,
        declared: began,
        acknowledged: began + 5 * MINUTE,
        resolved: began + HOUR,
      },
      ...parts,
    });

  it('tells its times and what lies between them', async () => {
    await put({
      summary: 'Long *story*',
      cause: 'A full pool',
      customerImpact: true,
    });
    expect(await get()).toMatchObject({
      id: 'pager:slow',
      reference: 'INC-7',
      summary: 'Long *story*',
      cause: 'A full pool',
      durationMs: HOUR,
      stamps: {
        declared: { at: iso(began), from: 'provider' },
        resolved: { at: iso(began + HOUR), from: 'provider' },
      },
      figures: {
        detect: 6 * MINUTE,
        acknowledge: 5 * MINUTE,
        mitigate: null,
        restore: HOUR,
        impact: HOUR + 10 * MINUTE,
      },
      canEdit: true,
      namesHidden: false,
    });
  });

  it('tells what happened, the oldest first, whoever wrote it', async () => {
    await put({
      responders: [
        { person: ada, role: 'Lead', engagedAt: began + 6 * MINUTE },
      ],
      pages: [
        {
          at: began + MINUTE,
          person: bob,
          acknowledgedAt: null,
          autoResolved: false,
        },
      ],
      updates: [
        { id: 'u1', at: began + 20 * MINUTE, text: 'We found it', by: ada },
      ],
    });
    await knex('reliability_incident_updates').insert({
      incident_id: 'pager:slow',
      id: 'w1',
      at: new Date(began + 30 * MINUTE),
      text: 'Written here',
      by_ref: 'user:default/ada',
    });
    await knex('reliability_changes').insert([
      changeRow('deploy-1', began - 30 * MINUTE),
      changeRow('deploy-2', began - 20 * HOUR),
      changeRow('deploy-3', began - 30 * HOUR),
      changeRow('fix', began + 40 * MINUTE),
      { ...changeRow('other', began - HOUR), entity_ref: refOf('even') },
    ]);
    await putPerson(knex, 'ada');
    const { timeline, responders, nearbyChanges } = await get();
    expect(
      timeline.map(({ kind, text, from, person }) =>
        [kind, text, from, person?.name].filter(Boolean).join(' / '),
      ),
    ).toEqual([
      'change / deploy-1 / provider',
      'stamp / Impact began / provider',
      'stamp / Detected / provider',
      'stamp / Declared / provider',
      'page / Paged / provider / Bob',
      'stamp / Acknowledged / provider',
      'engaged / Joined as Lead / provider / Ada Catalog',
      'update / We found it / provider / Ada Catalog',
      'update / Written here / person / Ada Catalog',
      'change / fix / provider',
      'stamp / Resolved / provider',
    ]);
    expect(responders).toEqual([
      {
        role: 'Lead',
        engagedAt: iso(began + 6 * MINUTE),
        person: expect.objectContaining({
          entityRef: 'user:default/ada',
          state: 'known',
        }),
      },
    ]);
    expect(nearbyChanges.map(({ title }) => title)).toEqual([
      'deploy-1',
      'deploy-2',
    ]);
  });

  it('names nobody to whoever may not see people', async () => {
    harness.policy.denied.add(PEOPLE);
    await put({
      responders: [{ person: ada }],
      updates: [{ id: 'u1', at: began, text: 'We found it', by: bob }],
      edits: { cause: { value: 'Pool', by: 'user:default/ada', at: NOW } },
    });
    const { timeline, responders, namesHidden, edits } = await get();
    expect(namesHidden).toBe(true);
    expect(JSON.stringify([timeline, responders, edits])).not.toMatch(
      /Ada|ada|Bob/,
    );
    expect(responders[0].person.name).toBeNull();
  });

  it('says what people set, and what the provider says of it', async () => {
    await put({
      cause: 'Load',
      edits: {
        cause: { value: 'A full pool', by: 'user:default/ada', at: NOW },
        resolved: { value: began + 2 * HOUR, by: 'user:default/bob', at: NOW },
        impactEnd: { value: null, by: 'user:default/bob', at: NOW },
      },
    });
    const { edits, cause, stamps } = await get();
    expect(cause).toBe('A full pool');
    expect(stamps.resolved).toEqual({
      at: iso(began + 2 * HOUR),
      from: 'person',
    });
    const set = { at: iso(NOW) };
    expect(edits).toEqual([
      {
        field: 'cause',
        reported: 'Load',
        value: 'A full pool',
        by: 'user:default/ada',
        ...set,
      },
      {
        field: 'impactEnd',
        reported: null,
        value: null,
        by: 'user:default/bob',
        ...set,
      },
      {
        field: 'resolved',
        reported: iso(began + HOUR),
        value: iso(began + 2 * HOUR),
        by: 'user:default/bob',
        ...set,
      },
    ]);
  });

  it('tells what it took out of budgets, of services that the reader sees', async () => {
    await put();
    const spend = (slo: string, service: string, columns = {}) => ({
      slo_id: slo,
      objective_id: '1',
      incident_id: 'pager:slow',
      entity_ref: refOf(service),
      from_at: new Date(began),
      to_at: new Date(began + HOUR),
      bad: 5,
      total: 100,
      share: 0.25,
      measured_at: new Date(NOW),
      final: true,
      ...columns,
    });
    await knex('reliability_incident_spends').insert([
      spend('a', 'best'),
      spend('b', 'best', { share: 0.5 }),
      spend('c', 'best', { measured_at: null }),
      spend('d', 'good'),
    ]);
    harness.policy.readable = [refOf('best')];
    const { spends } = await get();
    expect(spends.map(({ sloId, share }) => [sloId, share])).toEqual([
      ['b', 0.5],
      ['a', 0.25],
    ]);
    expect(spends[0]).toMatchObject({ bad: 5, total: 100, final: true });
  });

  it('lists its follow-ups, its postmortem elsewhere and the same trouble before', async () => {
    await put({ dedupeKey: 'pool' });
    await putFollowUp(knex, 'pager:slow', { title: 'Raise the limit' });
    await putPostmortem(knex, 'pager:slow', {
      source: 'provider',
      url: 'https://docs.example.com/7',
    });
    const same = { dedupeKey: 'pool', status: 'resolved' as const };
    await putIncident(knex, 'older', {
      ...same,
      services: ['best'],
      stamps: { declared: NOW - 9 * DAY },
    });
    await putIncident(knex, 'newer', {
      ...same,
      services: ['good'],
      stamps: { declared: NOW - DAY },
    });
    await putIncident(knex, 'elsewhere', { ...same, services: ['even'] });
    await putIncident(knex, 'drill', {
      ...same,
      services: ['best'],
      isTest: true,
    });
    const { followUpItems, postmortemUrl, repeats } = await get();
    expect(followUpItems.map(({ title }) => title)).toEqual([
      'Raise the limit',
    ]);
    expect(postmortemUrl).toBe('https://docs.example.com/7');
    expect(repeats.map(({ reference }) => reference)).toEqual([
      'newer',
      'older',
    ]);
  });
});
