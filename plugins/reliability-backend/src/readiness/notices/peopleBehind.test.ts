import { mockCredentials } from '@backstage/backend-test-utils';
import { createTestCatalog } from '../../__testUtils__/catalog';
import { entity } from '../../__testUtils__/entities';
import { peopleBehind } from './peopleBehind';

const group = (name: string, members: string[], below: string[] = []) =>
  entity('Group', name, {
    relations: [
      ...members.map(member => ({
        type: 'hasMember',
        targetRef: `user:default/${member}`,
      })),
      ...below.map(child => ({
        type: 'parentOf',
        targetRef: `group:default/${child}`,
      })),
    ],
  });

const { service: catalog } = createTestCatalog(
  [
    group('red', ['ada', 'bob']),
    group('all', ['eve'], ['red', 'blue', 'gone']),
    group('blue', ['ada'], ['all']),
    group('empty', []),
  ],
  () => true,
);

it.each<[string, string, string[]]>([
  ['a user', 'user:default/zoe', ['zoe']],
  ['a group', 'group:default/red', ['ada', 'bob']],
  ['the groups below it', 'group:default/all', ['ada', 'bob', 'eve']],
  ['groups in a circle', 'group:default/blue', ['ada', 'bob', 'eve']],
  ['an empty group', 'group:default/empty', []],
  ['a group that is not there', 'group:default/gone', []],
  ['a user in capitals', 'User:Default/Zoe', ['zoe']],
  ['a machine', 'plugin:bot', []],
  ['a name that is no reference', 'unknown', []],
  ['something else', 'component:default/pay', []],
])('behind %s', async (_, ref, expected) => {
  const peopleOf = await peopleBehind(
    [ref, 'group:default/red'],
    catalog,
    mockCredentials.service(),
  );
  expect([...new Set(peopleOf(ref))].sort()).toEqual(
    expected.map(name => `user:default/${name}`),
  );
});
