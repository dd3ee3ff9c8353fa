import { PushedSource } from './PushedSource';
import { SampleStore } from './SampleStore';

describe('a document that names the source "pushed"', () => {
  const source = new PushedSource({
    knex: undefined as never,
    samples: new SampleStore(),
  });
  const query = (spec = {}) => ({ source: 'pushed', spec });

  it('needs no query', () => {
    expect(source.check(query(), 'good')).toEqual([]);
  });

  it('is told that a query is not used', () => {
    expect(source.check(query({ query: 'up' }), 'total')).toEqual([
      expect.objectContaining({ severity: 'warning', member: 'query' }),
    ]);
  });

  it.each(['raw', 'threshold'] as const)('cannot be %s', role => {
    expect(source.check(query(), role)).toEqual([
      expect.objectContaining({
        severity: 'error',
        message: expect.stringContaining('use ratioMetric'),
      }),
    ]);
  });
});

describe('a source of pushed samples under another name', () => {
  const source = new PushedSource({
    knex: undefined as never,
    samples: new SampleStore(),
    name: 'prometheus',
  });

  it.each(['good', 'total', 'raw', 'threshold'] as const)(
    'leaves the query of %s alone',
    role => {
      const spec = { query: 'up' };
      expect(source.check({ source: 'prometheus', spec }, role)).toEqual([]);
    },
  );
});
