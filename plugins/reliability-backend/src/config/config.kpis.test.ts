import { JsonObject } from '@backstage/types';
import { configOf } from '../__testUtils__/harness';

const kpisOf = (kpis: JsonObject) => configOf({ kpis }).kpis;
const satisfaction = {
  id: 'satisfaction',
  title: 'Satisfaction',
  fact: 'hr/satisfaction',
};

it('ships figures with targets of ours', () => {
  const { definitions } = configOf().kpis;
  const found = definitions.find(({ id }) => id === 'slo-compliance');
  expect(found).toMatchObject({ target: 95, defaultTarget: 95 });
});

it('takes other targets, and none', () => {
  const { definitions } = kpisOf({
    targets: { 'slo-compliance': 99, 'repeat-rate': false },
  });
  const targetOf = (id: string) =>
    definitions.find(each => each.id === id)?.target;
  expect([targetOf('slo-compliance'), targetOf('repeat-rate')]).toEqual([
    99,
    null,
  ]);
});

it('puts pushed figures after ours', () => {
  const { definitions, pushed } = kpisOf({ pushed: [satisfaction] });
  expect(definitions.at(-1)).toMatchObject({
    id: 'satisfaction',
    group: 'others',
    target: null,
  });
  expect(pushed).toEqual([
    {
      ...satisfaction,
      unit: 'count',
      direction: 'higher',
      aggregate: 'mean',
      target: null,
    },
  ]);
});

it.each([
  [
    'a target of a figure that is none',
    { targets: { happiness: 1 } },
    /reliability\.kpis\.targets\.happiness: unknown figure, expected one of slo-compliance/,
  ],
  [
    'a target that is no number',
    { targets: { 'repeat-rate': 'low' } },
    /kpis\.targets\.repeat-rate: expected a number, or false/,
  ],
  [
    'a pushed figure with the id of one of ours',
    { pushed: [{ ...satisfaction, id: 'repeat-rate' }] },
    /kpis\.pushed\[0\]\.id: "repeat-rate" is used twice/,
  ],
  [
    'a fact without a source',
    { pushed: [{ ...satisfaction, fact: 'satisfaction' }] },
    /kpis\.pushed\[0\]\.fact: expected source\/key/,
  ],
])('refuses %s', (_, kpis, message) => {
  expect(() => kpisOf(kpis)).toThrow(message);
});
