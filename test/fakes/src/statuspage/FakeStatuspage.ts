import { FakeDelivery } from '../delivery';
import {
  FakeReply,
  FakeRequest,
  FakeVendor,
  FakeVendorOptions,
} from '../FakeVendor';
import { incidentJson, managedJson, StatuspageIncident } from './state';

const DEFAULT_PAGE = 100;
const TOLD = 50;
const OVER = ['resolved', 'postmortem', 'completed'];

const notFound = (): FakeReply => ({
  status: 404,
  body: { error: 'Not found' },
});

/**
 * Stands in for Statuspage: the API of an owner, one request a second and the newest incidents first, and what a page
 * tells everybody. Webhooks are not signed; the address has a secret in it.
 */
export class FakeStatuspage extends FakeVendor {
  readonly incidents = new Map<string, StatuspageIncident>();
  /** `always`: every page says that there is another; `same`: and is the first one. */
  endless: 'no' | 'always' | 'same' = 'no';
  private count = 0;

  constructor(
    private readonly options: FakeVendorOptions & {
      readonly pageId?: string;
      readonly apiKey?: string;
      readonly webhookSecret?: string;
    },
  ) {
    super({ limit: { requests: 1, perMs: 1000 }, ...options });
  }

  /** @returns its id */
  add(incident: Partial<StatuspageIncident>): string {
    this.count += 1;
    const id = incident.id ?? `inc${`${this.count}`.padStart(9, '0')}`;
    const createdAt = incident.createdAt ?? this.now();
    this.incidents.set(id, {
      name: 'Something is wrong',
      status: 'investigating',
      impact: 'minor',
      createdAt,
      updatedAt: createdAt,
      components: [],
      updates: [{ status: 'investigating', at: createdAt }],
      ...incident,
      id,
    });
    return id;
  }

  /** Changes what is named, now, unless a time is given. */
  change(id: string, changes: Partial<StatuspageIncident>): void {
    const incident = this.incidents.get(id);
    if (!incident) throw new Error(`No incident "${id}"`);
    this.incidents.set(id, { ...incident, updatedAt: this.now(), ...changes });
  }

  remove(id: string): void {
    this.incidents.delete(id);
  }

  /** What subscribers are sent about an incident as it is now. */
  deliver(id: string): FakeDelivery {
    const incident = this.incidents.get(id);
    if (!incident) throw new Error(`No incident "${id}"`);
    const { pageId = 'page' } = this.options;
    this.count += 1;
    return this.sign(
      JSON.stringify({
        meta: { generated_at: this.count },
        page: { id: pageId, status_indicator: 'minor' },
        incident: managedJson(incident),
      }),
    );
  }

  /** Any body, with the secret in the address. */
  sign(body: string): FakeDelivery {
    const { webhookSecret: secret } = this.options;
    if (!secret) throw new Error('The fake has no webhook secret');
    return {
      rawBody: Buffer.from(body),
      headers: { 'content-type': 'application/json' },
      url: `/api/reliability/webhooks/statuspage/main?secret=${encodeURIComponent(
        secret,
      )}`,
    };
  }

  protected authorized({ path, headers }: FakeRequest): boolean {
    const { apiKey } = this.options;
    const isPublic = path.startsWith('/api/v2/');
    return isPublic || !apiKey || headers.authorization === `OAuth ${apiKey}`;
  }

  protected unauthorized(): FakeReply {
    return { status: 401, body: { error: 'Could not authenticate' } };
  }

  protected tooMany(): FakeReply {
    return { status: 420, body: { error: 'Too many requests' } };
  }

  protected answer(request: FakeRequest): FakeReply {
    const { path } = request;
    if (path === '/api/v2/incidents.json') return this.told(() => true);
    if (path === '/api/v2/incidents/unresolved.json') {
      return this.told(({ status }) => !OVER.includes(status));
    }
    const [, version, pages, page, list, id, more] = path.split('/');
    const isKnown = version === 'v1' && pages === 'pages' && !more;
    const { pageId = 'page' } = this.options;
    if (!isKnown || page !== pageId || list !== 'incidents') return notFound();
    if (!id) return this.list(request);
    const incident = this.incidents.get(decodeURIComponent(id));
    return incident ? { body: managedJson(incident) } : notFound();
  }

  /** The newest first. */
  private sorted(): StatuspageIncident[] {
    return [...this.incidents.values()].sort(
      (a, b) => b.createdAt - a.createdAt,
    );
  }

  private told(isMeant: (incident: StatuspageIncident) => boolean): FakeReply {
    const incidents = this.sorted()
      .filter(each => each.impact !== 'maintenance' && isMeant(each))
      .slice(0, TOLD)
      .map(incidentJson);
    return { body: { page: { id: this.options.pageId }, incidents } };
  }

  private list({ query }: FakeRequest): FakeReply {
    const limit = Number(query.get('limit') ?? DEFAULT_PAGE);
    const page = Number(query.get('page') ?? 1);
    if (!(limit >= 1 && limit <= DEFAULT_PAGE && page >= 1)) {
      return { status: 400, body: { error: 'limit is out of range' } };
    }
    const all = this.sorted();
    if (this.endless !== 'no') return this.fullPage(all[0], page, limit);
    const some = all.slice((page - 1) * limit, page * limit);
    return { body: some.map(managedJson) };
  }

  /** Nothing but a page that is full says that there is another one. */
  private fullPage(
    incident: StatuspageIncident,
    page: number,
    limit: number,
  ): FakeReply {
    const round = this.endless === 'always' ? page : 1;
    return {
      body: Array.from({ length: limit }, (_, index) =>
        managedJson({ ...incident, id: `${incident.id}x${round}x${index}` }),
      ),
    };
  }
}
