import { MatchablePerson, matchPeople, NamedPerson } from './matchPeople';

const user = (
  name: string,
  changed: Partial<MatchablePerson> = {},
): MatchablePerson => ({
  entityRef: `user:default/${name}`,
  name,
  left: false,
  ...changed,
});

const ada = user('ada', { name: 'Ada Lovelace', email: 'ada@example.com' });
const bob = user('bob', { name: 'Bob' });

const named = (changed: Partial<NamedPerson>): NamedPerson => ({
  id: 'P1',
  name: 'Somebody',
  ...changed,
});

it.each<[string, Partial<NamedPerson>, MatchablePerson[], string | undefined]>([
  ['by e-mail', { email: 'ada@example.com' }, [ada, bob], ada.entityRef],
  [
    'by e-mail in another case, with blanks',
    { email: ' Ada@Example.COM ' },
    [ada],
    ada.entityRef,
  ],
  [
    'by e-mail before the reference',
    { email: 'ada@example.com', entityRef: bob.entityRef },
    [ada, bob],
    ada.entityRef,
  ],
  [
    'by the reference of the provider in any case',
    { entityRef: 'User:default/Bob' },
    [ada, bob],
    bob.entityRef,
  ],
  [
    'by the reference before the name',
    { name: 'Ada Lovelace', entityRef: bob.entityRef },
    [ada, bob],
    bob.entityRef,
  ],
  [
    'by a name that only one has',
    { name: ' ada  LOVELACE' },
    [ada, bob],
    ada.entityRef,
  ],
  [
    'by the name where nobody has the e-mail',
    { name: 'Bob', email: 'bob@old.example' },
    [ada, bob],
    bob.entityRef,
  ],
  [
    'nobody by a name that two have',
    { name: 'Bob' },
    [bob, user('bobby', { name: 'bob' })],
    undefined,
  ],
  [
    'nobody by an e-mail that two have',
    { email: 'team@example.com' },
    [
      user('a', { email: 'team@example.com' }),
      user('b', { email: 'team@example.com' }),
    ],
    undefined,
  ],
  [
    'nobody without a name',
    { name: ' ' },
    [user('x', { name: '' })],
    undefined,
  ],
  ['nobody where nobody is', { name: 'Ada Lovelace' }, [], undefined],
  [
    'one who left, so that it can be told',
    { email: 'ada@example.com' },
    [{ ...ada, left: true }],
    ada.entityRef,
  ],
  [
    'one who is there before a namesake who left',
    { name: 'Bob' },
    [{ ...user('old-bob', { name: 'Bob' }), left: true }, bob],
    bob.entityRef,
  ],
  [
    'nobody of two namesakes who left',
    { name: 'Bob' },
    [{ ...bob, left: true }, user('b2', { name: 'Bob', left: true })],
    undefined,
  ],
])('matches %s', (_, wanted, people, expected) => {
  expect(matchPeople([named(wanted)], people).get('P1')).toBe(expected);
});

it('matches each of many by itself', () => {
  const found = matchPeople(
    [
      named({ id: 'P1', email: 'ada@example.com' }),
      named({ id: 'P2', name: 'Nobody' }),
      named({ id: 'P3', name: 'Bob' }),
    ],
    [ada, bob],
  );
  expect([...found]).toEqual([
    ['P1', ada.entityRef],
    ['P3', bob.entityRef],
  ]);
});
