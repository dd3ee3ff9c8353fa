import { z } from 'zod';
import {
  BurnWindow,
  ObjectiveEvaluation,
  SliMode,
  SloFlag,
  SloStatus,
  BudgetingMethod,
} from '../../core';
import {
  burnWindowSchema,
  ObjectiveEvaluationItem,
  objectiveEvaluationSchema,
} from './evaluation';
import {
  budgetingMethodSchema,
  sliModeSchema,
  sloFlagSchema,
  sloStatusSchema,
} from './vocabulary';
import { evaluated, sloOf } from '../../testUtils';

/** Fails to compile where the two do not hold the same words. */
type Same<A, B> = [A, B] extends [B, A] ? true : never;

it('the contract uses the words of the core', () => {
  const same: [
    Same<z.infer<typeof sloStatusSchema>, SloStatus>,
    Same<z.infer<typeof sloFlagSchema>, SloFlag>,
    Same<z.infer<typeof sliModeSchema>, SliMode>,
    Same<z.infer<typeof budgetingMethodSchema>, BudgetingMethod>,
    Same<z.infer<typeof burnWindowSchema>, BurnWindow>,
    Same<keyof ObjectiveEvaluationItem, keyof ObjectiveEvaluation>,
    Same<
      keyof ObjectiveEvaluationItem['budget'],
      keyof ObjectiveEvaluation['budget']
    >,
    Same<
      keyof ObjectiveEvaluationItem['alerts'][number],
      keyof ObjectiveEvaluation['alerts'][number]
    >,
  ] = [true, true, true, true, true, true, true, true];
  expect(same).toHaveLength(8);
});

it('an evaluation fits the contract once its times are texts', () => {
  const iso = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(iso);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [
        key,
        ['from', 'to', 'at'].includes(key) && typeof member === 'number'
          ? new Date(member).toISOString()
          : iso(member),
      ]),
    );
  };
  const item = iso(evaluated(sloOf(), { period: [2, 10_000], rest: [1, 9] }));
  expect(objectiveEvaluationSchema.parse(item)).toEqual(item);
});
