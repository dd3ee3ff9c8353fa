import { UserAnswer } from './answers';
import { inParts } from './reading';
import { nextPage } from './RootlyClient';
import { pagedBy, toOncall, toPerson, toShift } from './toDomain';

const user = (attributes: object): UserAnswer =>
  ({ id: '7', type: 'users', attributes } as UserAnswer);

const users = new Map([
  ['7', user({ full_name: 'Ana Lima', email: 'Ana@Example.com' })],
]);

const linked = (data: unknown) => ({ relationships: { user: { data } } });

const oncall = {
  escalation_policy_id: 'P1',
  escalation_policy_name: 'Payments',
  escalation_level: 2,
  schedule_id: 'S1',
  schedule_name: 'Primary',
  user_id: 7,
  starts_at: '2026-06-15T05:00:00.000-07:00',
  ends_at: '2026-06-22T12:00:00Z',
  notification_type: 'audible',
};

const oncallOf = (changed: object, more: object = {}) =>
  toOncall({
    entry: { id: '1', attributes: { ...oncall, ...changed }, ...more },
    users,
  });

describe('an entry of /v1/oncalls', () => {
  it('is a shift at the level of its policy', () => {
    expect(oncallOf({})).toEqual({
      policy: 'P1',
      policyName: 'Payments',
      quiet: false,
      shift: {
        start: Date.parse('2026-06-15T12:00:00Z'),
        end: Date.parse('2026-06-22T12:00:00Z'),
        level: 2,
        person: { id: '7', name: 'Ana Lima', email: 'ana@example.com' },
        source: 'rotation',
        shadow: false,
        schedule: 'Primary',
      },
    });
  });

  it.each([
    [
      'no schedule: paged directly, for ever',
      { schedule_id: null, starts_at: null, ends_at: null },
      { source: 'direct', start: null, end: null },
    ],
    ['no level', { escalation_level: null }, { level: null }],
    ['a level of the wrong type', { escalation_level: 'x' }, { level: null }],
    ['a person as text', { user_id: '7' }, { person: { id: '7' } }],
    [
      'a person who is not described',
      { user_id: 8 },
      { person: { id: '8', name: 'Somebody without a name' } },
    ],
  ])('%s', (_, changed, shift) => {
    expect(oncallOf(changed)).toMatchObject({ shift });
  });

  it('may name the person beside it', () => {
    const link = linked({ id: '7', type: 'users' });
    expect(oncallOf({ user_id: undefined }, link)?.shift.person?.id).toBe('7');
  });

  it.each([
    ['without a policy', { escalation_policy_id: null }],
    ['without a person', { user_id: null }],
    ['without a start', { starts_at: undefined }],
    ['of a schedule, for ever', { ends_at: null }],
    ['with an end that is no time', { ends_at: 'soon' }],
  ])('%s is not understood', (_, changed) => {
    expect(oncallOf(changed)).toBeUndefined();
  });
});

describe('a shift', () => {
  const good = {
    schedule_id: 'S1',
    user_id: 7,
    starts_at: '2026-06-15T12:00:00Z',
    ends_at: '2026-06-22T12:00:00Z',
  };
  const shiftOf = (changed: object, more: object = {}) =>
    toShift({ entry: { attributes: { ...good, ...changed }, ...more }, users })
      ?.shift;

  it.each([
    ['plain', {}, { source: 'rotation', shadow: false, level: null }],
    ['of an override', { is_override: true }, { source: 'override' }],
    ['of somebody who shadows', { is_shadow: true }, { shadow: true }],
    ['of nobody', { user_id: null }, { person: null }],
    ['with marks of the wrong type', { is_shadow: 'x' }, { shadow: false }],
  ])('%s', (_, changed, wanted) => {
    expect(shiftOf(changed)).toMatchObject(wanted);
  });

  it('says that nobody fills it by a link to nothing', () => {
    expect(shiftOf({ user_id: undefined }, linked(null))?.person).toBeNull();
  });

  it.each([
    ['that says nothing of a person', { user_id: undefined }],
    ['without a schedule', { schedule_id: null }],
    ['without an end', { ends_at: null }],
    ['with a start that is no time', { starts_at: 'soon' }],
  ])('%s is not understood', (_, changed) => {
    expect(shiftOf(changed)).toBeUndefined();
  });
});

it.each([
  ['a full name', { full_name: 'Ana', name: 'a' }, { name: 'Ana' }],
  ['a name', { name: 'a' }, { name: 'a' }],
  ['an e-mail', { email: 'A@x.org' }, { name: 'a@x.org', email: 'a@x.org' }],
  ['nothing', {}, { name: 'Somebody without a name' }],
])('a person with %s', (_, attributes, wanted) => {
  const known = new Map([['7', user(attributes)]]);
  expect(toPerson('7', known)).toEqual({ id: '7', ...wanted });
});

describe('what policies page', () => {
  const entry = (policy: string, type: string, id: number, level = 1) =>
    oncallOf({
      escalation_policy_id: policy,
      notification_type: type,
      user_id: id,
      escalation_level: level,
    })!;
  const told = (entries: Parameters<typeof pagedBy>[0]) =>
    pagedBy(entries).shifts.map(
      ({ level, person }) => `${level}:${person?.id}`,
    );

  it.each([
    [
      'both paths alike: once',
      [
        ['P', 'audible', 1],
        ['P', 'quiet', 1],
      ],
      false,
      ['1:1'],
    ],
    [
      'another person in silence: not',
      [
        ['P', 'audible', 1],
        ['P', 'quiet', 2],
      ],
      false,
      ['1:1'],
    ],
    [
      'silence only: it counts, and is said',
      [['P', 'quiet', 2]],
      true,
      ['1:2'],
    ],
    [
      'silence at another policy',
      [
        ['P', 'audible', 1],
        ['Q', 'quiet', 2],
      ],
      false,
      ['1:1', '1:2'],
    ],
    ['an unknown kind: loud', [['P', 'new', 1]], false, ['1:1']],
    ['nothing', [], false, []],
  ] as [string, [string, string, number][], boolean, string[]][])(
    '%s',
    (_, given, onlyQuiet, wanted) => {
      const entries = given.map(args => entry(...args));
      expect(told(entries)).toEqual(wanted);
      expect(pagedBy(entries).onlyQuiet).toBe(onlyQuiet);
    },
  );
});

it.each([
  ['there is none', {}, undefined],
  ['it is told', { current_page: 1, next_page: 2 }, 2],
  ['the total says so', { current_page: 2, total_pages: 3 }, 3],
  ['it was the last', { current_page: 3, total_pages: 3 }, undefined],
])('the next page when %s', (_, meta, wanted) => {
  expect(nextPage(meta)).toBe(wanted);
});

it.each([
  ['none', [], []],
  ['that fit', [2, 1], [[2, 1]]],
  ['that do not', [2, 2, 1], [[2], [2, 1]]],
  ['of which one is too heavy alone', [9, 1], [[9], [1]]],
])('parts of at most 3, of items %s', (_, items, wanted) => {
  expect(inParts(items as number[], 3, weight => weight)).toEqual(wanted);
});
