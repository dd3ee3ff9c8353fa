import {
  answerOf,
  compiledChecklist,
  DAY,
  doubt,
  entityFacts,
  factsOfTier,
  itemOf,
  NOW,
  proof,
  readinessOf,
  serviceFacts,
  tier0,
  tier3,
} from '../../testUtils';
import { AnswerRecord, ItemState } from './answer';
import { ChecklistItem } from './checklist';

const YEAR = 365 * DAY;
const stateOf = (
  item: Partial<ChecklistItem>,
  record: AnswerRecord = {},
  facts = serviceFacts(),
) => {
  const checklist = compiledChecklist([itemOf(item)]);
  return readinessOf(checklist, { item: record }, { facts }).items[0];
};

const automatic = { verify: 'entity.ownerExists' } as const;
const old = NOW - 2 * YEAR;

describe('an item is', () => {
  it.each<[ItemState, string, Partial<ChecklistItem>, AnswerRecord]>([
    ['unanswered', 'without an answer', {}, {}],
    ['met', 'with a yes', {}, { answer: answerOf() }],
    ['not-met', 'with a no', {}, { answer: answerOf({ value: 'no' }) }],
    [
      'not-applicable',
      'where it is said',
      {},
      { answer: answerOf({ value: 'not-applicable', note: 'No data' }) },
    ],
    [
      'not-met',
      'with a yes that shows nothing where evidence is required',
      { evidence: 'required' },
      { answer: answerOf() },
    ],
    [
      'met',
      'with a yes and the evidence that is required',
      { evidence: 'required' },
      { answer: answerOf({ evidence: [proof] }) },
    ],
    [
      'not-applicable',
      'without the evidence that only a yes needs',
      { evidence: 'required' },
      { answer: answerOf({ value: 'not-applicable' }) },
    ],
    [
      'expired',
      'with a yes that is too old',
      { expires: 'P1Y' },
      { answer: answerOf({ at: old }) },
    ],
    [
      'expired',
      'with a reason that is too old',
      { expires: 'P1Y' },
      { answer: answerOf({ value: 'not-applicable', at: old }) },
    ],
    [
      'not-met',
      'with a no, however old: what is missing does not come by itself',
      { expires: 'P1Y' },
      { answer: answerOf({ value: 'no', at: old }) },
    ],
    [
      'met',
      'with a yes that is younger than that of the tier',
      { expires: { default: 'P1D', 'tier-1': 'P3Y' } },
      { answer: answerOf({ at: old }) },
    ],
    [
      'contested',
      'while a doubt stands',
      {},
      { answer: answerOf(), contest: doubt },
    ],
    [
      'contested',
      'while a doubt stands, also when expired',
      { expires: 'P1Y' },
      { answer: answerOf({ at: old }), contest: doubt },
    ],
    [
      'contested',
      'while a doubt stands in a rule',
      automatic,
      { contest: doubt },
    ],
    ['met', 'where the rule is true', automatic, {}],
    [
      'not-met',
      'where the rule is false',
      { verify: '!entity.ownerExists' },
      {},
    ],
    [
      'unanswered',
      'where the rule lacks a fact',
      { verify: 'facts["ci/coverage"] > 80.0' },
      {},
    ],
    [
      'met',
      'by its rule, whatever was said before it had one',
      automatic,
      { answer: answerOf({ value: 'no' }) },
    ],
  ])('%s %s', (state, _, item, record) => {
    expect(stateOf(item, record).state).toBe(state);
  });

  it('unanswered where the facts of its rule are too old, and says so', () => {
    const facts = [entityFacts({}, NOW - 1), factsOfTier(tier3)];
    const { state, observed } = stateOf(automatic, {}, facts);
    expect(state).toBe('unanswered');
    expect(observed['entity.ownerExists']).toMatchObject({
      state: 'stale',
      value: true,
      source: 'catalog',
    });
  });

  it('shown with the values that its rule saw', () => {
    expect(stateOf(automatic).observed).toEqual({
      'entity.ownerExists': expect.objectContaining({
        state: 'known',
        value: true,
      }),
    });
    expect(stateOf({}).observed).toEqual({});
  });
});

it.each([
  ['true', 'is said', true, tier3, true],
  ['false', 'is said', false, tier3, false],
  ['true', 'the tier demands it', 'tier.rank <= 1', tier0, true],
  ['false', 'the tier does not', 'tier.rank <= 1', tier3, false],
  ['true', 'nobody knows', 'tier.rank <= 1', undefined, true],
])('required is %s where %s', (_, __, required, tier, expected) => {
  const facts = [entityFacts(), factsOfTier(tier)];
  expect(stateOf({ required }, {}, facts).required).toBe(expected);
});

it.each([
  ['without a condition', undefined, true],
  ['where the condition is true', 'entity.lifecycle == "production"', true],
  ['where it is false', 'entity.lifecycle == "retired"', false],
  ['where it is unknown', 'facts["ci/launched"] == true', false],
])('applies %s: %s', (_, when, expected) => {
  const checklist = compiledChecklist([itemOf()], { when });
  expect(readinessOf(checklist).applies).toBe(expected);
});
