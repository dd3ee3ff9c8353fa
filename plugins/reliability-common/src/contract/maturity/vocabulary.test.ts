import { z } from 'zod';
import {
  AttentionKind,
  ChangeCause,
  Enforcement,
  OncallCoverage,
  Outcome,
  TierSource,
} from '../../core';
import { serviceTierSchema, tierContractSchema } from '../tier';
import {
  attentionSchema,
  causeSchema,
  enforcementSchema,
  outcomeSchema,
} from './vocabulary';

/** Fails to compile where the two do not hold the same words. */
type Same<A, B> = [A, B] extends [B, A] ? true : never;

it('the contract uses the words of the core', () => {
  const same: [
    Same<z.infer<typeof outcomeSchema>, Outcome>,
    Same<z.infer<typeof enforcementSchema>, Enforcement>,
    Same<z.infer<typeof causeSchema>, ChangeCause>,
    Same<z.infer<typeof attentionSchema>['kind'], AttentionKind>,
    Same<z.infer<typeof serviceTierSchema>['source'], TierSource>,
    Same<
      NonNullable<z.infer<typeof tierContractSchema>['oncall']>['coverage'],
      OncallCoverage | undefined
    >,
  ] = [true, true, true, true, true, true];
  expect(same).toHaveLength(6);
});
