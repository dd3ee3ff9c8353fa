import { entity, EntityParts } from '../../__testUtils__/entities';
import { projectGroup, projectPerson, withAncestors } from './projectPerson';

const user = (parts: EntityParts = {}) => entity('User', 'Ada', parts);
const memberOf = (...refs: string[]) =>
  refs.map(targetRef => ({ type: 'memberOf', targetRef }));
const profile = (values: Record<string, string>) =>
  user({ spec: { profile: values } });

const nobody = new Map<string, string[]>();

describe('a person', () => {
  it.each([
    [
      'the display name',
      profile({ displayName: ' Ada Lovelace ' }),
      'Ada Lovelace',
    ],
    [
      'the title without one',
      user({ metadata: { title: 'Countess' } }),
      'Countess',
    ],
    ['the name of the entity without both', user(), 'Ada'],
  ])('is called by %s', (_, subject, name) => {
    expect(projectPerson(subject, nobody)).toMatchObject({
      entityRef: 'user:default/ada',
      name,
    });
  });

  it('has the e-mail in lower case', () => {
    const subject = profile({ email: ' Ada@Example.com' });
    expect(projectPerson(subject, nobody).email).toBe('ada@example.com');
  });

  it.each([
    ['https://example.com/a.png', 'https://example.com/a.png'],
    ['data:image/png;base64,AA', 'data:image/png;base64,AA'],
    ['/avatars/a.png', '/avatars/a.png'],
    ['file:///etc/passwd', undefined],
    ['a.png', undefined],
    [`data:image/png;base64,${'A'.repeat(2000)}`, undefined],
    ['', undefined],
  ])('with the picture %.40s has %.40s', (picture, expected) => {
    expect(projectPerson(profile({ picture }), nobody).picture).toBe(expected);
  });

  it('is in its groups and in all above them, once', () => {
    const tree = new Map([
      ['group:default/pay', ['group:default/sales']],
      ['group:default/cart', ['group:default/sales']],
      ['group:default/sales', ['group:default/all']],
    ]);
    const subject = user({
      spec: { memberOf: ['not-asked-for'] },
      relations: [
        ...memberOf('group:default/Pay', 'group:default/cart'),
        { type: 'ownerOf', targetRef: 'group:default/other' },
      ],
    });
    expect(projectPerson(subject, tree).groups).toEqual([
      'group:default/all',
      'group:default/cart',
      'group:default/pay',
      'group:default/sales',
    ]);
  });

  it('is in the groups that it declares before it has relations', () => {
    const subject = user({
      metadata: { namespace: 'uk' },
      spec: { memberOf: ['Pay', 'group:default/cart', 'a:b:c/d/e', 7] },
    });
    expect(projectPerson(subject, nobody).groups).toEqual([
      'group:default/cart',
      'group:uk/pay',
    ]);
  });

  it('has another hash when anything of it changes', () => {
    const hashes = [
      user(),
      profile({ displayName: 'A' }),
      profile({ email: 'a@example.com' }),
      profile({ picture: '/a.png' }),
      user({ relations: memberOf('group:default/pay') }),
    ].map(subject => projectPerson(subject, nobody).hash);
    expect(new Set(hashes).size).toBe(5);
  });
});

it.each<[string, [string, string[]][], string[]]>([
  ['one that is above itself', [['a', ['a']]], ['a']],
  [
    'a ring',
    [
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a']],
    ],
    ['a', 'b', 'c'],
  ],
  [
    'two parents',
    [
      ['a', ['b', 'c']],
      ['c', ['d']],
    ],
    ['a', 'b', 'c', 'd'],
  ],
  ['a parent that is not there', [['a', ['gone']]], ['a', 'gone']],
])('the ancestors of %s end', (_, tree, expected) => {
  expect(withAncestors(['a'], new Map(tree))).toEqual(expected);
});

describe('a group', () => {
  it('keeps its title and its parent', () => {
    const group = entity('Group', 'Pay', {
      spec: { profile: { displayName: 'Payments' }, parent: 'Sales' },
    });
    expect(projectGroup(group)).toMatchObject({
      entityRef: 'group:default/pay',
      title: 'Payments',
      parent: 'group:default/sales',
    });
  });

  it('without a parent has none', () => {
    const group = projectGroup(entity('Group', 'pay'));
    expect(group).toMatchObject({ title: 'pay' });
    expect(group.parent).toBeUndefined();
  });
});
