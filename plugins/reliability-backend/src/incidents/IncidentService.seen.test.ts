import { mockCredentials } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { Harness, HOUR, MINUTE, NOW } from '../__testUtils__/harness';
import { putFollowUp, putIncident } from '../__testUtils__/incidentData';
import { incidentSection } from '../__testUtils__/incidentPortal';
import { openRankedPortal } from '../__testUtils__/portal';

jest.setTimeout(60_000);

const databases = testDatabases();
const user = mockCredentials.user();
const EDIT = 'reliability.incident.edit';
const MAP = 'reliability.incident.map';

const began = NOW - 3 * HOUR;

describe.each(databases.eachSupportedId())('one incident on %s', id => {
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

  it('says what it is about, and which of the services that the reader sees that is', async () => {
    await put();
    const subject = { account: 'pager', kind: 'service', ref_id: 'S1' };
    await knex('reliability_incident_subjects').insert({
      ...subject,
      incident_id: 'pager:slow',
      label: 'Checkout',
    });
    await knex('reliability_incident_links').insert(
      ['best', 'even'].map(name => ({
        ...subject,
        entity_ref: refOf(name),
        annotation: 'plimsoll.dev/incidents',
      })),
    );
    await knex('reliability_incident_mappings').insert({
      ...subject,
      entity_refs: JSON.stringify([refOf('good')]),
      set_by: 'user:default/ada',
      set_at: new Date(NOW),
    });
    expect((await get()).subjects).toEqual([
      {
        account: 'pager',
        kind: 'service',
        id: 'S1',
        label: 'Checkout',
        url: null,
        entityRefs: [refOf('best'), refOf('good')],
      },
    ]);
  });

  it('shows the checklist items that its follow-ups contest', async () => {
    await put();
    await putFollowUp(knex, 'pager:slow', {
      id: 'f1',
      contradicts_checklist: 'production-readiness',
      contradicts_item: 'rollback',
    });
    const answer = (service: string, reason: string | null) => ({
      entity_ref: refOf(service),
      checklist_id: 'production-readiness',
      item_id: 'rollback',
      version: 1,
      note: '',
      evidence: '[]',
      contest_reason: reason,
      contested_by: reason && 'user:default/ada',
      contested_at: reason && new Date(NOW),
    });
    await knex('reliability_answers').insert([
      answer('best', 'See [it](/x#follow-up-f1)'),
      answer('good', 'Somebody else doubts it'),
    ]);
    const { contested } = await get();
    expect(contested).toEqual([
      expect.objectContaining({
        entityRef: refOf('best'),
        itemId: 'rollback',
        followUpId: 'f1',
      }),
    ]);
    expect(contested[0].itemTitle).not.toBe('');
  });

  it('names no service that the reader may not see, also where a person set them', async () => {
    const refs = [refOf('best'), refOf('good')];
    await put({
      edits: {
        entityRefs: { value: refs, by: 'user:default/ada', at: NOW },
      },
    });
    harness.policy.readable = [refOf('good')];
    const reply = await get();
    expect(reply.edits).toMatchObject([
      { field: 'entityRefs', reported: [], value: [refOf('good')] },
    ]);
    expect(JSON.stringify(reply)).not.toContain(refOf('best'));
  });

  it('says under which other incident it goes on', async () => {
    await put({ status: 'merged', mergedInto: 'fast' });
    expect((await get()).mergedInto).toBe('pager:fast');
  });

  describe('is there', () => {
    it.each<[string, () => void, boolean]>([
      [
        'for whoever sees one of its services',
        () => {
          harness.policy.readable = [refOf('good')];
        },
        true,
      ],
      [
        'for nobody else',
        () => {
          harness.policy.readable = [refOf('even')];
        },
        false,
      ],
    ])('%s', async (_, arrange, isThere) => {
      await put();
      arrange();
      const found = get().then(
        ({ services }) => services.map(({ entityRef }) => entityRef),
        error => error.name,
      );
      expect(await found).toEqual(isThere ? [refOf('good')] : 'NotFoundError');
    });

    it('without a service only for whoever maps them', async () => {
      await put({ services: [] });
      expect((await get()).services).toEqual([]);
      harness.policy.denied.add(MAP);
      await expect(get()).rejects.toThrow(/There is no incident "pager:slow"/);
    });

    it('not any more when its account has it no more', async () => {
      await put({ columns: { removed_at: new Date(NOW) } });
      await expect(get()).rejects.toThrow('There is no incident');
      await expect(get('pager:\0')).rejects.toThrow('There is no incident');
    });

    it('to be read by whoever may not edit it', async () => {
      harness.policy.denied.add(EDIT);
      await put();
      expect((await get()).canEdit).toBe(false);
    });
  });
});
