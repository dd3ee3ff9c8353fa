import { createHmac } from 'node:crypto';
import { BucketState } from '../FakeBucket';
import { FakeDelivery } from '../delivery';
import {
  FakeReply,
  FakeRequest,
  FakeVendor,
  FakeVendorOptions,
} from '../FakeVendor';
import { FirehydrantIncident, incidentJson, reportJson } from './state';

const DEFAULT_PAGE = 20;
const MOST = 200;

const notFound = (): FakeReply => ({
  status: 404,
  body: { detail: 'Not found' },
});

/**
 * Stands in for the API of FireHydrant, as far as incidents and retrospectives go: pages by number, the newest
 * first, 50 requests in ten seconds for the whole account, and signed webhooks.
 */
export class FakeFirehydrant extends FakeVendor {
  readonly incidents = new Map<string, FirehydrantIncident>();
  /** `always`: every page says that there is another; `same`: and is the first one. */
  endless: 'no' | 'always' | 'same' = 'no';
  private count = 0;

  constructor(
    private readonly options: FakeVendorOptions & {
      readonly token?: string;
      readonly webhookSecret?: string;
    },
  ) {
    super({ limit: { requests: 50, perMs: 10_000 }, ...options });
  }

  /** @returns its id */
  add(incident: Partial<FirehydrantIncident>): string {
    this.count += 1;
    const id =
      incident.id ??
      `00000000-0000-4000-8000-${`${this.count}`.padStart(12, '0')}`;
    const createdAt = incident.createdAt ?? this.now();
    this.incidents.set(id, {
      name: 'Something is wrong',
      milestone: 'started',
      severity: null,
      createdAt,
      updatedAt: createdAt,
      milestones: {},
      services: [],
      tickets: [],
      people: [],
      ...incident,
      id,
      number: this.count,
    });
    return id;
  }

  /** Changes what is named, now, unless a time is given. */
  change(id: string, changes: Partial<FirehydrantIncident>): void {
    const incident = this.incidents.get(id);
    if (!incident) throw new Error(`No incident "${id}"`);
    this.incidents.set(id, { ...incident, updatedAt: this.now(), ...changes });
  }

  /** Deleted there: it stays in the list for whoever asks for changes, and is not there by its id. */
  discard(id: string): void {
    this.change(id, { discardedAt: this.now() });
  }

  /** What is sent about an incident as it is now. */
  deliver(id: string): FakeDelivery {
    const incident = this.incidents.get(id);
    if (!incident) throw new Error(`No incident "${id}"`);
    this.count += 1;
    return this.sign(
      JSON.stringify({
        data: { incident: incidentJson(incident) },
        event: { operation: 'UPDATED', resource_type: 'incident' },
        sent: this.count,
      }),
    );
  }

  /** Any body, rightly signed. */
  sign(body: string): FakeDelivery {
    const { webhookSecret: secret } = this.options;
    if (!secret) throw new Error('The fake has no webhook secret');
    const rawBody = Buffer.from(body);
    const signature = createHmac('sha256', secret)
      .update(rawBody)
      .digest('hex');
    return {
      rawBody,
      headers: {
        'content-type': 'application/json',
        'fh-signature': signature,
      },
      url: '',
    };
  }

  protected authorized({ headers }: FakeRequest): boolean {
    const { token } = this.options;
    return !token || headers.authorization === `Bearer ${token}`;
  }

  protected limitHeaders(state: BucketState): Record<string, string> {
    return {
      'ratelimit-limit': `${state.limit}`,
      'ratelimit-remaining': `${state.remaining}`,
      'ratelimit-reset': `${Math.ceil(state.resetMs / 1000)}`,
      ...(!state.allowed && {
        'retry-after': `${Math.ceil(state.resetMs / 1000)}`,
      }),
    };
  }

  protected answer(request: FakeRequest): FakeReply {
    const [, version, list, id, more] = request.path.split('/');
    if (version !== 'v1' || more) return notFound();
    if (list === 'post_mortems' && id === 'reports') {
      return this.reports(request);
    }
    if (list !== 'incidents') return notFound();
    if (!id) return this.list(request);
    const incident = this.incidents.get(decodeURIComponent(id));
    return incident && !incident.discardedAt
      ? { body: incidentJson(incident) }
      : notFound();
  }

  private list(request: FakeRequest): FakeReply {
    const since = Date.parse(request.query.get('updated_after') ?? '');
    const all = [...this.incidents.values()]
      .filter(({ updatedAt }) => !(updatedAt < since))
      .sort((a, b) => b.createdAt - a.createdAt);
    if (this.endless === 'no') return this.page(request, all, incidentJson);
    const round = Number(request.query.get('page') ?? 1);
    const suffix = this.endless === 'always' ? `-${round}` : '';
    return {
      body: {
        data: all.map(each =>
          incidentJson({ ...each, id: `${each.id}${suffix}` }),
        ),
        pagination: { page: round, next: round + 1 },
      },
    };
  }

  private reports(request: FakeRequest): FakeReply {
    const since = Date.parse(request.query.get('updated_since') ?? '');
    const all = [...this.incidents.values()].filter(
      ({ report }) => report && !(report.updatedAt < since),
    );
    return this.page(request, all, reportJson);
  }

  private page(
    { query }: FakeRequest,
    all: readonly FirehydrantIncident[],
    write: (incident: FirehydrantIncident) => object,
  ): FakeReply {
    const size = Number(query.get('per_page') ?? DEFAULT_PAGE);
    const page = Number(query.get('page') ?? 1);
    if (!(size >= 1 && size <= MOST && page >= 1)) {
      return { status: 400, body: { detail: 'per_page is out of range' } };
    }
    const pages = Math.max(1, Math.ceil(all.length / size));
    return {
      body: {
        data: all.slice((page - 1) * size, page * size).map(write),
        pagination: {
          count: all.length,
          page,
          items: size,
          pages,
          last: pages,
          prev: page > 1 ? page - 1 : null,
          next: page < pages ? page + 1 : null,
        },
      },
    };
  }
}
