import { policySchema, PolicyAnswer, userSchema } from './answers';
import {
  layersMembers,
  rosterOf,
  teamOf,
  toEntry,
  toPerson,
  toShift,
  urlOf,
} from './toDomain';

const user = { id: 'U1', summary: 'Ana Lima' };
const good = {
  escalation_policy: { id: 'P1', summary: 'Payments' },
  escalation_level: 1,
  schedule: { id: 'S1', summary: 'Primary', type: 'schedule_v3_reference' },
  user,
  start: '2026-06-15T12:00:00Z',
  end: '2026-06-22T12:00:00+02:00',
};

const shiftOf = (changed: object, levels = true) => {
  const entry = toEntry({ ...good, ...changed });
  return entry && toShift(entry, levels);
};

describe('an entry of /oncalls', () => {
  it('is a shift at the level of its policy', () => {
    expect(shiftOf({})).toEqual({
      start: Date.parse('2026-06-15T12:00:00Z'),
      end: Date.parse('2026-06-22T10:00:00Z'),
      level: 1,
      person: { id: 'U1', name: 'Ana Lima' },
      source: 'rotation',
      shadow: false,
      schedule: 'Primary',
    });
  });

  it.each([
    ['no schedule: paged directly', { schedule: null }, { source: 'direct' }],
    ['no start: always', { start: null }, { start: null }],
    ['no end: for ever', { end: null }, { end: null }],
    ['no level', { escalation_level: null }, { level: null }],
    [
      'a schedule without a name',
      { schedule: { id: 'S' } },
      { source: 'rotation' },
    ],
    ['a schedule of the wrong type', { schedule: 7 }, { source: 'direct' }],
    [
      'a number as link',
      { user: { ...user, html_url: 5 } },
      { person: { id: 'U1' } },
    ],
  ])('%s', (_, changed, wanted) => {
    expect(shiftOf(changed)).toMatchObject(wanted);
  });

  it('has no level as part of a schedule', () => {
    expect(shiftOf({}, false)).toMatchObject({ level: null });
  });

  it.each([
    ['a start that is missing, which is not "always"', { start: undefined }],
    ['a start that is no time', { start: 'soon' }],
    ['an end that is a number', { end: 5 }],
    ['a level that is a text', { escalation_level: 'one' }],
    ['a user without an id', { user: { summary: 'Ana' } }],
    ['no user', { user: null }],
    ['a user that is a text', { user: 'Ana' }],
  ])('cannot be understood with %s', (_, changed) => {
    expect(shiftOf(changed)).toBeUndefined();
  });
});

describe('a person', () => {
  it.each([
    ['by name', { id: '1', name: 'Ana', summary: 'A' }, { name: 'Ana' }],
    [
      'by e-mail',
      { id: '1', email: 'A@x.io' },
      { name: 'a@x.io', email: 'a@x.io' },
    ],
    ['by nothing', { id: '1' }, { name: 'Somebody without a name' }],
    ['who left', { id: '1', deleted_at: '2026-01-01' }, { left: true }],
  ])('%s', (_, answer, wanted) => {
    expect(toPerson(answer as Parameters<typeof toPerson>[0])).toMatchObject(
      wanted,
    );
  });

  it('without an id cannot be told from others', () => {
    expect(toPerson(userSchema.parse({ name: 'Ana' }))).toBeUndefined();
  });

  it.each([
    ['https://acme.pagerduty.com/users/1', true],
    ['data:text/html,x', false],
    [null, false],
  ])('link %s is followed: %s', (link, wanted) => {
    expect(urlOf({ html_url: link }) !== undefined).toBe(wanted);
  });
});

describe('the roster of a policy', () => {
  const policy = (rules: unknown): PolicyAnswer =>
    policySchema.parse({ id: 'P1', escalation_rules: rules });
  const schedule = { id: 'S1', type: 'schedule_reference' };
  const direct = { ...user, type: 'user_reference' };
  const ana = { id: 'U1', name: 'Ana Lima' };
  const bo = { id: 'U2', name: 'Bo Chen' };

  it.each([
    ['people of a schedule', [{ targets: [schedule] }], [[ana, bo]]],
    ['a person once', [{ targets: [schedule, direct] }], [[ana, bo]]],
    [
      'two levels',
      [{ targets: [direct] }, { targets: [schedule] }],
      [[ana], [ana, bo]],
    ],
    ['a level without targets', [{}, { targets: [direct] }], [[], [ana]]],
    [
      'a schedule that is not known',
      [{ targets: [{ ...schedule, id: 'S2' }] }],
      undefined,
    ],
    ['rules that are not told', undefined, undefined],
    ['rules that are a text', 'none', undefined],
  ])('%s', (_, rules, wanted) => {
    const members = new Map([['S1', [ana, bo]]]);
    expect(rosterOf(policy(rules), members)).toEqual(
      wanted?.map((people, index) => ({ level: index + 1, people })),
    );
  });

  it('of a schedule is not told where there are no layers', () => {
    expect(layersMembers({})).toBeUndefined();
    expect(layersMembers({ schedule_layers: [null, {}] })).toEqual([]);
  });

  it('names all teams', () => {
    expect(teamOf([{ summary: 'A' }, null, { name: 'B' }])).toBe('A, B');
    expect(teamOf([])).toBeUndefined();
  });
});
