import {
  ReportedFollowUp,
  ReportedIncident,
  ReportedPostmortem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import {
  FakeIncidents,
  openIncidentPortal,
  reported,
} from '../__testUtils__/fakeIncidents';
import { user } from '../__testUtils__/fakeOncall';
import { DAY, Harness, MINUTE, NOW } from '../__testUtils__/harness';

jest.setTimeout(60_000);

const databases = testDatabases();

const followUp = (
  externalId: string,
  parts: Partial<ReportedFollowUp> = {},
): ReportedFollowUp => ({
  externalId,
  title: `Do ${externalId}`,
  status: 'open',
  ...parts,
});
const edit = (value: string | number | null) => ({
  value,
  by: 'user:default/ada',
  at: NOW,
});

describe.each(databases.eachSupportedId())('on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openIncidentPortal({
      knex,
      providers: [new FakeIncidents()],
    });
    harness.catalog.put(user('ada'));
    await harness.services.peopleSync.sweep();
  });

  const tell = async (parts: Partial<ReportedIncident>) => {
    const { incidentWriter } = harness.services;
    harness.clock.advance(MINUTE);
    await incidentWriter.run(tx =>
      incidentWriter.write(
        tx,
        [
          {
            account: 'main',
            provider: 'fake',
            reported: reported('I1', {
              updatedAt: harness.clock.now,
              ...parts,
            }),
          },
        ],
        harness.clock.now,
      ),
    );
  };
  const followUps = async () =>
    harness.stores.followUps.ofIncidents(knex, ['main:I1']);
  const postmortem = async () =>
    (await harness.stores.postmortems.of(knex, ['main:I1'])).get('main:I1');

  describe('follow-ups of a provider', () => {
    it('come with the User who owns them, else with a name', async () => {
      await tell({
        followUps: [
          followUp('a', {
            owner: { id: 'U1', name: 'A.', email: 'ada@example.com' },
            dueAt: NOW + DAY,
          }),
          followUp('b', { owner: { id: 'U2', name: 'Bob' } }),
        ],
      });
      expect(await followUps()).toEqual([
        expect.objectContaining({
          id: 'main:I1:a',
          externalId: 'a',
          owner: 'user:default/ada',
          dueAt: NOW + DAY,
          origin: 'provider',
        }),
        expect.objectContaining({ id: 'main:I1:b', owner: 'Bob' }),
      ]);
    });

    it('change and go with it, but for what people set and made', async () => {
      await tell({ followUps: [followUp('a'), followUp('b')] });
      const [a] = await followUps();
      await harness.stores.followUps.save(knex, [
        {
          ...a,
          owner: 'group:default/team-pay',
          dueAt: undefined,
          edits: { owner: edit('group:default/team-pay'), dueAt: edit(null) },
          contradicts: { checklistId: 'c', itemId: 'i' },
        },
        {
          ...a,
          id: 'mine',
          externalId: undefined,
          origin: 'person',
          edits: {},
        },
      ]);
      await tell({
        followUps: [
          followUp('a', { status: 'done', doneAt: NOW, dueAt: NOW + DAY }),
        ],
      });
      const found = await followUps();
      expect(found.map(one => one.id).sort()).toEqual(['main:I1:a', 'mine']);
      expect(found.find(one => one.id === 'main:I1:a')).toMatchObject({
        status: 'done',
        owner: 'group:default/team-pay',
        dueAt: undefined,
        contradicts: { checklistId: 'c', itemId: 'i' },
        createdAt: a.createdAt,
      });
    });

    it('that became a lesson stay', async () => {
      await tell({ followUps: [followUp('a')] });
      await knex('reliability_lessons').insert({
        id: 'l',
        follow_up_id: 'main:I1:a',
        checklist_id: 'c',
        title: 't',
        reason: '',
        state: 'proposed',
        proposed_by: 'user:default/ada',
        proposed_at: new Date(NOW),
      });
      await tell({ followUps: [] });
      expect(await followUps()).toHaveLength(1);
    });
  });

  describe('the postmortem of a provider', () => {
    const told = (
      status: ReportedPostmortem['status'],
      url: string,
    ): ReportedPostmortem => ({ status, url });

    it('is the one of several that is furthest, and goes with it', async () => {
      await tell({
        postmortems: [told('draft', 'x'), told('published', 'y')],
      });
      expect(await postmortem()).toMatchObject({
        source: 'provider',
        status: 'published',
        url: 'y',
        title: 'Incident I1',
      });
      await tell({ postmortems: [] });
      expect(await postmortem()).toBeUndefined();
    });

    it('does not replace what a person wrote, nor go with it', async () => {
      await harness.stores.postmortems.save(knex, {
        incidentId: 'main:I1',
        source: 'portal',
        status: 'draft',
        title: 'Ours',
        sections: [],
        version: 1,
        createdAt: NOW,
        updatedAt: NOW,
      });
      await tell({ postmortems: [told('published', 'y')] });
      await tell({ postmortems: [] });
      expect(await postmortem()).toMatchObject({ title: 'Ours' });
    });
  });

  describe('retention', () => {
    const old = NOW - 1095 * DAY;
    const at = (time: number): Partial<ReportedIncident> => ({
      stamps: { declared: { at: time, from: 'provider' } },
    });
    const kept = async () => {
      await harness.services.incidentTasks.tidy();
      return (await knex('reliability_incidents').pluck('id')).length === 1;
    };

    it.each<[string, Partial<ReportedIncident>, boolean]>([
      ['takes what is over and old', at(old - MINUTE), false],
      ['leaves what is not old', at(old + DAY), true],
      ['leaves what is open', { ...at(old - MINUTE), status: 'open' }, true],
      [
        'leaves what has a postmortem',
        {
          ...at(old - MINUTE),
          postmortems: [{ status: 'published', url: 'y' }],
        },
        true,
      ],
    ])('%s', async (_, parts, stays) => {
      await tell({
        status: 'closed',
        followUps: [followUp('a')],
        ...parts,
      });
      expect(await kept()).toBe(stays);
      for (const part of [
        'incident_services',
        'incident_subjects',
        'follow_ups',
      ]) {
        expect(await knex(`reliability_${part}`)).toHaveLength(stays ? 1 : 0);
      }
    });
  });
});
