import { kpiDefinitions, pushedKpiDefinition } from './catalogue';

it('names each figure once', () => {
  const ids = kpiDefinitions.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it.each(kpiDefinitions.map(definition => [definition.id, definition]))(
  'says of %s how it is computed, from what, and what it hides',
  (_, { formula, source, hides, title }) => {
    for (const text of [formula, source, hides]) expect(text).toMatch(/\.$/);
    expect(title).not.toMatch(/\.$/);
  },
);

it('describes a pushed figure by its fact', () => {
  const definition = pushedKpiDefinition({
    id: 'satisfaction',
    title: 'Satisfaction',
    fact: 'hr/satisfaction',
    unit: 'of 5',
    direction: 'higher',
    target: 4,
    aggregate: 'mean',
  });
  expect(definition).toMatchObject({
    group: 'others',
    defaultTarget: 4,
    formula:
      'Mean of the pushed fact hr/satisfaction over the services that have it, as it is now.',
  });
});
