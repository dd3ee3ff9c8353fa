import { ReportedIncident } from '@plimsoll/backstage-plugin-reliability-common';
import {
  baseUrlProblem,
  bodyDeliveryId,
  createProviderHttp,
  EndOfPages,
  IncidentBatch,
  incidentCursor,
  IncidentProvider,
  IncidentProviderFactory,
  IncidentReadOptions,
  ProviderClient,
  ProviderRuntime,
  readAnswer,
  readDelivery,
  readEach,
  readIncidentAccount,
  refuseTimedSignature,
  reportedStamps,
  reportProblem,
  subjectIds,
  timeOf,
  unlessNotFound,
  WebhookDelivery,
  webAddress,
  WebhookVerdict,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';

const accountSchema = z.strictObject({
  name: z.string(),
  type: z.literal('outageboard'),
  severities: z.unknown().optional(), // read by the backend
  token: z.string().min(1),
  baseUrl: z.string().superRefine(reportProblem(baseUrlProblem)),
  webhookSecret: z.string().min(16).optional(),
});

const outageSchema = z.object({
  id: z.string(),
  title: z.string(),
  link: z.string().nullish(),
  state: z.enum(['open', 'resolved']),
  level: z.string().nullable(),
  updated: z.iso.datetime(),
  opened: z.iso.datetime(),
  felt_since: z.iso.datetime().nullish(),
  resolved: z.iso.datetime().nullish(),
  services: z.array(z.object({ slug: z.string(), name: z.string() })),
});

const pageSchema = z.object({
  outages: z.array(outageSchema),
  next: z.string().nullable(),
});

const deliverySchema = z.object({
  delivery: z.string().min(1),
  outage: z.string(),
});

/** Where reading goes on. Milliseconds since the epoch. */
const placeSchema = z.strictObject({
  v: z.literal(1),
  history: z.boolean(),
  /** Changed since then. */
  since: z.number(),
  /** When this pass over the list began. */
  began: z.number(),
  /** What asks for the next page. */
  next: z.string().optional(),
});

const places = incidentCursor(placeSchema);

/** Nothing is lost while the clock there is behind ours. */
const OVERLAP_MS = 10 * 60_000;

const ID = /^[a-z0-9-]{1,60}$/i;

/** Pure: what the vendor says in Plimsoll's words. What it does not say stays missing. */
function toIncident(outage: z.output<typeof outageSchema>): ReportedIncident {
  const { id, title, link, state, level, services } = outage;
  return {
    externalId: id,
    title,
    url: webAddress(link),
    updatedAt: Date.parse(outage.updated),
    status: state,
    severity: level,
    stamps: reportedStamps({
      impactStart: timeOf(outage.felt_since),
      declared: timeOf(outage.opened),
      resolved: timeOf(outage.resolved),
    }),
    reopenedAt: [],
    isTest: false,
    isPrivate: false,
    customerImpact: null,
    subjects: services.map(({ slug, name }) => ({
      kind: 'service',
      id: slug,
      label: name,
    })),
    entityRefs: [],
    responders: [],
    pages: [],
    updates: [],
    postmortems: [],
    followUps: [],
  };
}

class OutageboardProvider implements IncidentProvider {
  readonly account: string;
  readonly type = 'outageboard';
  readonly kinds = ['service'];
  readonly receive?: IncidentProvider['receive'];
  private readonly http: ProviderClient;

  constructor(
    { name, token, baseUrl, webhookSecret }: z.output<typeof accountSchema>,
    private readonly runtime: ProviderRuntime,
  ) {
    this.account = name;
    this.http = createProviderHttp({
      account: name,
      baseUrl,
      headers: () => ({ Authorization: `Bearer ${token}` }),
      runtime,
    });
    if (webhookSecret) {
      this.receive = (delivery, now) => receive(delivery, webhookSecret, now);
    }
  }

  subjectsOf(annotations: Readonly<Record<string, string>>) {
    const slugs = subjectIds(annotations['outageboard.example.com/service']);
    return slugs.map(id => ({ kind: 'service', id }));
  }

  /** One list, in the order of changes, serves history and what changed since. */
  async *read(options: IncidentReadOptions): AsyncIterable<IncidentBatch> {
    const { cursor, since, signal } = options;
    signal.throwIfAborted();
    const now = this.runtime.now();
    const end = new EndOfPages(this.account);
    let place = places.read(cursor) ?? {
      v: 1 as const,
      history: true,
      since,
      began: now,
    };
    if (!place.next) place = { ...place, began: now };
    for (;;) {
      const query = {
        changed_since: new Date(place.since).toISOString(),
        ...(place.next && { page: place.next }),
      };
      const { outages, next } = await this.ask(
        '/v1/outages',
        pageSchema,
        signal,
        query,
      );
      const ids = outages.map(({ id }) => id);
      end.check(ids, next ?? undefined);
      const { history, began } = place;
      place = next
        ? { ...place, next }
        : { v: 1, history: false, since: began - OVERLAP_MS, began };
      yield {
        incidents: outages.map(toIncident),
        gone: [],
        cursor: places.write(place),
        // What changed last may have begun first: nothing is known until the end.
        ...(history && next && { backfilledTo: began }),
      };
      if (!next) return;
    }
  }

  async readSome(externalIds: readonly string[], signal: AbortSignal) {
    const { found, gone } = await readEach(externalIds, {
      wanted: ID,
      width: 2,
      read: id =>
        unlessNotFound(this.ask(`/v1/outages/${id}`, outageSchema, signal)),
    });
    return { incidents: found.map(toIncident), gone };
  }

  health() {
    return this.http.health();
  }

  private async ask<T extends z.ZodType>(
    path: string,
    schema: T,
    signal: AbortSignal,
    query?: Record<string, string>,
  ): Promise<z.output<T>> {
    const { body } = await this.http.get(path, { query, signal });
    return readAnswer(body, schema, {
      account: this.account,
      vendor: 'Outageboard',
    });
  }
}

/** Whatever the body says, the incident is read again. */
function receive(
  delivery: WebhookDelivery,
  secret: string,
  now: number,
): WebhookVerdict {
  const header = 'outageboard-signature';
  const reason = refuseTimedSignature(delivery, { secret, header, now });
  if (reason) return { kind: 'refused', reason };
  const body = readDelivery(delivery, deliverySchema);
  if (body.kind === 'unreadable') {
    return { ...body, deliveryId: bodyDeliveryId(delivery) };
  }
  const { delivery: deliveryId, outage } = body.data;
  return { kind: 'accepted', deliveryId, refresh: [outage] };
}

/** Makes the accounts of type `outageboard`. */
export const outageboardProviderFactory: IncidentProviderFactory = {
  type: 'outageboard',
  create: (config, runtime) =>
    new OutageboardProvider(
      readIncidentAccount(config, accountSchema),
      runtime,
    ),
};
