import {
  answerOf,
  compiledChecklist,
  DAY,
  doubt,
  entityFacts,
  factsOfTier,
  itemOf,
  NOW,
  OBSERVED,
  readinessOf,
  seeded,
  tier1,
} from '../../testUtils';
import { AnswerRecord, AnswerValue } from './answer';

const aging = compiledChecklist([
  itemOf({ id: 'soon', expires: 'P10D' }),
  itemOf({ id: 'late', expires: 'P100D' }),
  itemOf({ id: 'never' }),
]);
const facts = [entityFacts({}, undefined), factsOfTier(tier1)].map(group => ({
  ...group,
  expiresAt: undefined,
}));
const yes = { answer: answerOf({ at: NOW }) };
const at = (days: number) =>
  readinessOf(
    aging,
    { soon: yes, late: yes, never: yes },
    { facts, now: NOW + days * DAY },
  );

it.each([
  [0, ['met amber', 'met', 'met']],
  [9.999, ['met amber', 'met', 'met']],
  [10, ['expired', 'met', 'met']],
  [85.999, ['expired', 'met', 'met']],
  [86, ['expired', 'met amber', 'met']],
  [100, ['expired', 'expired', 'met']],
])('after %s days answers are amber before they are red', (days, expected) => {
  expect(
    at(days).items.map(
      ({ state, expiring }) => `${state}${expiring ? ' amber' : ''}`,
    ),
  ).toEqual(expected);
});

it.each([
  ['the first end', 0, 10],
  ['the first warning after it', 10, 86],
  ['the last end', 86, 100],
  ['nothing', 100, undefined],
])('changes next with %s', (_, days, next) => {
  expect(at(days).nextChangeAt).toBe(
    next === undefined ? undefined : NOW + next * DAY,
  );
});

it('changes next when a fact grows stale, where that is sooner', () => {
  const stale = [entityFacts({}, NOW + DAY), factsOfTier(tier1)];
  const { nextChangeAt } = readinessOf(aging, { soon: yes }, { facts: stale });
  expect(nextChangeAt).toBe(NOW + DAY);
});

it.each([
  ['a fact, where nobody answered', {}, 0, OBSERVED],
  ['the last answer', { late: yes, never: { answer: answerOf() } }, 1, NOW],
  ['a doubt', { never: { answer: answerOf(), contest: doubt } }, 0, doubt.at],
  ['an end', { soon: yes }, 11, NOW + 10 * DAY],
  ['a warning', { late: yes }, 90, NOW + 86 * DAY],
])('last changed with %s', (_, answers, days, expected) => {
  const now = NOW + days * DAY;
  const options = { facts, now };
  expect(readinessOf(aging, answers, options).changedAt).toBe(expected);
});

describe('the forecast', () => {
  const together = compiledChecklist([
    itemOf({ id: 'a', expires: 'P10D' }),
    itemOf({ id: 'b', expires: 'P5D' }),
    itemOf({ id: 'c', expires: 'P10D' }),
    itemOf({ id: 'd', expires: 'P10D' }),
    itemOf({ id: 'e', expires: 'P10D' }),
  ]);

  it('groups what ends together, soonest first, and leaves out what holds no more', () => {
    const { forecast } = readinessOf(together, {
      a: yes,
      b: { answer: answerOf({ value: 'not-applicable', at: NOW }) },
      c: yes,
      d: { answer: answerOf({ value: 'no' }) },
      e: { ...yes, contest: doubt },
    });
    expect(forecast).toEqual([
      { at: NOW + 5 * DAY, items: ['b'] },
      { at: NOW + 10 * DAY, items: ['a', 'c'] },
    ]);
  });

  it('comes true, and nothing else does', () => {
    const random = seeded(7);
    const pick = <T>(values: readonly T[]) =>
      values[Math.floor(random() * values.length)];
    for (let round = 0; round < 100; round++) {
      const items = Array.from({ length: 8 }, (_, index) =>
        itemOf({
          id: `i${index}`,
          expires: pick([undefined, 'P1D', 'P7D', 'P30D']),
          weight: pick([0, 0.1, 1, 3]),
          required: random() < 0.5,
        }),
      );
      const answers: Record<string, AnswerRecord> = Object.fromEntries(
        items.map(({ id }) => [
          id,
          {
            answer:
              random() < 0.8
                ? answerOf({
                    value: pick<AnswerValue>(['yes', 'no', 'not-applicable']),
                    at: NOW - Math.floor(random() * 20 * DAY),
                  })
                : undefined,
          },
        ]),
      );
      const checklist = compiledChecklist(items);
      const state = (now: number) =>
        readinessOf(checklist, answers, { facts, now });
      const first = state(NOW);
      for (const { at: end, items: ending } of first.forecast) {
        const [before, after] = [state(end - 1), state(end)];
        const fell = after.items
          .filter((item, index) => item.state !== before.items[index].state)
          .map(({ id, state: now }) => [id, now]);
        expect(fell).toEqual(ending.map(id => [id, 'expired']));
        expect(after.counts.met).toBeLessThanOrEqual(before.counts.met);
      }
      for (const next of [first.nextChangeAt ?? []].flat()) {
        const quiet = state(next - 1);
        expect({ ...quiet, nextChangeAt: 0 }).toEqual({
          ...first,
          nextChangeAt: 0,
        });
        expect(state(next).items).not.toEqual(first.items);
      }
    }
  });
});
