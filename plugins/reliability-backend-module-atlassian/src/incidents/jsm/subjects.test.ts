import { subjectsOfAnnotations } from './subjects';

const named = (key: string, component: string) =>
  subjectsOfAnnotations({
    'jira/project-key': key,
    'jira/component': component,
  }).map(({ id }) => id);

describe('what annotations of Jira name', () => {
  it('are components of projects', () => {
    expect(named('OPS', 'Payments, Mail')).toEqual([
      'OPS/Payments',
      'OPS/Mail',
    ]);
    expect(named('OPS, SEC', 'Mail')).toEqual(['OPS/Mail', 'SEC/Mail']);
  });

  it.each([
    ['a project alone, which is of many services', 'OPS', ''],
    ['a component alone', '', 'Mail'],
    ['a key that is none', 'project = X', 'Mail'],
  ])('are not %s', (_, key, component) => {
    expect(named(key, component)).toEqual([]);
  });
});
