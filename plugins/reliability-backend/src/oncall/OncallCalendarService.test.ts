import { mockCredentials } from '@backstage/backend-test-utils';
import { oncallMirrorQuerySchema } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { createTestApi } from '../__testUtils__/app';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { Harness, HOUR, NOW } from '../__testUtils__/harness';
import { personOf, putRotation } from '../__testUtils__/oncallData';
import { openOncallPortal } from '../__testUtils__/oncallPortal';
import { BEST } from '../__testUtils__/requests';

jest.setTimeout(60_000);

const databases = testDatabases();
const user = mockCredentials.user();
const iso = (time: number) => new Date(time).toISOString();
const PEOPLE = 'reliability.oncall.people';

const valuesOf = (text: string, name: string) =>
  text
    .replace(/\r\n /g, '')
    .split('\r\n')
    .filter(line => line.startsWith(`${name}:`))
    .map(line => line.slice(name.length + 1));

describe.each(databases.eachSupportedId())('on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    harness = await openOncallPortal(knex);
  });

  afterEach(() => {
    harness.policy.denied.clear();
    harness.clock.now = NOW;
  });

  const calendar = async (name = 'best') => {
    const { text } = await harness.services.oncallCalendar.ofService(
      refOf(name),
      user,
    );
    return text;
  };
  const compare = (query: { left?: string; right?: string; days?: number }) =>
    harness.services.oncallMirror.compare(
      refOf('best'),
      oncallMirrorQuerySchema.parse(query),
      user,
    );

  it('the calendar is a file of its own type', async () => {
    const { status, headers } = await createTestApi(harness).get(
      `${BEST}/oncall.ics`,
    );
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(headers['content-disposition']).toBe(
      'attachment; filename="oncall-component-default-best.ics"',
    );
  });

  it('the calendar has the shifts that count, also the one that is on', async () => {
    const text = await calendar();
    expect(text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(valuesOf(text, 'SUMMARY').sort()).toEqual([
      'Ada Catalog (level 1)',
      'Bob Catalog (level 1)',
      'Cyd Person (level 2)',
    ]);
    expect(valuesOf(text, 'DTSTART')).toContain('20261120T020000Z');
    expect(valuesOf(text, 'DTEND')).toContain('20261120T150000Z');
  });

  it('the calendar keeps the ids of its events as time passes', async () => {
    const before = valuesOf(await calendar(), 'UID');
    // Of three events, and of the calendar itself.
    expect(new Set(before).size).toBe(4);
    harness.clock.now = NOW + HOUR;
    expect(valuesOf(await calendar(), 'UID')).toEqual(before);
    harness.policy.denied.add(PEOPLE);
    expect(valuesOf(await calendar(), 'UID')).toEqual(before);
    // A later read asks for a later time; who is always on call has no beginning of their own.
    await knex('reliability_oncall_rotations').update({
      window_from: new Date(NOW - HOUR),
    });
    const after = valuesOf(await calendar(), 'UID');
    expect([...after].sort()).toEqual([...before].sort());
  });

  it('the calendar says the level for a name to a reader who may not see people', async () => {
    harness.policy.denied.add(PEOPLE);
    const text = await calendar();
    expect(valuesOf(text, 'SUMMARY').sort()).toEqual([
      'Level 1',
      'Level 1',
      'Level 2',
    ]);
    expect(text).not.toMatch(/ada|bob|cyd|example\.com\/a/i);
  });

  it('the calendar says who only learns, and leaves out slots that nobody fills', async () => {
    await putRotation(knex, {
      id: 'X1',
      services: ['poor'],
      shifts: [
        { person: personOf('eve'), level: null, shadow: true },
        { person: null },
      ],
    });
    expect(valuesOf(await calendar('poor'), 'SUMMARY')).toEqual([
      'Eve Person (shadow)',
    ]);
  });

  it('two accounts are compared side by side', async () => {
    const reply = await compare({ days: 1 });
    expect(reply).toMatchObject({
      left: { account: 'pager', provider: 'pagerduty' },
      right: { account: 'genie', provider: 'opsgenie' },
      from: iso(NOW),
      to: iso(NOW + 24 * HOUR),
      comparedHours: 24,
    });
    const people = new Map(reply.people.map(({ key, name }) => [key, name]));
    expect(
      reply.differences
        .filter(({ level }) => level === 1)
        .map(({ from, kind, left, right }) => [
          from,
          kind,
          left.map(key => people.get(key)),
          right.map(key => people.get(key)),
        ]),
    ).toEqual([
      [iso(NOW + 3 * HOUR), 'other-people', ['Bob Catalog'], ['Cyd Person']],
    ]);
    expect(reply.spans.left).toHaveLength(3);
    expect(reply.spans.right.map(({ person }) => people.get(person!))).toEqual([
      'Ada Catalog',
      'Cyd Person',
    ]);
  });

  it('the sides can be changed', async () => {
    const { left, right } = await compare({ left: 'genie' });
    expect([left.account, right.account]).toEqual(['genie', 'pager']);
  });

  it('two accounts are compared without names for a reader who may not see people', async () => {
    harness.policy.denied.add(PEOPLE);
    const reply = await compare({});
    expect(reply.namesHidden).toBe(true);
    expect(JSON.stringify(reply)).not.toMatch(/ada|bob|cyd|user:|@/i);
  });

  it.each<[string, { left?: string; right?: string }, RegExp]>([
    [
      'an account that it has not',
      { left: 'static' },
      /^left: .*pager, genie$/,
    ],
    ['an account that is none', { right: 'x' }, /^right: .*pager, genie$/],
    [
      'the same twice',
      { left: 'genie', right: 'genie' },
      /^right: expected another/,
    ],
  ])('a service is not compared with %s', async (_, query, message) => {
    await expect(compare(query)).rejects.toThrow(message);
  });

  it('a service with one account is compared with none', async () => {
    await expect(
      harness.services.oncallMirror.compare(
        refOf('good'),
        oncallMirrorQuerySchema.parse({}),
        user,
      ),
    ).rejects.toThrow(/^left: .* at two accounts/);
  });
});
