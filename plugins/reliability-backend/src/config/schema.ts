import {
  checklistDefinitionSchema,
  durationSchema,
  exemptionSchema,
  idSchema,
  scorecardDefinitionSchema,
  tierContractSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Duration, IANAZone } from 'luxon';
import { z } from 'zod';

const tierSchema = z.strictObject({
  id: idSchema.refine(id => id !== 'untiered', {
    error: '"untiered" stands for no tier and cannot be the id of one',
  }),
  name: z.string().min(1),
  description: z.string().optional(),
  contract: tierContractSchema.default({}),
});

const placeSchema = z
  .strictObject({
    field: z.string().min(1).optional(),
    label: z.string().min(1).optional(),
    annotation: z.string().min(1).optional(),
    map: z.record(z.string(), z.string()).optional(),
  })
  .refine(
    ({ field, label, annotation }) =>
      [field, label, annotation].filter(Boolean).length === 1,
    { error: 'expected exactly one of field, label and annotation' },
  );

const HUNDRED_YEARS_MS = Duration.fromISO('P100Y').toMillis();

/** A duration that a point in time can be counted from; a database knows no year 300,000. */
const lifetimeSchema = durationSchema.refine(
  iso => !(Duration.fromISO(iso).toMillis() > HUNDRED_YEARS_MS),
  { error: 'expected at most 100 years' },
);

/** The task that reads the catalog looks every ten seconds whether it is time. */
const refreshIntervalSchema = lifetimeSchema.refine(
  iso => !(Duration.fromISO(iso).toMillis() < 10_000),
  { error: 'expected at least PT10S' },
);

/** When digests go out, and to whom beside the owners. */
const notificationsSchema = z.strictObject({
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
      error: 'expected a time of the day such as "09:00"',
    })
    .default('09:00'),
  timezone: z
    .string()
    .refine(zone => IANAZone.isValidZone(zone), {
      error: 'expected a time zone such as Europe/Berlin',
    })
    .default('UTC'),
  reviewers: z
    .array(
      z
        .string()
        .regex(/^(user|group):[^/]+\/.+$/i, {
          error: 'expected a full entity reference such as group:default/sre',
        })
        .transform(ref => ref.toLocaleLowerCase('en-US')),
    )
    .default([]),
});

/** A duration between two others. */
const durationBetween = (least: string, most: string) =>
  lifetimeSchema.refine(
    iso => {
      const duration = Duration.fromISO(iso).toMillis();
      return (
        !(duration < Duration.fromISO(least).toMillis()) &&
        !(duration > Duration.fromISO(most).toMillis())
      );
    },
    { error: `expected a duration from ${least} to ${most}` },
  );

/** An entry says more by its type; the module that brings the type reads and checks that. */
const sliSourceSchema = z.looseObject({
  name: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, {
      error: 'expected lower-case letters, digits and dashes',
    })
    .refine(name => name !== 'pushed', {
      error: '"pushed" is the source of pushed samples, which is always there',
    }),
  type: z.string().min(1),
  default: z.boolean().optional(),
});

/** How SLOs are evaluated, and by which sources. */
const sloSchema = z.strictObject({
  evaluateEvery: durationBetween('PT10S', 'PT1H').default('PT1M'),
  ingestionDelay: durationBetween('PT1S', 'PT1H').default('PT1M'),
  provisionalBelow: z.number().min(0).max(1).default(0.5),
  sources: z.array(sliSourceSchema).default([]),
});

/** The section `reliability` of app-config, as written. */
export const configSchema = z.strictObject({
  services: z.strictObject({ filter: z.unknown().optional() }).default({}),
  tiers: z.array(tierSchema).min(1).optional(),
  tierFrom: z.array(placeSchema).default([{ field: 'spec.tier' }]),
  scorecards: z.array(scorecardDefinitionSchema).default([]),
  disabledScorecards: z.array(z.string()).default([]),
  exemptions: z.array(exemptionSchema).default([]),
  checklists: z.array(checklistDefinitionSchema).default([]),
  disabledChecklists: z.array(z.string()).default([]),
  notifications: notificationsSchema.prefault({}),
  catalog: z
    .strictObject({ refreshInterval: refreshIntervalSchema.default('PT5M') })
    .prefault({}),
  facts: z
    .strictObject({ defaultTtl: lifetimeSchema.default('P30D') })
    .prefault({}),
  retention: z
    .strictObject({
      history: lifetimeSchema.default('P3Y'),
      daily: lifetimeSchema.default('P400D'),
      sloHistory: lifetimeSchema.default('P2Y'),
      sloSamples: lifetimeSchema.default('P400D'),
    })
    .prefault({}),
  slo: sloSchema.prefault({}),
});

/** The section after its schema. */
export type Raw = z.output<typeof configSchema>;
