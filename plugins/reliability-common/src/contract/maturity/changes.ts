import { z } from 'zod';
import { pageOf, pageQuerySchema, perMilleSchema, timeSchema } from '../paging';
import { RouteContract } from '../routeContract';
import { serviceFilterSchema } from './services';
import { causeSchema, levelRefSchema, outcomeSchema } from './vocabulary';

const daySchema = z.iso.date({
  error: 'expected a day such as 2026-11-30 (UTC)',
});

const deltaSchema = z.number().int().min(-1000).max(1000);

/** Where a past state was read: the report of today, the snapshot of the day, or the last step before its end. @public */
export const stateSourceSchema = z.enum([
  'report',
  'snapshot',
  'steps',
  'none',
]);

/** @public */
export const asOfQuerySchema = z.object({
  day: daySchema.describe('UTC day; today answers the report'),
  scorecard: z.string().optional(),
});

/** @public */
export const compareDaysQuerySchema = z.object({
  from: daySchema.describe('UTC day before `to`'),
  to: daySchema.optional().describe('UTC day; default today'),
  scorecard: z.string().optional(),
});

const pointsSchema = z
  .object({
    service: z.number().int(),
    rule: z.number().int(),
    data: z.number().int(),
    unexplained: z
      .number()
      .int()
      .describe('What the records of that time do not tell'),
  })
  .describe('Per mille of the score by cause; they add up to the difference');

/** Level, score and more of one service as they were stored. @public */
export const pastServiceStateSchema = z.object({
  level: levelRefSchema,
  score: perMilleSchema,
  coverage: perMilleSchema,
  tier: z.string().nullable().describe('null where it was not kept'),
  owner: z.string().nullable(),
  system: z.string().nullable(),
  domain: z.string().nullable(),
  scorecardHash: z.string().nullable(),
  checks: z
    .array(
      z.object({ id: z.string(), title: z.string(), outcome: outcomeSchema }),
    )
    .nullable()
    .describe('null where the outcomes were not kept'),
});

const datedStateSchema = z.object({
  day: z.iso.date(),
  from: stateSourceSchema,
  state: pastServiceStateSchema
    .nullable()
    .describe('null where it was not assessed by then'),
});

const scorecardNameSchema = z.object({ id: z.string(), title: z.string() });

/** @public */
export const serviceAsOfResponseSchema = datedStateSchema.extend({
  entityRef: z.string(),
  scorecard: scorecardNameSchema,
});

const netFlipSchema = z.object({
  check: z.string(),
  title: z.string(),
  from: outcomeSchema.optional().describe('Absent where the check is new'),
  to: outcomeSchema.optional().describe('Absent where the check is gone'),
  cause: causeSchema,
  at: timeSchema.nullable().describe('null where no step tells it'),
  by: z
    .string()
    .nullable()
    .describe(
      'A person, a machine, or the source that brought the change, such as `source:catalog`',
    ),
  facts: z.array(
    z.object({
      path: z.string(),
      before: z.unknown().optional(),
      after: z.unknown().optional(),
      source: z.string().optional(),
    }),
  ),
});

const levelMoveSchema = z.object({
  direction: z.enum(['up', 'down', 'same']),
  cause: causeSchema
    .nullable()
    .describe('null where it did not move, or the records do not tell'),
});

/** @public */
export const serviceChangesResponseSchema = z.object({
  entityRef: z.string(),
  scorecard: scorecardNameSchema,
  before: datedStateSchema,
  after: datedStateSchema,
  difference: z
    .object({
      score: deltaSchema,
      points: pointsSchema,
      level: levelMoveSchema,
      flips: z.array(netFlipSchema),
    })
    .nullable()
    .describe('null where one of the two states is not known'),
});

/** @public */
export const listScoreChangesQuerySchema = serviceFilterSchema
  .pick({
    scorecard: true,
    tier: true,
    owner: true,
    system: true,
    domain: true,
  })
  .extend({
    owner: serviceFilterSchema.shape.owner.describe(
      'Entity references of owners; the groups below them count as well',
    ),
    from: daySchema.describe('UTC day before `to`'),
    to: daySchema.optional().describe('UTC day; default today'),
    direction: z
      .enum(['all', 'up', 'down'])
      .default('all')
      .describe('Which movers are listed; the totals are of all'),
    cause: causeSchema
      .optional()
      .describe('Only movers that moved mostly because of it'),
  })
  .extend(pageQuerySchema.shape);

