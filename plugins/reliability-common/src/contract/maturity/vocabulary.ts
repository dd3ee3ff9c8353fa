import { z } from 'zod';
import { perMilleSchema } from '../paging';

/** @public */
export const outcomeSchema = z.enum([
  'pass',
  'fail',
  'unknown',
  'not-applicable',
  'exempt',
]);
export const enforcementSchema = z.enum(['enforced', 'scheduled', 'planned']);
export const causeSchema = z.enum(['service', 'rule', 'data']);

export const levelRefSchema = z
  .object({ id: z.string(), name: z.string(), index: z.number().int() })
  .describe('`none` with index -1 below the first level');

export const dimensionSchema = z.object({
  score: perMilleSchema,
  coverage: perMilleSchema,
  failing: z.number().int(),
  unknown: z.number().int(),
});

export const attentionSchema = z.object({
  kind: z.enum([
    'data-problem',
    'critical-below-first-level',
    'stale-facts',
    'unknown-facts',
    'exemption-ending',
    'dropped',
  ]),
  text: z.string(),
});
