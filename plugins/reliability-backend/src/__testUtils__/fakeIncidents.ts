import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { ReportedIncident } from '@plimsoll/backstage-plugin-reliability-common';
import {
  IncidentBatch,
  IncidentProvider,
  IncidentReadOptions,
  ProviderError,
  WebhookDelivery,
  WebhookVerdict,
} from '@plimsoll/backstage-plugin-reliability-node';
import { Knex } from 'knex';
import { service, team } from './entities';
import { createHarness, Harness, HOUR, NOW } from './harness';
import { check, ladder, only } from './scorecards';

/** An incident about the service P1 of an account, open for an hour. */
export const reported = (
  externalId: string,
  parts: Partial<ReportedIncident> = {},
): ReportedIncident => ({
  externalId,
  title: `Incident ${externalId}`,
  updatedAt: NOW - HOUR,
  status: 'open',
  severity: 'sev2',
  stamps: { declared: { at: NOW - HOUR, from: 'provider' } },
  reopenedAt: [],
  isTest: false,
  isPrivate: false,
  customerImpact: null,
  subjects: [{ kind: 'service', id: 'P1', label: 'Payments' }],
  entityRefs: [],
  responders: [],
  pages: [],
  updates: [],
  postmortems: [],
  followUps: [],
  ...parts,
});

/** The same, resolved. */
export const resolvedAt = (
  at: number,
  parts: Partial<ReportedIncident> = {},
): Partial<ReportedIncident> => ({
  status: 'resolved',
  updatedAt: at,
  stamps: {
    declared: { at: at - HOUR, from: 'provider' },
    resolved: { at, from: 'provider' },
  },
  ...parts,
});

/** An account with a feed of changes, that says what a test wants and fails when the test says so. */
export class FakeIncidents implements IncidentProvider {
  readonly kinds: readonly string[] = ['service'];
  readonly incidents = new Map<string, ReportedIncident>();
  /** Ids in the order of their changes. */
  private readonly feed: string[] = [];
  /** What each read was given. */
  readonly reads: IncidentReadOptions[] = [];
  /** What was read again. */
  readonly asked: string[][] = [];
  pageSize = 500;
  /** Thrown instead of an answer. */
  failure?: unknown;
  /** Called before each batch, which waits for it. */
  before: (batch: number) => Promise<void> | void = () => {};

  constructor(readonly account = 'main', readonly type = 'fake') {}

  /** Adds incidents or changes them. */
  put(...incidents: readonly ReportedIncident[]): void {
    for (const incident of incidents) {
      this.incidents.set(incident.externalId, incident);
      this.feed.push(incident.externalId);
    }
  }

  delete(externalId: string): void {
    this.incidents.delete(externalId);
    this.feed.push(externalId);
  }

  fail(retryAfterMs?: number): void {
    this.failure = new ProviderError(
      'unreachable',
      `The account "${this.account}" is down`,
      retryAfterMs,
    );
  }

  subjectsOf(annotations: Readonly<Record<string, string>>) {
    const id = annotations['fake.com/service'];
    return id ? [{ kind: 'service', id }] : [];
  }

  async *read(options: IncidentReadOptions): AsyncIterable<IncidentBatch> {
    this.reads.push(options);
    let at = Number(options.cursor ?? 0);
    const end = this.feed.length;
    for (let batch = 0; at < end || batch === 0; batch++) {
      await this.before(batch);
      if (this.failure) throw this.failure;
      const ids = this.feed.slice(at, Math.min(end, at + this.pageSize));
      at += ids.length;
      yield { ...this.tell(ids), cursor: String(at) };
    }
  }

  async readSome(externalIds: readonly string[]) {
    this.asked.push([...externalIds]);
    if (this.failure) throw this.failure;
    return this.tell(externalIds);
  }

  /** The secret is `secret`; the body is `{ id, ids, incidents? }`. */
  receive({ rawBody, headers }: WebhookDelivery): WebhookVerdict {
    const { 'x-secret': secret } = headers;
    if (!secret) return { kind: 'refused', reason: 'no-signature' };
    if (secret !== 'secret') {
      return { kind: 'refused', reason: 'bad-signature' };
    }
    try {
      const { id, ids = [], incidents } = JSON.parse(rawBody.toString('utf8'));
      return { kind: 'accepted', deliveryId: id, refresh: ids, incidents };
    } catch {
      return {
        kind: 'unreadable',
        deliveryId: `unreadable-${rawBody.length}`,
        message: 'no JSON',
      };
    }
  }

  private tell(ids: readonly string[]) {
    const unique = [...new Set(ids)];
    return {
      incidents: unique.flatMap(id => this.incidents.get(id) ?? []),
      gone: unique.filter(id => !this.incidents.has(id)),
    };
  }
}

/** A service that is something at the account `main`; null: nothing. */
export const serviceOf = (
  name: string,
  subject: string | null = 'main:service:P1',
  tier = 'tier-0',
): Entity =>
  service(name, {
    metadata: {
      annotations: {
        ...(subject && { 'plimsoll.dev/incidents': subject }),
        'plimsoll.dev/tier': tier,
      },
    },
  });

/** Bronze for an owner, Silver for no open incident. */
const calm = ladder({
  checks: [
    check('owned', { pass: 'entity.ownerExists' }),
    check('calm', { level: 'silver', pass: 'incidents.open == 0' }),
  ],
});

/** A portal with one account for each provider, which knows its services. */
export async function openIncidentPortal(options: {
  readonly knex: Knex;
  readonly providers: readonly IncidentProvider[];
  readonly entities?: readonly Entity[];
  readonly incidents?: JsonObject;
  readonly reliability?: JsonObject;
}): Promise<Harness> {
  const { knex, providers, entities = [serviceOf('pay')] } = options;
  const harness = await createHarness({
    knex,
    entities: [team(), ...entities],
    reliability: {
      ...only(calm),
      incidents: {
        accounts: providers.map(({ account, type }) => ({
          name: account,
          type,
        })),
        ...options.incidents,
      },
      ...options.reliability,
    },
    incidentProviders: providers,
  });
  await harness.services.sync.sweep();
  return harness;
}
