import { OncallPerson } from '@plimsoll/backstage-plugin-reliability-common';
import { PeopleOptions, ReplyPeople } from './ReplyPeople';

const ada: OncallPerson = {
  id: 'U1',
  name: 'A. Lovelace',
  email: 'ada@example.com',
  entityRef: 'user:default/ada',
  url: 'https://pager.example.com/U1',
};
const bob: OncallPerson = { id: 'U2', name: 'Bob', email: 'bob@example.com' };
const dan: OncallPerson = { id: 'U3', name: 'Dan (night+day)' };

const known: PeopleOptions['known'] = new Map([
  ['user:default/ada', { name: 'Ada Lovelace', picture: 'https://p/ada' }],
  ['user:default/eve', { name: 'Eve', leftAt: 1 }],
]);

const create = (options: Partial<PeopleOptions> = {}) =>
  new ReplyPeople([ada, bob, dan], {
    hidden: false,
    known,
    left: new Set(),
    ...options,
  });

it.each<[string, OncallPerson, Partial<PeopleOptions>, object]>([
  [
    'in the catalog by what it says of them',
    ada,
    {},
    {
      key: 'p1',
      name: 'Ada Lovelace',
      entityRef: 'user:default/ada',
      email: 'ada@example.com',
      picture: 'https://p/ada',
      url: 'https://pager.example.com/U1',
      state: 'known',
    },
  ],
  [
    'only known to the account by that',
    bob,
    {},
    {
      key: 'p1',
      name: 'Bob',
      entityRef: null,
      email: 'bob@example.com',
      picture: null,
      url: null,
      state: 'unknown',
    },
  ],
  [
    'who left the catalog as such',
    { ...bob, entityRef: 'user:default/eve' },
    {},
    { name: 'Eve', state: 'left' },
  ],
  [
    'who left by their account as such',
    ada,
    { left: new Set(['user:default/ada']) },
    { state: 'left' },
  ],
  [
    'whose names are hidden by nothing but a state',
    ada,
    { hidden: true },
    {
      key: 'p1',
      name: null,
      entityRef: null,
      email: null,
      picture: null,
      url: null,
      state: 'known',
    },
  ],
])('people are told %s', (_, person, options, expected) => {
  expect(create(options).present(person)).toMatchObject(expected);
});

it('the same person has one key, whichever account knows of them', () => {
  const people = create();
  expect(people.keyOf(bob)).toBe('p1');
  expect(people.keyOf(ada)).toBe('p2');
  expect(people.keyOf({ ...ada, id: 'elsewhere', name: 'Ada' })).toBe('p2');
  expect(people.all().map(({ key }) => key)).toEqual(['p1', 'p2']);
});

it('somebody is found by the key of core, if they can appear', () => {
  const people = create();
  expect(people.keyOfId('bob@example.com')).toBe('p1');
  expect(people.keyOfId('user:default/zoe')).toBeUndefined();
  expect(people.all()).toHaveLength(1);
});

it.each<[string, string, string]>([
  ['names', 'Bob has no phone', 'somebody has no phone'],
  ['names of the catalog', 'ask ada lovelace!', 'ask somebody!'],
  ['addresses', 'mail to ada@example.com', 'mail to somebody'],
  ['references', 'user:default/ada left', 'somebody left'],
  ['names with signs', 'Dan (night+day), Bob', 'somebody, somebody'],
  ['no parts of words', 'Bobsleigh', 'Bobsleigh'],
])('a text loses %s where they are hidden', (_, text, expected) => {
  expect(create({ hidden: true }).text(text)).toBe(expected);
  expect(create().text(text)).toBe(text);
});
