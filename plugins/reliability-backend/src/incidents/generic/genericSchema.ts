import {
  followUpStatuses,
  incidentStatuses,
  postmortemStatuses,
  stampNames,
  timeSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { fullRef } from '../fieldsAsked';

/** Incidents in one body. */
export const MOST_INCIDENTS = 500;

const line = (longest: number) => z.string().trim().min(1).max(longest);
const text = (longest: number) => z.string().trim().max(longest);
const id = line(200);

/** Tools that fill in templates write null for what they do not know. */
const maybe = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform(value => value ?? undefined);

const listOf = <T extends z.ZodType>(schema: T, most: number) =>
  z
    .array(schema)
    .max(most)
    .nullish()
    .transform(value => value ?? []);

/** Milliseconds since the epoch. */
const time = timeSchema.transform(value => Date.parse(value));

/** Only links of the web are kept; another text does not keep an incident out. */
const link = maybe(text(2000).describe('A link that begins with http'));

const entityRef = z.string().transform((written, context) => {
  const ref = fullRef(written);
  if (ref !== undefined) return ref;
  context.addIssue({
    code: 'custom',
    message: 'expected a reference such as component:default/pay',
  });
  return z.NEVER;
});

/** A text alone stands for an object with that one key. */
const shortFor = <T extends z.ZodType>(key: string, schema: T) =>
  z.preprocess(
    value => (typeof value === 'string' ? { [key]: value } : value),
    schema,
  );

const person = shortFor(
  'name',
  z.strictObject({
    id: maybe(id.describe('Stable; default: e-mail address, else name')),
    name: line(200),
    email: maybe(line(320)),
    entityRef: maybe(entityRef.describe('Of a User in the catalog')),
  }),
);

const service = shortFor(
  'id',
  z.strictObject({
    id: id.describe('Stable; plimsoll.dev/incidents and mappings name it'),
    name: maybe(line(200).describe('As people call it; default: the id')),
    url: link,
  }),
);

const stamps = z
  .strictObject({
    impactStart: maybe(time.describe('Customers felt it')),
    detected: maybe(time.describe('An alert fired or somebody noticed')),
    declared: maybe(time.describe('Somebody said: this is an incident')),
    acknowledged: maybe(time.describe('The first person was on it')),
    mitigated: maybe(time.describe('It was held, not yet mended')),
    impactEnd: maybe(time.describe('Customers were served again')),
    resolved: maybe(time.describe('It was mended')),
    closed: maybe(time.describe('All work on it was done')),
  } satisfies Record<(typeof stampNames)[number], z.ZodType>)
  .describe('What nobody recorded is left out and stays unknown');

/**
 * One incident as it is sent to an account of type `generic`, whole: a later one replaces an earlier one, unless its
 * `updatedAt` is older. Times are RFC 3339 with a zone. What is not known is left out or null.
 */
export const genericIncidentSchema = z.strictObject({
  id: id.describe('Stable and unique at the account'),
  updatedAt: time.describe('When it last changed'),
  title: line(500),
  status: z.enum(incidentStatuses).describe('`declined` if it was none'),
  reference: maybe(line(200).describe('As people call it, such as INC-42')),
  url: link,
  summary: maybe(text(20_000)),
  severity: maybe(text(100).describe('In your words; severities maps them')),
  stamps: maybe(stamps),
  reopenedAt: listOf(time, 100),
  isTest: maybe(z.boolean().describe('An exercise; counts for nothing')),
  isPrivate: maybe(
    z.boolean().describe('Only times, severity and services are kept'),
  ),
  mergedInto: maybe(id.describe('Id of the incident it goes on under')),
  dedupeKey: maybe(line(500).describe('Equal for the same trouble')),
  cause: maybe(text(2000)),
  change: maybe(z.strictObject({ title: line(300), url: link })),
  customerImpact: maybe(z.boolean().describe('Whether customers felt it')),
  services: listOf(service, 200).describe('Services in your own words'),
  entityRefs: listOf(entityRef, 50).describe('Services of the catalog'),
  responders: listOf(
    z.strictObject({ person, role: maybe(line(100)), engagedAt: maybe(time) }),
    200,
  ),
  pages: listOf(
    z.strictObject({
      at: time,
      person: maybe(person),
      timeZone: maybe(line(64).describe('IANA name, of that person')),
      acknowledgedAt: maybe(time),
      autoResolved: maybe(z.boolean().describe('Went away without anybody')),
    }),
    2000,
  ).describe('One for each call of one person'),
  updates: listOf(
    z.strictObject({
      id: maybe(id.describe('Default: its time')),
      at: time,
      text: text(5000),
      status: maybe(z.enum(incidentStatuses)),
      by: maybe(person),
    }),
    500,
  ),
  postmortem: maybe(
    z.strictObject({
      url: link,
      title: maybe(line(300)),
      status: z.enum(postmortemStatuses),
      publishedAt: maybe(time),
    }),
  ),
  followUps: listOf(
    z.strictObject({
      id: id.describe('Stable within the account'),
      title: line(300),
      status: z.enum(followUpStatuses),
      owner: maybe(person),
      dueAt: maybe(time),
      doneAt: maybe(time),
      ticket: maybe(
        z.strictObject({ system: line(40), key: line(100), url: link }),
      ),
      url: link,
    }),
    200,
  ),
});

/** An incident as it was sent, checked; times are milliseconds since the epoch. */
export type GenericIncident = z.output<typeof genericIncidentSchema>;

/** What a body holds: one incident, or a list of them under `incidents`. */
export const genericBodySchema = z.looseObject({
  incidents: z.array(z.unknown()).max(MOST_INCIDENTS).optional(),
});
