import { RotationKind } from '@plimsoll/backstage-plugin-reliability-common';
import { LinkAccount } from './LinkAccount';
import { nameRotations } from './nameRotations';
import { Places } from './rotationLink';

const account = (
  name: string,
  type: string,
  changed: Partial<LinkAccount> = {},
  kinds: RotationKind[] = ['schedule', 'service'],
): LinkAccount => ({
  name,
  type,
  provider: {
    kinds,
    rotationsOf: annotations =>
      (annotations[`${type}/service`] ?? '')
        .split(',')
        .filter(Boolean)
        .map(id => ({ kind: 'service' as const, id })),
  },
  ...changed,
});

const own = (text: string) => ({ 'plimsoll.dev/oncall': text });

const opsgenie = account('old', 'opsgenie');
const fixed = account('static', 'static', {}, ['rota', 'group']);
const us = account('us', 'pagerduty');
const eu = account('eu', 'pagerduty');

function said(places: Places, accounts: readonly LinkAccount[]) {
  const { links, problems } = nameRotations(places, accounts);
  return {
    links: links.map(
      ({ rotationId, origin, annotation }) =>
        `${rotationId} by ${annotation} of ${origin}`,
    ),
    problems: problems.map(
      ({ annotation, value, message }) => `${annotation} ${value}: ${message}`,
    ),
  };
}

const linksOf = (places: Places, ...accounts: LinkAccount[]) => {
  const { links, problems } = said(places, accounts);
  expect(problems).toEqual([]);
  return links.map(text =>
    text
      .replace(/ by plimsoll\.dev\/oncall of entity$/, '')
      .replace(/ of entity$/, ''),
  );
};

const problemOf = (places: Places, ...accounts: LinkAccount[]) => {
  const { problems } = said(places, accounts);
  expect(problems).toHaveLength(1);
  return problems[0];
};

it.each<[string, string, LinkAccount[], string[]]>([
  ['the name of an account', 'us:schedule:P1', [us, eu], ['us:schedule:P1']],
  [
    'a type with one account',
    'pagerduty:schedule:P1',
    [us],
    ['us:schedule:P1'],
  ],
  [
    'a type with a default account',
    'pagerduty:schedule:P1',
    [us, { ...eu, default: true }],
    ['eu:schedule:P1'],
  ],
  [
    'type and account',
    'pagerduty/eu:schedule:P1',
    [us, eu],
    ['eu:schedule:P1'],
  ],
  ['an id with colons', 'us:schedule:a:b', [us], ['us:schedule:a:b']],
  ['an id with a comma', 'us:schedule:a%2Cb', [us], ['us:schedule:a,b']],
  [
    'several in their order, each once',
    'us:schedule:B, static:rota:x,us:schedule:A,us:schedule:B',
    [us, fixed],
    ['us:schedule:B', 'static:rota:x', 'us:schedule:A'],
  ],
])('an own annotation with %s is followed', (_, text, accounts, expected) => {
  expect(linksOf({ entity: own(text) }, ...accounts)).toEqual(expected);
});

it.each<[string, string, LinkAccount[], RegExp]>([
  ['an unknown account', 'nobody:schedule:P1', [us], /nobody/],
  ['a type with two accounts', 'pagerduty:schedule:P1', [us, eu], /pagerduty/],
  [
    'an account of another type',
    'opsgenie/us:schedule:P1',
    [us, opsgenie],
    /us/,
  ],
  [
    'a kind that the provider has not',
    'us:rota:P1',
    [us],
    /no rotations of kind rota; expected one of schedule, service/,
  ],
  ['no id', 'us:schedule:', [us], /id/],
  ['a blank id', 'us:schedule:%20', [us], /id/],
  [
    'an id of 201 characters',
    `us:schedule:${'x'.repeat(201)}`,
    [us],
    /1 to 200/,
  ],
  ['a line break in the id', 'us:schedule:a%0Ab', [us], /1 to 200/],
  ['no kind at all', 'just-a-word', [us], /just-a-word/],
])('an own annotation with %s is a problem', (_, text, accounts, expected) => {
  const problem = problemOf({ entity: own(text) }, ...accounts);
  expect(problem).toMatch(/^plimsoll\.dev\/oncall /);
  expect(problem).toMatch(expected);
  expect(problem.length).toBeLessThan(300);
});

it('follows what can be followed beside a problem', () => {
  const { links, problems } = said(
    { entity: own('nobody:schedule:P1,us:schedule:P2') },
    [us],
  );
  expect(links).toEqual(['us:schedule:P2 by plimsoll.dev/oncall of entity']);
  expect(problems).toHaveLength(1);
});

