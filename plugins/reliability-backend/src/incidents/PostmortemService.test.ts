import { putPostmortemRequestSchema } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { DAY, Harness, HOUR, NOW } from '../__testUtils__/harness';
import { openRankedPortal } from '../__testUtils__/portal';
import { ada, bob } from '../__testUtils__/readiness';
import { tellIncident } from '../__testUtils__/tellIncident';

jest.setTimeout(60_000);

const databases = testDatabases();

const REQUIRED = ['summary', 'timeline', 'impact', 'causes'];
const filled = REQUIRED.map(id => ({ id, text: `About the ${id}` }));

describe.each(databases.eachSupportedId())('postmortems on %s', id => {
  let knex: Knex;
  let harness: Harness;

  const tell = (
    externalId: string,
    parts?: Parameters<typeof tellIncident>[2],
  ) => tellIncident(harness, externalId, parts);

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex);
    await tell('over', {
      reference: 'INC-1',
      title: 'Cards refused',
      severity: 'sev1',
      status: 'resolved',
      summary: 'The acquirer was down',
      customerImpact: true,
      stamps: {
        impactStart: NOW - 2 * HOUR,
        declared: NOW - HOUR,
        resolved: NOW - HOUR / 2,
      },
    });
  });

  const get = (incident = 'pager:over', who = ada) =>
    harness.services.postmortems.get(incident, who);
  const put = (body: object, { incident = 'pager:over', who = ada } = {}) =>
    harness.services.postmortems.put(
      incident,
      putPostmortemRequestSchema.parse({ title: 'Cards', version: 0, ...body }),
      who,
    );
  const move = (
    status: 'draft' | 'in-review' | 'published',
    version: number,
    who = ada,
  ) =>
    harness.services.postmortems.setStatus(
      'pager:over',
      { status, version },
      who,
    );

  it('are prefilled where nobody has begun, with what the tier wants', async () => {
    const page = await get();
    expect(page).toMatchObject({
      exists: false,
      version: 0,
      state: 'missing',
      status: 'draft',
      title: 'Cards refused',
      required: true,
      requiredBy: 'Business critical',
      draftDueAt: new Date(NOW - HOUR / 2 + 3 * DAY).toISOString(),
      publishDueAt: new Date(NOW - HOUR / 2 + 10 * DAY).toISOString(),
      incident: { severity: { level: 1, name: 'SEV1', from: 'provider' } },
      missingSections: REQUIRED,
      canEdit: true,
    });
    const [summary] = page.sections;
    expect(summary.text).toMatch(/Cards refused.*The acquirer was down/s);
    expect(summary.text).toBe(summary.prefilled);
  });

  it('are written, reviewed and published by two people', async () => {
    expect(await put({ sections: filled })).toMatchObject({
      exists: true,
      source: 'portal',
      state: 'draft',
      version: 1,
      author: 'user:default/ada',
      missingSections: [],
    });
    await move('in-review', 1);
    await expect(move('published', 2)).rejects.toThrow(/you wrote it/);
    expect(await move('published', 2, bob)).toMatchObject({
      state: 'published',
      reviewer: 'user:default/bob',
      version: 3,
    });
    await expect(put({ version: 3, title: 'x' })).rejects.toThrow(/published/);
  });

  it('say who changed them when two people write at once', async () => {
    await put({ sections: filled }, { who: bob });
    await expect(put({ sections: [], title: 'Mine' })).rejects.toThrow(
      /changed by user:default\/bob at 2026-11-20T12:00:00.000Z/,
    );
  });

  it('change the score of the service at once', async () => {
    harness.clock.advance(4 * DAY);
    const overdue = async () => {
      const { facts } = await harness.services.maturity.get(refOf('best'), ada);
      return facts.find(({ path }) => path === 'incidents.postmortemsOverdue')
        ?.value;
    };
    expect(await overdue()).toBe(1);
    expect((await get()).state).toBe('overdue');
    await put({ sections: filled });
    expect(await overdue()).toBe(0);
  });

  it('hint at blame, and never refuse it', async () => {
    const sections = [
      { id: 'causes', text: 'The engineer should have known better.' },
    ];
    const { hints } = await put({ sections });
    expect(hints).toMatchObject([{ section: 'causes' }]);
    expect(harness.services.postmortems.hints({ sections }).hints).toEqual(
      hints,
    );
  });

  it('of a provider stay in step with it until a person writes one', async () => {
    const url = 'https://wiki.example/1';
    await tell('over', {
      updatedAt: NOW + HOUR,
      postmortems: [{ url, status: 'published', publishedAt: NOW }],
    });
    expect(await get()).toMatchObject({
      source: 'provider',
      state: 'published',
      url,
      version: 1,
    });
    expect(await put({ version: 1, sections: filled })).toMatchObject({
      source: 'portal',
      state: 'draft',
      url: null,
    });
    await tell('over', {
      updatedAt: NOW + 2 * HOUR,
      postmortems: [{ url, status: 'published', publishedAt: NOW }],
    });
    expect(await get()).toMatchObject({ source: 'portal', state: 'draft' });
  });

  it('are not written about private incidents', async () => {
    const secret = await tell('secret', { isPrivate: true, title: 'Fraud' });
    expect((await get(secret)).title).toBe('Private incident');
    await expect(put({}, { incident: secret })).rejects.toThrow(/is private/);
  });

  it('are for those who see a service of the incident', async () => {
    harness.policy.readable = [refOf('good')];
    await expect(get()).rejects.toThrow(/no incident "pager:over"/);
    await expect(get('pager:x')).rejects.toThrow(/no incident "pager:x"/);
    harness.policy.readable = 'all';
    harness.policy.denied.add('reliability.incident.edit');
    expect((await get()).canEdit).toBe(false);
    await expect(put({})).rejects.toThrow(/lack the permission/);
  });

  it('tell nothing of the tiers of services that the reader may not see', async () => {
    const both = await tell('both', {
      severity: 'sev1',
      status: 'resolved',
      names: ['best', 'poor'],
    });
    expect((await get(both)).requiredBy).toBe('Business critical');
    harness.policy.readable = [refOf('poor')];
    const { required, requiredBy } = await get(both);
    expect({ required, requiredBy }).toEqual({
      required: true,
      requiredBy: null,
    });
  });

  it('of incidents of no service are for those who map', async () => {
    const nowhere = await tell('nowhere', { names: [] });
    expect((await get(nowhere)).services).toEqual([]);
    harness.policy.denied.add('reliability.incident.map');
    await expect(get(nowhere)).rejects.toThrow(/no incident/);
  });
});
