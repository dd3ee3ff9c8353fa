import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  reliabilityFactsPushPermission,
  reliabilityTierOverridePermission,
} from '@plimsoll/backstage-plugin-reliability-common';
import { createTestCatalog } from '../__testUtils__/catalog';
import { refOf, service, team } from '../__testUtils__/entities';
import { TestClock } from '../__testUtils__/harness';
import { TestPolicy } from '../__testUtils__/policy';
import { Access } from './Access';

const ada = mockCredentials.user('user:default/ada');
const bob = mockCredentials.user('user:default/bob');

function create() {
  const clock = new TestClock();
  const policy = new TestPolicy();
  const catalog = createTestCatalog(
    [
      team(),
      service('a'),
      service('b'),
      service('lib', { spec: { type: 'library' } }),
    ],
    ref => policy.canSee(ref),
  );
  const access = new Access({
    permissions: policy.service,
    catalog: catalog.service,
    servicesFilter: { kind: 'Component', 'spec.type': 'service' },
    now: () => clock.now,
  });
  return { clock, policy, catalog, access };
}

it.each([
  [
    'to whom the policy allows everything sees all',
    'all' as const,
    { kind: 'all' },
  ],
  ['to whom it denies sees none', 'none' as const, { kind: 'refs', refs: [] }],
  [
    'to whom it sets conditions sees the services that the catalog shows',
    [refOf('b'), refOf('lib'), refOf('gone')],
    { kind: 'refs', refs: [refOf('b')] },
  ],
])('a reader %s', async (_, readable, expected) => {
  const { policy, catalog, access } = create();
  policy.readable = readable;
  expect(await access.visibility(ada)).toEqual(expected);
  // Only conditions need the catalog.
  expect(catalog.service.streamEntities).toHaveBeenCalledTimes(
    typeof readable === 'string' ? 0 : 1,
  );
});

it('people with the same conditions share one reading of the catalog', async () => {
  const { policy, catalog, access, clock } = create();
  policy.readable = [refOf('a')];
  const first = await access.visibility(ada);
  catalog.put(service('a'), service('c'));
  policy.readable = [refOf('a')];
  expect(await access.visibility(bob)).toEqual(first);
  expect(catalog.service.streamEntities).toHaveBeenCalledTimes(1);
  clock.advance(60_000);
  await access.visibility(bob);
  expect(catalog.service.streamEntities).toHaveBeenCalledTimes(2);
});

it.each([
  ['may read what the catalog shows', [refOf('a')], 'a', true],
  ['may not read what it hides', [refOf('a')], 'b', false],
])('a reader %s', async (_, readable, name, expected) => {
  const { policy, access } = create();
  policy.readable = readable;
  expect(await access.canRead(ada, refOf(name))).toBe(expected);
});

it('who lacks a permission is told which', async () => {
  const { policy, access } = create();
  const change = () =>
    access.requireOn(reliabilityTierOverridePermission, ada, refOf('a'));
  const push = () => access.require(reliabilityFactsPushPermission, ada);
  await expect(change()).resolves.toBeUndefined();
  await expect(push()).resolves.toBeUndefined();
  policy.denied.add('reliability.tier.override');
  policy.denied.add('reliability.facts.push');
  await expect(change()).rejects.toThrow(
    'You lack the permission reliability.tier.override on component:default/a',
  );
  await expect(push()).rejects.toThrow(
    'You lack the permission reliability.facts.push',
  );
});

describe.each<[string, 'all' | 'none' | string[], string[]]>([
  ['everything is allowed', 'all', ['a', 'b', 'c']],
  ['everything is denied', 'none', []],
  ['there are conditions', [refOf('a'), refOf('c')], ['a', 'c']],
])('where %s', (_, readable, expected) => {
  it.each([
    ['many', ['a', 'b', 'c', 'b']],
    ['one', ['a']],
    ['no', []],
  ])(
    'a caller has a permission for those of %s services',
    async (__, names) => {
      const { policy, access } = create();
      policy.readable = readable;
      const allowed = await access.allowedAmong(
        catalogEntityReadPermission,
        ada,
        names.map(name => refOf(name)),
      );
      expect([...allowed]).toEqual(
        expected.filter(name => names.includes(name)).map(name => refOf(name)),
      );
    },
  );
});

it.each([
  ['no question about each service where all are allowed', 'all' as const, 0],
  ['one about each where there are conditions', [refOf('a')], 3],
])('there is %s', async (_, readable, questions) => {
  const { policy, access } = create();
  policy.readable = readable;
  const authorize = jest.spyOn(policy.service, 'authorize');
  const refs = ['a', 'b', 'c'].map(name => refOf(name));
  await access.allowedAmong(catalogEntityReadPermission, ada, refs);
  expect(authorize.mock.calls.flatMap(([asked]) => asked)).toHaveLength(
    questions,
  );
});
