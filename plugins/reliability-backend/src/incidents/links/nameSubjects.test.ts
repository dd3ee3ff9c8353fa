import { nameSubjects } from './nameSubjects';
import { SubjectAccount } from './subjectLink';

const account = (
  name: string,
  type = 'vendor',
  parts: Partial<SubjectAccount> = {},
): SubjectAccount => ({
  name,
  type,
  provider: {
    kinds: ['service', 'component'],
    subjectsOf: annotations =>
      (annotations[`${type}.com/service`] ?? '')
        .split(',')
        .filter(Boolean)
        .map(id => ({ kind: 'service', id })),
  },
  ...parts,
});

const named = (
  annotations: Record<string, string>,
  ...accounts: SubjectAccount[]
) => {
  const { links, problems } = nameSubjects(annotations, accounts);
  return {
    links: links.map(({ account: of, kind, id, annotation }) =>
      [of, kind, id, annotation].join(' '),
    ),
    problems: problems.map(({ value, message }) => `${value}: ${message}`),
  };
};
const own = (text: string) => ({ 'plimsoll.dev/incidents': text });
const OWN = 'plimsoll.dev/incidents';

it.each<[string, Record<string, string>, SubjectAccount[], string[]]>([
  ['nothing', {}, [account('main')], []],
  [
    'an account by its name',
    own('main:service:P1'),
    [account('main'), account('eu')],
    [`main service P1 ${OWN}`],
  ],
  [
    'the only account of a type',
    own('vendor:component:a%3Ab'),
    [account('main')],
    [`main component a:b ${OWN}`],
  ],
  [
    'one of several of a type',
    own('vendor/eu:service:P1'),
    [account('main'), account('eu')],
    [`eu service P1 ${OWN}`],
  ],
  [
    'the default of several',
    { 'vendor.com/service': 'P1' },
    [account('main'), account('eu', 'vendor', { default: true })],
    ['eu service P1 vendor.com/service'],
  ],
  [
    'several services',
    { 'vendor.com/service': 'P1,P2' },
    [account('main')],
    [
      'main service P1 vendor.com/service',
      'main service P2 vendor.com/service',
    ],
  ],
  [
    'the same twice',
    { ...own('main:service:P1'), 'vendor.com/service': 'P1' },
    [account('main')],
    [`main service P1 ${OWN}`],
  ],
])('annotations name %s', (_, annotations, accounts, links) => {
  expect(named(annotations, ...accounts)).toEqual({ links, problems: [] });
});

it.each<[string, Record<string, string>, SubjectAccount[], RegExp]>([
  [
    'no account',
    own('other:service:P1'),
    [account('main')],
    /^other:service:P1: no account/,
  ],
  [
    'a kind that the account does not have',
    own('main:team:P1'),
    [account('main')],
    /about nothing of kind team; expected one of service, component$/,
  ],
  ['nothing readable', own('P1'), [account('main')], /^P1: expected/],
  [
    'a type of several accounts',
    { 'vendor.com/service': 'P1' },
    [account('main'), account('eu')],
    /^P1: it could be for any of the accounts main, eu; set default: true/,
  ],
  [
    'an address, which is not shown',
    { 'vendor.com/service': 'https://example.com/SECRET' },
    [account('main')],
    /^…: an address is no id/,
  ],
  [
    'too much',
    { 'vendor.com/service': Array.from({ length: 51 }, (_, id) => id).join() },
    [account('main')],
    /^50: more than 50 references/,
  ],
])('a problem is %s', (_, annotations, accounts, problem) => {
  const { problems } = named(annotations, ...accounts);
  expect(problems).toEqual([expect.stringMatching(problem)]);
});

it('fifty are linked where there are more', () => {
  const many = Array.from({ length: 60 }, (_, id) => id).join();
  expect(
    named({ 'vendor.com/service': many }, account('main')).links,
  ).toHaveLength(50);
});
