import {
  checklistDefinitionSchema,
  exemptionSchema,
  idSchema,
  scorecardDefinitionSchema,
  tierContractSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { DateTime, Duration, IANAZone } from 'luxon';
import { z } from 'zod';
import { durationBetween, lifetimeSchema } from './durations';
import { exemptionRulesConfigSchema } from './exemptions';
import { gateSchema } from './gate';
import { incidentsSchema } from './incidentSchema';
import { kpisSchema } from './kpis';
import { rollupsSchema } from './rollups';
import { STATIC_ACCOUNT } from '../oncall/static/staticAccount';

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

const isTime = (text: string) => DateTime.fromISO(text).isValid;

/** The task that reads the catalog looks every ten seconds whether it is time. */
const refreshIntervalSchema = lifetimeSchema.refine(
  iso => !(Duration.fromISO(iso).toMillis() < 10_000),
  { error: 'expected at least PT10S' },
);

const clockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
  error: 'expected a time of the day such as "09:00"',
});

const zoneSchema = z.string().refine(zone => IANAZone.isValidZone(zone), {
  error: 'expected a time zone such as Europe/Berlin',
});

/** When digests go out, and to whom beside the owners. */
const notificationsSchema = z.strictObject({
  at: clockSchema.default('09:00'),
  timezone: zoneSchema.default('UTC'),
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

/** An account at a provider; the module that brings the type reads and checks the rest. */
const oncallAccountSchema = z.looseObject({
  name: z
    .string()
    .max(63)
    .regex(/^[a-z0-9][a-z0-9-]*$/, {
      error: 'expected lower-case letters, digits and dashes',
    })
    .refine(name => name !== STATIC_ACCOUNT, {
      error:
        '"static" is the account of rotas and groups, which is always there',
    }),
  type: z
    .string()
    .min(1)
    .refine(type => type !== STATIC_ACCOUNT, {
      error:
        '"static" needs no account: write rotas under reliability.oncall.rotas',
    }),
  mirror: z.boolean().optional(),
  default: z.boolean().optional(),
});

/** Up to the end of the day. */
const endSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, {
  error: 'expected a time of the day such as "17:00"',
});

const daysSchema = z.array(z.number().int().min(1).max(7)).min(1);

/** YAML reads an unquoted date as one. */
const dateSchema = z
  .union([z.string(), z.date().transform(date => date.toISOString())])
  .transform(text =>
    /^\d{4}-\d\d-\d\dT00:00:00\.000Z$/.test(text) ? text.slice(0, 10) : text,
  );

const rotaPersonSchema = z
  .string()
  .regex(/^(user:[^/\s]+\/\S+|[^@\s]+@[^@\s]+)$/i, {
    error:
      'expected a full reference such as user:default/ada, or an e-mail address',
  })
  .transform(person => person.toLocaleLowerCase('en-US'));

const rotaLayerSchema = z.strictObject({
  level: z.number().int().min(1).max(20).optional(),
  people: z.array(rotaPersonSchema).min(1),
  handover: z.strictObject({
    every: durationBetween('PT1H', 'P1Y'),
    at: clockSchema.default('09:00'),
    start: dateSchema.refine(
      text => /^\d{4}-\d\d-\d\d$/.test(text) && isTime(text),
      { error: 'expected a date such as 2026-01-05' },
    ),
  }),
  hours: z
    .array(
      z.strictObject({ days: daysSchema, from: clockSchema, to: endSchema }),
    )
    .optional(),
  shadow: z.boolean().optional(),
});

const timeOfRotaSchema = dateSchema.refine(isTime, {
  error: 'expected a time such as 2026-12-24T18:00',
});

/** Who is on call by the configuration itself. */
const rotaSchema = z.strictObject({
  id: idSchema,
  title: z.string().min(1).optional(),
  timeZone: zoneSchema.default('UTC'),
  team: z.string().optional(),
  layers: z.array(rotaLayerSchema).min(1),
  overrides: z
    .array(
      z.strictObject({
        from: timeOfRotaSchema,
        to: timeOfRotaSchema,
        person: rotaPersonSchema,
        level: z.number().int().min(1).max(20).optional(),
      }),
    )
    .optional(),
});

/** Where who is on call is read, how often, and for how long ahead. */
const oncallSchema = z.strictObject({
  syncEvery: durationBetween('PT1M', 'PT1H').default('PT5M'),
  lookahead: durationBetween('P14D', 'P90D').default('P30D'),
  businessHours: z
    .strictObject({
      timeZone: zoneSchema.default('UTC'),
      days: daysSchema.default([1, 2, 3, 4, 5]),
      from: clockSchema.default('09:00'),
      to: endSchema.default('17:00'),
    })
    .prefault({}),
  accounts: z.array(oncallAccountSchema).default([]),
  rotas: z.array(rotaSchema).default([]),
});

/** The section `reliability` of app-config, as written. */
export const configSchema = z.strictObject({
  services: z.strictObject({ filter: z.unknown().optional() }).default({}),
  tiers: z.array(tierSchema).min(1).optional(),
  tierFrom: z.array(placeSchema).default([{ field: 'spec.tier' }]),
  scorecards: z.array(scorecardDefinitionSchema).default([]),
  disabledScorecards: z.array(z.string()).default([]),
  exemptions: z.array(exemptionSchema).default([]),
  exemptionRules: exemptionRulesConfigSchema.prefault({}),
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
      oncallShifts: lifetimeSchema.default('P400D'),
      oncallPeople: lifetimeSchema.default('P1Y'),
      incidents: lifetimeSchema.default('P1095D'),
      gateDecisions: lifetimeSchema.default('P3Y'),
    })
    .prefault({}),
  slo: sloSchema.prefault({}),
  oncall: oncallSchema.prefault({}),
  incidents: incidentsSchema.prefault({}),
  gate: gateSchema.prefault({}),
  rollups: rollupsSchema.prefault({}),
  kpis: kpisSchema.prefault({}),
});

/** The section after its schema. */
export type Raw = z.output<typeof configSchema>;
