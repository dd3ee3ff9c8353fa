import { factCatalogue } from '../facts/factCatalogue';
import { pushedFacts, tierFacts } from './serviceFacts';
import { NOW, perfectEntity, tier1 } from '../../testUtils';
import { FactValue } from '../facts/facts';

const leaves = (value: FactValue, path: string): string[] =>
  typeof value === 'object' && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, member]) =>
        leaves(member, `${path}.${key}`),
      )
    : [path];

const documented = (root: string) =>
  factCatalogue
    .map(({ key }) => key)
    .filter(key => key.startsWith(`${root}.`))
    .sort();

describe('facts about a tier', () => {
  it('hold the tier and its contract', () => {
    expect(tierFacts({ tier: tier1, source: 'override' }, NOW)).toMatchObject({
      root: 'tier',
      source: 'configuration',
      at: NOW,
      values: {
        id: 'tier-1',
        name: 'Business critical',
        rank: 1,
        source: 'override',
        contract: { rtoMinutes: 60, oncall: { minResponders: 4 } },
      },
    });
  });

  it('say untiered and nothing else where there is none', () => {
    expect(tierFacts({ source: 'none' }, NOW).values).toEqual({
      id: 'untiered',
      source: 'none',
    });
  });

  it('never go stale', () => {
    expect(tierFacts({ source: 'none' }, NOW).expiresAt).toBeUndefined();
  });

  it('are exactly those that the catalogue documents', () => {
    const { values } = tierFacts({ tier: tier1, source: 'declared' }, NOW);
    expect(leaves(values, 'tier').sort()).toEqual(documented('tier'));
  });
});

describe('pushed facts', () => {
  it('are named by source and key, each with its own time', () => {
    const pushed = { source: 'ci', at: NOW, expiresAt: NOW + 1 };
    expect(
      pushedFacts([
        { ...pushed, key: 'coverage', value: 83.5 },
        {
          ...pushed,
          key: 'a/b',
          value: true,
          at: NOW - 1,
          expiresAt: undefined,
        },
      ]),
    ).toEqual([
      { root: 'facts', ...pushed, values: { 'ci/coverage': 83.5 } },
      {
        root: 'facts',
        source: 'ci',
        at: NOW - 1,
        expiresAt: undefined,
        values: { 'ci/a/b': true },
      },
    ]);
  });
});

describe('the catalogue of facts', () => {
  it('documents every fact once, with a sentence', () => {
    const keys = factCatalogue.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(
      factCatalogue.filter(({ description }) => !/\.$/.test(description)),
    ).toEqual([]);
  });

  it('names the unit of every duration, count and share', () => {
    const numbers = factCatalogue.filter(
      ({ type, key }) => /^(int|double)$/.test(type) && key !== 'tier.rank',
    );
    expect(numbers.filter(({ unit }) => unit === undefined)).toEqual([]);
  });

  it('documents what the builders of these tests use', () => {
    const maps = /^entity\.(annotations|labels)/;
    const used = leaves(perfectEntity, 'entity').filter(
      path => !maps.test(path),
    );
    expect(documented('entity')).toEqual(
      [...used, 'entity.annotations', 'entity.labels'].sort(),
    );
  });
});