describe('annotations that companies already have', () => {
  const known = { 'pagerduty/service': 'S1,S2' };

  it('are followed after the own one, a rotation that both name once', () => {
    expect(
      linksOf({ entity: { ...known, ...own('us:service:S2') } }, us),
    ).toEqual(['us:service:S2', 'us:service:S1 by pagerduty/service']);
  });

  it('are for the default account where several could be meant', () => {
    expect(linksOf({ entity: known }, us, { ...eu, default: true })).toEqual([
      'eu:service:S1 by pagerduty/service',
      'eu:service:S2 by pagerduty/service',
    ]);
  });

  it('are a problem where no account is the default', () => {
    const { links, problems } = said({ entity: known }, [us, eu]);
    expect(links).toEqual([]);
    expect(problems).toEqual([
      expect.stringMatching(/^pagerduty\/service S1: .* us, eu; .*default/),
      expect.stringMatching(/^pagerduty\/service S2: /),
    ]);
  });

  it('are for a mirror too', () => {
    expect(
      linksOf({ entity: { 'pagerduty/service': 'S1' } }, us, {
        ...eu,
        mirror: true,
      }),
    ).toEqual([
      'us:service:S1 by pagerduty/service',
      'eu:service:S1 by pagerduty/service',
    ]);
  });

  it('are for a mirror alone', () => {
    expect(
      linksOf(
        { entity: { 'pagerduty/service': 'S1' } },
        {
          ...us,
          mirror: true,
        },
      ),
    ).toEqual(['us:service:S1 by pagerduty/service']);
  });

  it('are for each type that knows them', () => {
    const both = { 'pagerduty/service': 'S1', 'opsgenie/service': 'S1' };
    expect(linksOf({ entity: both }, us, opsgenie)).toEqual([
      'us:service:S1 by pagerduty/service',
      'old:service:S1 by opsgenie/service',
    ]);
  });
});

describe('a service that names nothing', () => {
  it.each<[string, Places, string[]]>([
    ['nobody names any', { entity: { a: 'b' } }, []],
    [
      'its owner names one',
      { entity: {}, owner: own('us:schedule:O'), system: own('us:schedule:S') },
      ['us:schedule:O by plimsoll.dev/oncall of owner'],
    ],
    [
      'only its system names one',
      { entity: own(''), owner: {}, system: { 'pagerduty/service': 'S' } },
      ['us:service:S by pagerduty/service of system'],
    ],
    [
      'it names one itself',
      { entity: own('us:schedule:E'), owner: own('us:schedule:O') },
      ['us:schedule:E by plimsoll.dev/oncall of entity'],
    ],
  ])('where %s', (_, places, expected) => {
    expect(said(places, [us])).toEqual({ links: expected, problems: [] });
  });

  it('but tried to has a problem, not the rotation of its owner', () => {
    const { links, problems } = said(
      { entity: own('us:schedle:E'), owner: own('us:schedule:O') },
      [us],
    );
    expect(links).toEqual([]);
    expect(problems).toHaveLength(1);
  });
});

describe('a calendar address in place of an id', () => {
  const secret = 'example.com/private-7f3a/basic.ics';

  it.each([
    [`us:schedule:https://${secret}`],
    [`us:schedule:webcal://${secret}`],
    [`us:schedule:https%3A%2F%2F${secret}`],
    [`us:schedule:HTTPS%3a//${secret}`],
    [`nobody:schedule:https%3A%2F%2F${secret}`],
    [`us:rota:https%3a%2f%2f${secret}`],
    [`https://${secret}`],
  ])('is a problem that does not repeat it: %.30s', text => {
    const problem = problemOf({ entity: own(text) }, us);
    expect(problem).not.toContain('private');
  });

  it('is one in an annotation of a provider too', () => {
    const problem = problemOf(
      { entity: { 'pagerduty/service': `https://${secret}` } },
      us,
    );
    expect(problem).toMatch(/^pagerduty\/service ….*an address is no id/);
    expect(problem).not.toContain('private');
  });
});

describe('what nobody could look at', () => {
  const many = Array.from({ length: 60 }, (_, index) => `P${index}`);

  it.each([
    ['own', own(many.map(id => `us:schedule:${id}`).join())],
    ['known', { 'pagerduty/service': many.join() }],
  ])('is left out of an %s annotation', (_, entity) => {
    const { links, problems } = said({ entity }, [us]);
    expect(links).toHaveLength(50);
    expect(problems).toEqual([expect.stringMatching(/P50: more than 50 /)]);
  });

  it('is left out of the problems', () => {
    const wrong = many.map(id => `nobody:schedule:${id}`).join();
    expect(said({ entity: own(wrong) }, [us]).problems).toHaveLength(20);
  });
});
