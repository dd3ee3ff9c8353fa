import { readDemoIncidents } from './readDemoIncidents';

describe('the files of what went wrong', () => {
  it('may leave out everything', () => {
    expect(readDemoIncidents([''])).toEqual({
      troubles: [],
      pagerduty: [],
      firehydrant: [],
      status: [],
      records: [],
      bridge: [],
      enrichments: [],
      postmortems: [],
      followUps: [],
      changes: { every: {}, marks: [] },
    });
  });

  it.each([
    ['one is a list', ['- a'], 'is no map'],
    ['records are no list', ['records: {}'], 'records of the demo'],
    ['two say the same', ['records: []', 'records: []'], 'there twice'],
  ])('are refused where %s', (_, texts, message) => {
    expect(() => readDemoIncidents(texts)).toThrow(message);
  });
});
