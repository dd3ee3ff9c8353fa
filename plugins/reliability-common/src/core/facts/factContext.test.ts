import { createFactContext, integerFacts } from './factContext';
import { factCatalogue } from './factCatalogue';
import { FactDefinition, Facts, FactValue, isStale } from './facts';
import { shareValues } from './sharedValues';
import { ciFacts, entityFacts, HOUR, NOW, OBSERVED } from '../../testUtils';

const contextOf = (facts: Facts, now: number = NOW) =>
  createFactContext(facts, integerFacts(factCatalogue), ['facts'], now);

const observe = (facts: Facts, segments: string[], now?: number) =>
  contextOf(facts, now).observe({
    segments,
    text: segments.join('.'),
    start: 0,
  });

describe('facts go stale', () => {
  it.each([
    ['one millisecond before they expire they are fresh', NOW + 1, false],
    ['when they expire they are stale', NOW, true],
    ['later they are stale', NOW - 1, true],
    ['without an end they stay fresh', undefined, false],
  ])('%s', (_, expiresAt, stale) => {
    expect(isStale({ expiresAt }, NOW)).toBe(stale);
  });
});

describe('an observed fact', () => {
  const catalog = { at: OBSERVED, source: 'catalog' };
  const fresh = [entityFacts({ lifecycle: 'production' })];
  const stale = [entityFacts({ lifecycle: 'production' }, NOW)];

  it.each([
    [
      'is known with its time and source',
      fresh,
      ['entity', 'lifecycle'],
      { state: 'known', value: 'production', ...catalog },
    ],
    [
      'is an ordinary number where CEL sees an integer',
      fresh,
      ['entity', 'links', 'logs'],
      { state: 'known', value: 1, ...catalog },
    ],
    [
      'is stale with its last value',
      stale,
      ['entity', 'lifecycle'],
      { state: 'stale', value: 'production', ...catalog },
    ],
    [
      'is absent where a fresh source does not hold it',
      fresh,
      ['entity', 'annotations', 'a/b'],
      { state: 'absent' },
    ],
    [
      'is stale where a source that is stale did not hold it',
      stale,
      ['entity', 'annotations', 'a/b'],
      { state: 'stale', ...catalog },
    ],
    [
      'is absent where no source reports its root',
      fresh,
      ['tier', 'id'],
      { state: 'absent' },
    ],
    [
      'is absent where it was never pushed',
      ciFacts({ a: 1 }),
      ['facts', 'ci/b'],
      { state: 'absent' },
    ],
    [
      'keeps the source that pushed it',
      ciFacts({ a: 1, b: 2 }),
      ['facts', 'ci/b'],
      { state: 'known', value: 2, at: OBSERVED, source: 'ci' },
    ],
  ])('%s', (_, facts, segments, expected) => {
    expect(observe(facts, segments)).toEqual(expected);
  });

  it('is stale while another of the same source is fresh', () => {
    const facts = [...ciFacts({ a: 1 }, NOW), ...ciFacts({ b: 2 }, NOW + HOUR)];
    expect(observe(facts, ['facts', 'ci/a']).state).toBe('stale');
    expect(observe(facts, ['facts', 'ci/b']).state).toBe('known');
  });

  const many = Array.from({ length: 30 }, (_, index) => String(index));
  it.each<[string, FactValue, FactValue]>([
    ['a text of 200 characters whole', 'x'.repeat(200), 'x'.repeat(200)],
    ['a longer text cut', 'x'.repeat(201), `${'x'.repeat(200)}…`],
    ['a long list cut', many, many.slice(0, 20)],
    [
      'a big record cut',
      Object.fromEntries(many.map(key => [key, 1])),
      Object.fromEntries(many.slice(0, 20).map(key => [key, 1])),
    ],
    ['texts within lists cut', ['x'.repeat(201)], [`${'x'.repeat(200)}…`]],
    ['nothing of a number', 12345678901, 12345678901],
  ])('keeps %s', (_, value, kept) => {
    expect(observe(ciFacts({ a: value }), ['facts', 'ci/a']).value).toEqual(
      kept,
    );
  });
});

describe('what rules see', () => {
  it('is nothing of a stale source', () => {
    expect(contextOf([entityFacts({}, NOW)]).values).toEqual({ facts: {} });
  });

  it('is integers as integers, and pushed numbers as doubles', () => {
    const { values } = contextOf([
      entityFacts({ dependents: 3 }),
      ...ciFacts({ builds: 3 }),
    ]);
    expect(values).toMatchObject({
      entity: { dependents: 3n },
      facts: { 'ci/builds': 3 },
    });
  });

  it.each([
    ['one group', [entityFacts({ dependents: 3 })]],
    [
      'several groups of one root',
      ciFacts({ builds: 3, green: true, runs: 1 }),
    ],
  ])('leaves %s as handed in', (_, groups) => {
    const before = JSON.stringify(groups);
    contextOf(groups);
    expect(JSON.stringify(groups)).toBe(before);
  });

  it('is what all groups of a root hold, the last first', () => {
    const [first] = ciFacts({ builds: 3 });
    const [second] = ciFacts({ green: true });
    const [third] = ciFacts({ builds: 4 });
    expect(contextOf([first, second, third]).values.facts).toEqual({
      'ci/builds': 4,
      'ci/green': true,
    });
  });
});

describe('integers', () => {
  const catalogue: FactDefinition[] = [
    ['a.count', 'int'],
    ['a.deep.count', 'int'],
    ['a.deep.other', 'int'],
    ['b["<name>"].count', 'int'],
    ['b["<name>"].ratio', 'double'],
    ['c.numbers', 'list<int>'],
  ].map(([key, type]) => ({
    key,
    type: type as FactDefinition['type'],
    source: 'test',
    description: '',
  }));

  it.each([
    ['a fact', ['a', 'count'], { a: [['count']] }],
    [
      'what holds facts',
      ['a', 'deep'],
      {
        a: [
          ['deep', 'count'],
          ['deep', 'other'],
        ],
      },
    ],
    ['a member of a map', ['b', 'x', 'count'], { b: [['*', 'count']] }],
    ['another type', ['b', 'x', 'ratio'], {}],
    ['something else', ['d'], {}],
  ])('are those on the way to or from %s', (_, segments, paths) => {
    expect(integerFacts(catalogue, [{ segments }])).toEqual(paths);
  });

  it('are all of them where nothing is said', () => {
    expect(Object.values(integerFacts(catalogue)).flat()).toHaveLength(5);
  });

  it('of values that services share are converted for each scorecard as it reads them', () => {
    const values = shareValues({ count: 1, deep: { count: 2, other: 3 } });
    const group = { root: 'a', source: 'test', at: NOW, values };
    const read = (...segments: string[]) =>
      createFactContext(
        [group],
        integerFacts(catalogue, [{ segments }]),
        [],
        NOW,
      ).values.a;
    for (let times = 0; times < 2; times++) {
      expect(read('a', 'count')).toEqual({
        count: 1n,
        deep: { count: 2, other: 3 },
      });
      expect(read('a', 'deep')).toEqual({
        count: 1,
        deep: { count: 2n, other: 3n },
      });
    }
  });

  it('below every member of a map', () => {
    const facts = [
      {
        root: 'b',
        source: 'test',
        at: NOW,
        values: { x: { count: 1, ratio: 2 }, y: { count: 3 } },
      },
    ];
    expect(
      createFactContext(facts, integerFacts(catalogue), [], NOW).values,
    ).toEqual({ b: { x: { count: 1n, ratio: 2 }, y: { count: 3n } } });
  });
});
