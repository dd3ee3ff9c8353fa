import { z } from 'zod';
import { anyOfSchema, pageOf, pageQuerySchema, timeSchema } from '../../paging';
import {
  promiseNodeSchema,
  promiseServiceSchema,
  tierHonestyItemSchema,
} from './honesty';

const countSchema = z.number().int().min(0);
const targetSchema = z.number().int().nullable();
const shareSchema = z
  .number()
  .nullable()
  .describe('Of the error budget, 1: all of it; null: no data');

/** @public */
export const promiseVerdictSchema = z.enum([
  'broken',
  'tight',
  'unknown',
  'kept',
]);

/** Why nothing can be said. @public */
export const promiseUnknownSchema = z.enum([
  'no-promise',
  'no-dependencies',
  'dependency-without-slo',
]);

/** One hard dependency in the arithmetic. @public */
export const promiseDependencySchema = promiseNodeSchema.extend({
  isService: z.boolean(),
  target: targetSchema.describe(
    'Its highest SLO target, parts per million; null: no SLO is known',
  ),
  sloId: z.string().nullable(),
  sloTitle: z.string().nullable(),
  cyclic: z.boolean().describe('It needs the service as well'),
});

/** What a service promises against what its hard dependencies allow. @public */
export const promiseSchema = z.object({
  verdict: promiseVerdictSchema,
  unknown: promiseUnknownSchema.nullable().describe('Why, where it is unknown'),
  promised: targetSchema.describe('Parts per million'),
  promisedBy: z
    .enum(['slo', 'tier'])
    .nullable()
    .describe('Its highest SLO target, or else the contract of its tier'),
  allowed: targetSchema.describe(
    'Product of the targets of its hard dependencies, rounded down; parts per million',
  ),
  reachable: targetSchema.describe(
    'The same times its own target; parts per million',
  ),
  upperBound: z
    .boolean()
    .describe('Some dependency has no SLO: it can only be less'),
  dependencies: z.array(promiseDependencySchema),
  hiddenDependencies: countSchema.describe(
    'Hard dependencies that you cannot see; they are in the product',
  ),
  softDependencies: countSchema.describe('Not in the product'),
});

/** @public */
export const promiseItemSchema = z.object({
  service: promiseServiceSchema,
  promise: promiseSchema,
});

/** @public */
export const promisesQuerySchema = z
  .object({
    owner: anyOfSchema.describe('With the groups below them'),
    tier: anyOfSchema,
    verdict: anyOfSchema.pipe(z.array(promiseVerdictSchema).optional()),
  })
  .extend(pageQuerySchema.shape);

/** @public */
export const promisesResponseSchema = pageOf(promiseItemSchema).extend({
  counts: z
    .object({
      broken: countSchema,
      tight: countSchema,
      unknown: countSchema,
      kept: countSchema,
    })
    .describe('Services by verdict, of those of the owners and tiers'),
  computedAt: timeSchema.nullable().describe('null: not yet'),
});

/** How much of a spent error budget lies in incidents of dependencies. @public */
export const borrowedBurnSchema = z.object({
  sloId: z.string(),
  title: z.string(),
  objectiveId: z.string(),
  window: z.object({ from: timeSchema, to: timeSchema }),
  spent: shareSchema,
  borrowed: shareSchema.describe(
    'Own incidents, for as long as a dependency had one as well',
  ),
  own: shareSchema.describe('Own incidents beside those times'),
  unexplained: shareSchema.describe('Spent in no incident of its own'),
  unmeasured: countSchema.describe('Own incidents without a measured spend'),
  upstream: z.array(
    z.object({
      dependency: promiseNodeSchema,
      incidentId: z.string(),
      name: z.string(),
      from: timeSchema,
      to: timeSchema,
      share: z.number(),
    }),
  ),
  hiddenIncidents: countSchema.describe('Of services that you cannot see'),
});

/** @public */
export const servicePromiseResponseSchema = tierHonestyItemSchema.extend({
  promise: promiseSchema,
  burn: z.array(borrowedBurnSchema).describe('Each SLO'),
  computedAt: timeSchema.describe('Of everything but the burn'),
});

/** @public */
export type PromiseVerdict = z.infer<typeof promiseVerdictSchema>;
/** @public */
export type PromiseDependencyItem = z.infer<typeof promiseDependencySchema>;
/** @public */
export type PromiseItem = z.infer<typeof promiseItemSchema>;
/** @public */
export type PromiseSummary = z.infer<typeof promiseSchema>;
/** @public */
export type PromisesQuery = z.input<typeof promisesQuerySchema>;
/** @public */
export type PromisesResponse = z.infer<typeof promisesResponseSchema>;
/** @public */
export type BorrowedBurnItem = z.infer<typeof borrowedBurnSchema>;
/** @public */
export type ServicePromiseResponse = z.infer<
  typeof servicePromiseResponseSchema
>;
