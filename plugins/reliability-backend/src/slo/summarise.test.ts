import { failedFactsKey, factsKey } from './summarise';

const now = (changed: object = {}, coverage: number | null = 1) => ({
  summary: {
    status: 'healthy' as const,
    flags: [],
    remaining: 0.5,
    ...changed,
  },
  coverage,
});

const before = factsKey(null, now());

it.each<[string, ReturnType<typeof now>, boolean]>([
  ['nothing changed', now(), false],
  ['half a percent of the budget went', now({ remaining: 0.495 }), false],
  ['half a percent came back', now({ remaining: 0.505 }), false],
  ['a percent of the budget went', now({ remaining: 0.49 }), true],
  ['the budget is not known any more', now({ remaining: null }), true],
  ['the status is another', now({ status: 'burning' }), true],
  ['there is a flag', now({ flags: ['stale'] }), true],
  ['half a percent of the samples is missing', now({}, 0.995), false],
  ['two percent of the samples are missing', now({}, 0.98), true],
])('a service is assessed again or not when %s', (_, next, expected) => {
  expect(factsKey(before, next) !== before).toBe(expected);
});

it('small steps add up', () => {
  let key = before;
  const changes: number[] = [];
  for (let step = 1; step <= 30; step++) {
    const next = factsKey(key, now({ remaining: 0.5 - step * 0.001 }));
    if (next !== key) changes.push(step);
    key = next;
  }
  expect(changes).toEqual([10, 20, 30]);
});

it('a failure is a change once, and so is the end of it', () => {
  const failed = failedFactsKey(before);
  expect(failed).not.toBe(before);
  expect(failedFactsKey(failed)).toBe(failed);
  expect(factsKey(failed, now())).toBe(before);
  expect(failedFactsKey(failedFactsKey(null))).toBe(failedFactsKey(null));
});
