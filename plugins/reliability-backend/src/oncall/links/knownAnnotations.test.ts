import { ONCALL_ANNOTATION } from '@plimsoll/backstage-plugin-reliability-common';
import { Annotations, attributed } from '../../catalog/annotationRefs';
import { namingAnnotations } from './knownAnnotations';
import { LinkAccount } from './LinkAccount';

type Ref = ReturnType<LinkAccount['provider']['rotationsOf']>[number];
type Read = (annotations: Readonly<Record<string, string>>) => Ref[];

const account = (rotationsOf: Read): LinkAccount => ({
  name: 'vendor',
  type: 'vendor',
  provider: { kinds: ['schedule', 'service'], rotationsOf },
});

const knownRefs = (annotations: Annotations, { provider }: LinkAccount) =>
  attributed(
    annotations,
    some => provider.rotationsOf(some),
    ONCALL_ANNOTATION,
  );

const services = (text = '') =>
  text
    .split(',')
    .filter(Boolean)
    .map(id => ({ kind: 'service' as const, id }));

/** Reads `v/service` where `v/account` is absent or its own. */
const accountCalled = (name: string) =>
  account(annotations =>
    (annotations['v/account'] ?? name) === name
      ? services(annotations['v/service'])
      : [],
  );
const vendor = accountCalled('vendor');
const eu = accountCalled('eu');

/** Needs both annotations. */
const pair = account(annotations =>
  annotations['p/site'] && annotations['p/name']
    ? [
        {
          kind: 'schedule',
          id: `${annotations['p/site']}.${annotations['p/name']}`,
        },
      ]
    : [],
);

/** Has a rotation whatever the annotations say. */
const always = account(() => [{ kind: 'schedule', id: 'all' }]);

it.each<[string, LinkAccount, Record<string, string>, string[]]>([
  ['nothing', vendor, { other: 'A' }, []],
  [
    'each of a list',
    vendor,
    { other: 'A', 'v/service': 'A,B' },
    ['service:A from v/service', 'service:B from v/service'],
  ],
  [
    'the annotation that names, not the one that says for whom',
    vendor,
    { 'v/account': 'vendor', 'v/service': 'A' },
    ['service:A from v/service'],
  ],
  [
    'what is for another account',
    vendor,
    { 'v/account': 'eu', 'v/service': 'A' },
    [],
  ],
  [
    'the first of two that name it together',
    pair,
    { other: 'A', 'p/site': 'eu', 'p/name': 'x' },
    ['schedule:eu.x from p/site'],
  ],
  ['what nothing names', always, {}, ['schedule:all from ']],
])('finds %s', (_, subject, annotations, expected) => {
  expect(
    knownRefs(annotations, subject).map(
      ({ kind, id, annotation }) => `${kind}:${id} from ${annotation}`,
    ),
  ).toEqual(expected);
});

it.each<[string, LinkAccount[], Record<string, string>, string[]]>([
  ['nothing', [vendor, pair], { a: 'x', b: 'y' }, []],
  [
    'its own always',
    [],
    { 'plimsoll.dev/oncall': 'x', b: 'y' },
    ['plimsoll.dev/oncall'],
  ],
  [
    'those of any account',
    [vendor, pair],
    { 'v/service': 'A', b: 'y' },
    ['v/service'],
  ],
  [
    'one that only says for whom',
    [vendor, eu],
    { 'v/account': 'vendor', 'v/service': 'A', b: 'y' },
    ['v/account', 'v/service'],
  ],
  [
    'two that name together',
    [vendor, pair],
    { 'p/site': 'eu', 'p/name': 'x', b: 'y' },
    ['p/site', 'p/name'],
  ],
  [
    'the first of two that say the same',
    [account(({ a, b }) => services(a ?? b))],
    { c: 'x', a: 'S', b: 'S' },
    ['a'],
  ],
  [
    'enough where one of two is needed beside a third',
    [account(({ a, b, c }) => (c ? services(a ?? b) : []))],
    { a: 'S', b: 'S', c: 'x' },
    ['a', 'c'],
  ],
  ['none of those that change nothing', [always], { b: 'y' }, []],
])('keeps %s', (_, accounts, annotations, expected) => {
  const kept = namingAnnotations(annotations, accounts);
  expect(Object.keys(kept)).toEqual(expected);
  expect(annotations).toMatchObject(kept);
});

it('asks a provider no more often for a long list', () => {
  let asked = 0;
  const subject = account(annotations => {
    asked += 1;
    return services(annotations['v/service']);
  });
  const long = Array.from({ length: 10_000 }, (_, index) => `S${index}`);
  const annotations = { a: 'x', b: 'y', 'v/service': long.join() };
  expect(knownRefs(annotations, subject)).toHaveLength(10_000);
  expect(asked).toBe(7);
});