const dayTotalsSchema = z.object({
  day: z.iso.date(),
  source: z.enum(['report', 'snapshot', 'steps']),
  services: z.number().int(),
  levels: z.array(levelRefSchema.extend({ count: z.number().int() })),
  averageScore: perMilleSchema
    .nullable()
    .describe('Of the services that were there on both days'),
});

const byCauseSchema = z.object({
  total: z.number().int(),
  service: z.number().int(),
  rule: z.number().int(),
  data: z.number().int(),
  unexplained: z.number().int(),
});

/** A service whose level or score differs between two days. @public */
export const scoreMoverSchema = z.object({
  entityRef: z.string(),
  title: z.string(),
  owner: z.string().nullable(),
  tier: z.string(),
  level: z.object({ from: levelRefSchema, to: levelRefSchema }),
  score: z.object({ from: perMilleSchema, to: perMilleSchema }),
  delta: deltaSchema,
  direction: z.enum(['up', 'down', 'same']).describe('Of the level'),
  cause: causeSchema
    .nullable()
    .describe('That moved most of it; null where the records do not tell'),
  points: pointsSchema,
  flipCount: z.number().int(),
  mainFlip: netFlipSchema.omit({ facts: true }).nullable(),
});

/** How often a check flipped, and why. @public */
export const checkFlipsSchema = z.object({
  check: z.string(),
  title: z.string(),
  flips: z.number().int(),
  gained: z.number().int().describe('That pass now and did not'),
  lost: z.number().int().describe('That passed and do not now'),
  causes: z.object({
    service: z.number().int(),
    rule: z.number().int(),
    data: z.number().int(),
  }),
});

/** @public */
export const listScoreChangesResponseSchema = pageOf(scoreMoverSchema).extend({
  scorecard: scorecardNameSchema,
  from: dayTotalsSchema,
  to: dayTotalsSchema,
  compared: z.number().int().describe('Services there on both days'),
  came: z.number().int(),
  left: z.number().int().describe('With those that are no service any more'),
  removed: z.number().int().describe('No service any more; part of `left`'),
  points: pointsSchema.describe(
    'Per mille added up over the compared services; divided by `compared`, the change of their average',
  ),
  levels: z.object({ gained: byCauseSchema, lost: byCauseSchema }),
  checks: z.array(checkFlipsSchema).describe('Most flips first'),
});

/** @public */
export type StateSource = z.infer<typeof stateSourceSchema>;
/** @public */
export type PastServiceState = z.infer<typeof pastServiceStateSchema>;
/** @public */
export type ServiceAsOfResponse = z.infer<typeof serviceAsOfResponseSchema>;
/** @public */
export type ServiceChangesResponse = z.infer<
  typeof serviceChangesResponseSchema
>;
/** @public */
export type ListScoreChangesQuery = z.input<typeof listScoreChangesQuerySchema>;
/** @public */
export type ListScoreChangesResponse = z.infer<
  typeof listScoreChangesResponseSchema
>;
/** @public */
export type MoverItem = z.infer<typeof scoreMoverSchema>;
/** @public */
export type CheckFlips = z.infer<typeof checkFlipsSchema>;

const SERVICE = '/services/:kind/:namespace/:name';

/** The routes of why levels and scores moved. @public */
export const scoreChangeRoutes = {
  getServiceAsOf: {
    method: 'get',
    path: `${SERVICE}/as-of`,
    summary: 'Level, score and outcomes of a service on a past day',
    query: asOfQuerySchema,
    response: serviceAsOfResponseSchema,
    statuses: [400, 404],
  },
  getServiceChanges: {
    method: 'get',
    path: `${SERVICE}/changes`,
    summary:
      'What differs between two days of a service, why, and who or what did it',
    query: compareDaysQuerySchema,
    response: serviceChangesResponseSchema,
    statuses: [400, 404],
  },
  listScoreChanges: {
    method: 'get',
    path: '/score-changes',
    summary:
      'What differs between two days of all services or of a team, by cause, with the services that moved most',
    query: listScoreChangesQuerySchema,
    response: listScoreChangesResponseSchema,
    statuses: [400, 404],
  },
} as const satisfies Record<string, RouteContract>;
