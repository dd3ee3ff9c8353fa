import {
  allOf,
  changedAfter,
  fieldsOfQuery,
  isOneOf,
  queryProblem,
} from './query';

describe('the query of an administrator', () => {
  it.each([
    ['priority=1', ['priority']],
    ['priority<=2^category=software', ['priority', 'category']],
    ['stateIN1,2^ORstateISEMPTY', ['state']],
    ['business_service.name=a^^b^u_x=1', ['business_service.name', 'u_x']],
    ['category!=a^ORpriority=1', ['category', 'priority']],
    ['urgency', []],
  ])('%s asks about %j', (query, fields) => {
    expect(fieldsOfQuery(query)).toEqual(fields);
  });

  it.each([
    'priority=1',
    'priority=1^ORpriority=2^active=true',
    'category=a^^NQb',
    'cmdb_ci.nameLIKEpay',
  ])('%s is taken', query => {
    expect(queryProblem(query)).toBeUndefined();
  });

  it.each([
    '',
    'priority=1^NQactive=true',
    'priority=1^ORDERBYnumber',
    'priority=1^EQ',
    '^priority=1',
    'priority=1^',
    'urgency',
    'ORpriority=1',
    'Priority=1',
    'gs.sleep(1)^x=1',
  ])('"%s" is refused, and not repeated', query => {
    const problem = queryProblem(query);
    expect(problem).toBeTruthy();
    expect(query && problem?.includes(query)).toBeFalsy();
  });
});

describe('a query', () => {
  it('goes on after a place, by time and then by id', () => {
    expect(changedAfter({ at: '2026-06-01 10:00:00', id: 'a1' })).toBe(
      'sys_updated_on>=2026-06-01 10:00:00^sys_updated_on>2026-06-01 10:00:00^ORsys_id>a1',
    );
    expect(changedAfter({ at: '2026-06-01 10:00:00', id: '' })).toBe(
      'sys_updated_on>=2026-06-01 10:00:00',
    );
  });

  it('has no values that begin another condition', () => {
    expect(isOneOf('number', ['a^ORactive=true'])).toBe(
      'numberINa^^ORactive=true',
    );
  });

  it('leaves out what is not asked', () => {
    expect(allOf('a=1', undefined, '', 'b=2')).toBe('a=1^b=2');
  });
});
