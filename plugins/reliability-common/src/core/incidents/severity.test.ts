import { severityMap, defaultSeverities, severityName } from './severity';

const shipped = severityMap(defaultSeverities);

describe('a severity', () => {
  it.each([
    ['as it is written', 'sev1', 1],
    ['in capitals', 'SEV2', 2],
    ['with a dash', 'SEV-3', 3],
    ['with a space', 'Sev 4', 4],
    ['with an underscore and around it', ' sev_5 ', 5],
    ['zero, which is as bad as one', 'SEV0', 1],
    ['as a priority', 'P2', 2],
    ['as a word', 'Critical', 1],
    ['of a status page', 'Major Outage', 1],
    ['between critical and minor', 'Major', 2],
    ['below low', 'Lowest', 5],
    ['of little weight', 'informational', 5],
    ['that nobody maps', 'banana', null],
    ['of nothing', '', null],
    ['that a table of objects has', 'constructor', null],
    ['that was not set', null, null],
  ])('%s', (_, raw, level) => {
    expect(shipped.of(raw)).toBe(level);
  });

  it('is taken from the first table that has it', () => {
    const map = severityMap({ P1: 2, odd: 4 }, { p1: 3 }, defaultSeverities);
    expect(['p1', 'Odd', 'p2'].map(map.of)).toEqual([2, 4, 2]);
  });

  it('has none without a table', () => {
    expect(severityMap().of('sev1')).toBeNull();
  });
});

it.each([
  ['its own name', 1, ['Red'], 'Red'],
  ['the name that ships, where there is no own', 2, ['Red'], 'SEV2'],
  ['the name that ships', 5, undefined, 'SEV5'],
  ['no name where it is not mapped', null, ['Red'], 'Not mapped'],
])('a level has %s', (_, level, names, name) => {
  expect(severityName(level, names)).toBe(name);
});
