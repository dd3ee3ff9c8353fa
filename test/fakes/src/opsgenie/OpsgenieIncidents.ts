import { FakeReply, FakeRequest } from '../FakeVendor';
import { error, iso, notFound, whole } from './json';

const DEFAULT_PAGE = 20;
const MAX_PAGE = 100;

/** What happened to an incident. Milliseconds since the epoch. */
export interface OpsgenieEntry {
  readonly type: string;
  readonly at: number;
  /** Whoever did it signs in with it; none: the system did it. */
  readonly actor?: string;
  readonly text?: string;
  readonly hidden?: boolean;
}

export interface OpsgenieIncident {
  readonly id: string;
  readonly tinyId: number;
  readonly message: string;
  readonly description?: string;
  readonly status: 'open' | 'resolved' | 'closed';
  readonly priority: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly impactStart?: number;
  readonly impactEnd?: number;
  /** Ids of services. */
  readonly services: readonly string[];
  readonly tags: readonly string[];
  readonly entries: readonly OpsgenieEntry[];
}

/** Whether an incident fits one term of a query; undefined: the term is none. */
function fits(
  term: string,
  { createdAt, status }: OpsgenieIncident,
): boolean | undefined {
  const [, sign, time] = /^createdAt (>=|<=|>|<) (\d+)$/.exec(term) ?? [];
  const at = Number(time);
  if (sign === '>=') return createdAt >= at;
  if (sign === '<=') return createdAt <= at;
  if (sign === '>') return createdAt > at;
  if (sign === '<') return createdAt < at;
  const [, wanted] = /^status: ?(\w+)$/.exec(term) ?? [];
  return wanted ? status === wanted : undefined;
}

/** The incidents of an account, with the timeline of each, and the services that they name. */
export class OpsgenieIncidents {
  readonly byId = new Map<string, OpsgenieIncident>();
  /** Names, by ids. */
  readonly services = new Map<string, string>();
  /** `always`: every page of incidents says that there is another; `same`: and is the first one. */
  endless: 'no' | 'always' | 'same' = 'no';
  private count = 0;
  private rounds = 0;

  /** @param now - the vendor's clock; milliseconds since the epoch */
  constructor(private readonly now: () => number) {}

  /** @returns its id; that of the one of this name that is there already */
  addService(name: string): string {
    for (const [id, other] of this.services) if (other === name) return id;
    const id = `20000000-0000-4000-8000-${`${this.services.size}`.padStart(
      12,
      '0',
    )}`;
    this.services.set(id, name);
    return id;
  }

  /** @returns its id */
  add(incident: Partial<OpsgenieIncident>): string {
    this.count += 1;
    const id =
      incident.id ??
      `10000000-0000-4000-8000-${`${this.count}`.padStart(12, '0')}`;
    const createdAt = incident.createdAt ?? this.now();
    this.byId.set(id, {
      tinyId: this.count,
      message: 'Something is wrong',
      status: 'open',
      priority: 'P3',
      createdAt,
      updatedAt: createdAt,
      services: [],
      tags: [],
      entries: [],
      ...incident,
      id,
    });
    return id;
  }

  /** Changes what is named, now, unless a time is given. */
  change(id: string, changes: Partial<OpsgenieIncident>): void {
    const incident = this.byId.get(id);
    if (!incident) throw new Error(`No incident "${id}"`);
    this.byId.set(id, { ...incident, updatedAt: this.now(), ...changes });
  }

  /** The body of a webhook about the alert by which an incident calls its owner. */
  alert(id: string, action: string): object {
    const incident = this.byId.get(id);
    if (!incident) throw new Error(`No incident "${id}"`);
    return {
      action,
      alert: {
        alertId: `${id}-${incident.createdAt}`,
        message: incident.message,
        createdAt: incident.createdAt,
        updatedAt: incident.updatedAt * 1_000_000,
        priority: incident.priority,
        details: { 'incident-alert-type': 'Owner', 'incident-id': id },
      },
      source: { name: '', type: 'incident' },
      integrationType: 'Webhook',
    };
  }

