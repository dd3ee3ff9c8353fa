import { readDemoFacts } from './readDemoFacts';

const NOW = new Date('2026-11-21T12:00:00Z');

const TEXT = `
- source: ci
  key: tests-pass-rate
  age: PT2H
  ttl: P7D
  values:
    pay: 99.5
    ship: { value: 90, age: P12D }
- source: ci
  key: flaky
  age: P1D
  ttl: P7D
  values: { pay: false }
- source: backup
  key: restore-tested-days-ago
  age: P1D
  ttl: P2D
  values: { pay: 9 }
`;

describe('readDemoFacts', () => {
  it('makes one request per source, with times before now', () => {
    const [ci, backup] = readDemoFacts(TEXT, NOW);
    expect(ci).toEqual({
      source: 'ci',
      facts: [
        {
          entityRef: 'component:default/pay',
          key: 'tests-pass-rate',
          value: 99.5,
          at: '2026-11-21T10:00:00.000Z',
          ttl: 'P7D',
        },
        {
          entityRef: 'component:default/ship',
          key: 'tests-pass-rate',
          value: 90,
          at: '2026-11-09T12:00:00.000Z',
          ttl: 'P7D',
        },
        {
          entityRef: 'component:default/pay',
          key: 'flaky',
          value: false,
          at: '2026-11-20T12:00:00.000Z',
          ttl: 'P7D',
        },
      ],
    });
    expect(backup.facts).toHaveLength(1);
  });

  it('refuses a file that is not a list', () => {
    expect(() => readDemoFacts('a: b', NOW)).toThrow('not a list');
  });
});
