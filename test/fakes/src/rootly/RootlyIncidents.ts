import { createHmac } from 'node:crypto';
import { FakeDelivery } from '../delivery';
import { FakeReply, FakeRequest } from '../FakeVendor';
import {
  rootlyBesideJson,
  RootlyIncident,
  rootlyIncidentJson,
} from './incidentState';

const DEFAULT_PAGE = 25;
const MAX_PAGE = 100;

const notFound: FakeReply = {
  status: 404,
  body: { errors: [{ title: 'Not found or unauthorized', status: '404' }] },
};

/** The incidents of an account at Rootly, the least recently changed first. */
export class RootlyIncidents {
  readonly byId = new Map<string, RootlyIncident>();
  /** `always`: every page says that there is another; `same`: and is the first one. */
  endless: 'no' | 'always' | 'same' = 'no';
  private count = 0;

  /** @param now - the vendor's clock; milliseconds since the epoch */
  constructor(
    private readonly now: () => number,
    private readonly webhookSecret?: string,
  ) {}

  /** @returns its id */
  add(incident: Partial<RootlyIncident>): string {
    this.count += 1;
    const id =
      incident.id ??
      `0b1b2c3d-0000-4000-8000-${`${this.count}`.padStart(12, '0')}`;
    const createdAt = incident.createdAt ?? this.now();
    this.byId.set(id, {
      title: 'Something is wrong',
      kind: 'normal',
      status: 'started',
      severity: null,
      services: [],
      createdAt,
      updatedAt: createdAt,
      times: {},
      actions: [],
      ...incident,
      id,
      number: this.count,
    });
    return id;
  }

  /** Changes what is named, now, unless a time is given. */
  change(id: string, changes: Partial<RootlyIncident>): void {
    const incident = this.byId.get(id);
    if (!incident) throw new Error(`No incident "${id}"`);
    this.byId.set(id, { ...incident, updatedAt: this.now(), ...changes });
  }

  /** What is sent about an incident as it is now; each call is a delivery of its own. */
  deliver(id: string): FakeDelivery {
    const incident = this.byId.get(id);
    if (!incident) throw new Error(`No incident "${id}"`);
    this.count += 1;
    const issued = new Date(this.now()).toISOString();
    return this.sign(
      JSON.stringify({
        event: {
          id: `event-${this.count}`,
          type: 'incident.updated',
          issued_at: issued,
        },
        data: { id, ...rootlyIncidentJson(incident).attributes },
      }),
    );
  }

  /** Any body, rightly signed now. @param joint - between time and body, as others join them */
  sign(body: string, joint = ''): FakeDelivery {
    if (!this.webhookSecret) throw new Error('The fake has no webhook secret');
    const time = `${Math.floor(this.now() / 1000)}`;
    const signature = createHmac('sha256', this.webhookSecret)
      .update(`${time}${joint}${body}`)
      .digest('hex');
    return {
      rawBody: Buffer.from(body),
      headers: {
        'content-type': 'application/json',
        'x-rootly-signature': `t=${time},v1=${signature}`,
      },
      url: '',
    };
  }

  answer(request: FakeRequest): FakeReply {
    const [, , , id] = request.path.split('/');
    if (!id) return this.list(request);
    const incident = this.byId.get(decodeURIComponent(id));
    if (!incident) return notFound;
    return {
      body: {
        data: rootlyIncidentJson(incident),
        included: this.beside(request, [incident]),
      },
    };
  }

  private list(request: FakeRequest): FakeReply {
    const { query } = request;
    const since = Date.parse(query.get('filter[updated_at][gt]') ?? '');
    const all = [...this.byId.values()]
      .filter(({ updatedAt }) => !(updatedAt <= since))
      .sort((a, b) => a.updatedAt - b.updatedAt);
    const size = Math.min(
      Number(query.get('page[size]') ?? DEFAULT_PAGE),
      MAX_PAGE,
    );
    const page = Number(query.get('page[number]') ?? 1);
    const paged = this.endless === 'no';
    const first = paged ? (page - 1) * size : 0;
    const items = all.slice(first, first + size);
    const pages = Math.ceil(all.length / size);
    this.count += 1;
    const moved = this.endless === 'always' ? `-${this.count}` : '';
    return {
      body: {
        data: items.map(each =>
          rootlyIncidentJson({ ...each, id: `${each.id}${moved}` }),
        ),
        included: this.beside(request, items),
        meta: {
          current_page: page,
          next_page: !paged || page < pages ? page + 1 : null,
          total_count: all.length,
          total_pages: pages,
        },
      },
    };
  }

  private beside(
    { query }: FakeRequest,
    incidents: readonly RootlyIncident[],
  ): object[] {
    return query.has('include') ? incidents.flatMap(rootlyBesideJson) : [];
  }
}