  answer(request: FakeRequest): FakeReply {
    const [, version, list, rawId, part] = request.path.split('/');
    const id = rawId && decodeURIComponent(rawId);
    if (version === 'v2') {
      const incident = this.byId.get(id);
      return incident && part === 'entries'
        ? this.timeline(incident, request)
        : notFound();
    }
    if (part) return notFound();
    if (list === 'services') return this.serviceReply(id, request);
    if (list !== 'incidents') return notFound();
    const incident = id && this.byId.get(id);
    if (id) return incident ? whole(this.json(incident)) : notFound();
    return this.list(request);
  }

  private list(request: FakeRequest): FakeReply {
    const { query } = request;
    const text = query.get('query');
    if (!text) return error(422, 'query is mandatory');
    const terms = text.split(' AND ');
    const all = [...this.byId.values()];
    const wrong = all.some(each =>
      terms.some(term => fits(term, each) === undefined),
    );
    if (wrong) return error(422, 'The query cannot be read');
    const found = all
      .filter(each => terms.every(term => fits(term, each)))
      .sort((a, b) => a.createdAt - b.createdAt);
    if (query.get('order') === 'desc') found.reverse();
    if (this.endless !== 'no') return this.again(found);
    return this.page(request, found, each => this.json(each));
  }

  private again(all: readonly OpsgenieIncident[]): FakeReply {
    this.rounds += 1;
    const round = this.endless === 'always' ? `-${this.rounds}` : '';
    return whole(
      all.map(each => this.json({ ...each, id: `${each.id}${round}` })),
      { paging: { next: '/v1/incidents?offset=1' } },
    );
  }

  private serviceReply(id: string | undefined, request: FakeRequest) {
    const all = [...this.services].map(([key, name]) => ({ id: key, name }));
    if (!id) return this.page(request, all, each => each);
    const service = all.find(each => each.id === id);
    return service ? whole(service) : notFound();
  }

  private page<T>(
    { query, path }: FakeRequest,
    all: readonly T[],
    write: (item: T) => object,
  ): FakeReply {
    const limit = Number(query.get('limit') ?? DEFAULT_PAGE);
    if (!(limit >= 1 && limit <= MAX_PAGE)) return error(422, 'Wrong limit');
    const offset = Number(query.get('offset') ?? 0);
    const more = offset + limit < all.length;
    return whole(all.slice(offset, offset + limit).map(write), {
      totalCount: all.length,
      paging: more ? { next: `${path}?offset=${offset + limit}` } : {},
    });
  }

  private timeline(
    { id, entries }: OpsgenieIncident,
    { query }: FakeRequest,
  ): FakeReply {
    const limit = Number(query.get('limit') ?? DEFAULT_PAGE);
    if (!(limit >= 1 && limit <= MAX_PAGE)) return error(422, 'Wrong limit');
    const offset = Number(query.get('offset') ?? 0);
    const more = offset + limit < entries.length;
    return whole({
      entries: entries.slice(offset, offset + limit).map((entry, index) => ({
        id: `${id}-${offset + index}`,
        group: 'incident',
        type: entry.type,
        eventTime: iso(entry.at),
        hidden: entry.hidden ?? false,
        actor: entry.actor
          ? { name: entry.actor, type: 'user' }
          : { name: 'System', type: 'system' },
        ...(entry.text && {
          description: { type: 'text', content: entry.text },
        }),
      })),
      ...(more && { nextOffset: `${offset + limit}` }),
    });
  }

  private json(incident: OpsgenieIncident) {
    const { impactStart, impactEnd } = incident;
    return {
      id: incident.id,
      tinyId: `${incident.tinyId}`,
      message: incident.message,
      ...(incident.description && { description: incident.description }),
      status: incident.status,
      ...(incident.priority && { priority: incident.priority }),
      createdAt: iso(incident.createdAt),
      updatedAt: iso(incident.updatedAt),
      ...(impactStart !== undefined && { impactStartDate: iso(impactStart) }),
      ...(impactEnd !== undefined && { impactEndDate: iso(impactEnd) }),
      impactedServices: incident.services,
      tags: incident.tags,
      responders: [],
      extraProperties: {},
      links: {
        web: `https://acme.opsgenie.example/incident/detail/${incident.id}`,
      },
    };
  }
}
