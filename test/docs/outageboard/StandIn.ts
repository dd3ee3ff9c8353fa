import {
  ContractFault,
  ContractIncident,
  IncidentContractVendor,
} from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { WebhookDelivery } from '@plimsoll/backstage-plugin-reliability-node';
import { createHmac } from 'node:crypto';
import http from 'node:http';
import { AddressInfo } from 'node:net';

export const TOKEN = 'secret-of-outageboard';
export const SECRET = 'secret-of-its-webhooks';

const PAGE = 100;

interface Outage {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly updatedAt: number;
  readonly incident: ContractIncident;
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const iso = (ms: number | undefined) =>
  ms === undefined ? null : new Date(ms).toISOString();

const toJson = ({ id, updatedAt, incident }: Outage) => {
  const { title, status, severity = 'Red', stamps, declaredAt } = incident;
  const { services = ['Payments'] } = incident;
  return {
    id,
    title,
    link: `https://outageboard.example.com/${id}`,
    state: status,
    level: severity,
    updated: iso(updatedAt),
    opened: iso(declaredAt),
    felt_since: iso(stamps?.impactStart),
    resolved: iso(stamps?.resolved),
    services: services.map(name => ({ slug: name.toLowerCase(), name })),
  };
};

/** Sorts as the pages do: by the last change. */
const placeOf = ({ updatedAt, id }: Outage) =>
  `${iso(updatedAt)}_${id.padStart(12)}`;

/** Keeps outages and gives them away over real HTTP, or fails as it is told. */
export class StandIn implements IncidentContractVendor {
  private readonly outages = new Map<string, Outage>();
  private faults: (ContractFault & { left: number })[] = [];
  private asked = 0;
  private delivered = 0;
  private endless: 'no' | 'new' | 'same' = 'no';
  private readonly server = http.createServer((request, response) => {
    this.asked += 1;
    const fault = this.faults.find(({ left }) => left > 0);
    if (fault) fault.left -= 1;
    if (fault?.hang) return;
    if (fault?.reset) {
      response.destroy();
      return;
    }
    const { status, headers, body } = this.answer(request, fault);
    const bytes = Buffer.from(
      typeof body === 'string' ? body : JSON.stringify(body),
    );
    response.writeHead(status, { 'content-length': bytes.length, ...headers });
    const given = bytes.subarray(0, fault?.truncate);
    if (given.length === bytes.length) response.end(bytes);
    else response.write(given, () => response.destroy());
  });

  constructor(private readonly now: () => number) {}

  async start(): Promise<this> {
    await new Promise<void>(resolve => {
      this.server.listen(0, '127.0.0.1', resolve);
    });
    return this;
  }

  config = () => ({
    token: TOKEN,
    baseUrl: this.baseUrl(),
    webhookSecret: SECRET,
  });

  wrongConfig = () => ({ ...this.config(), token: `${TOKEN}x` });

  put(incident: ContractIncident): string {
    const id = `outage-${this.outages.size + 1}`;
    const { declaredAt, stamps = {} } = incident;
    const latest = Math.max(declaredAt, ...Object.values(stamps));
    const { updatedAt = latest } = incident;
    this.outages.set(id, { id, updatedAt, incident });
    return id;
  }

  change(id: string, incident: ContractIncident): void {
    const { updatedAt = this.now() } = incident;
    this.outages.set(id, { id, updatedAt, incident });
  }

  remove(id: string): void {
    this.outages.delete(id);
  }

  deliver(id: string): WebhookDelivery {
    this.delivered += 1;
    const delivery = `delivery-${this.delivered}`;
    return this.sign(JSON.stringify({ delivery, outage: id }));
  }

  sign(body: string): WebhookDelivery {
    const time = Math.floor(this.now() / 1000);
    const signature = createHmac('sha256', SECRET)
      .update(`${time}.${body}`)
      .digest('hex');
    return {
      rawBody: Buffer.from(body),
      headers: { 'outageboard-signature': `t=${time},v1=${signature}` },
      url: '/api/reliability/webhooks/outageboard/main',
    };
  }

  fail(fault: ContractFault): void {
    this.faults = [...this.faults, { ...fault, left: fault.times ?? 1 }];
  }

  heal(): void {
    this.faults = [];
  }

  requests = () => this.asked;

  neverEnd(): void {
    this.endless = 'new';
  }

  repeatPages(): void {
    this.endless = 'same';
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => {
      this.server.close(resolve);
    });
  }

  private baseUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private answer(
    { headers, url = '' }: http.IncomingMessage,
    fault: ContractFault | undefined,
  ): Answer {
    if (fault && !fault.truncate) return { status: 200, body: '', ...fault };
    if (headers.authorization !== `Bearer ${TOKEN}`) {
      return { status: 401, body: {} };
    }
    const { pathname, searchParams } = new URL(url, this.baseUrl());
    if (pathname === '/v1/outages') {
      return { status: 200, body: this.page(searchParams) };
    }
    const outage = this.outages.get(pathname.replace(/^.*\//, ''));
    return outage
      ? { status: 200, body: toJson(outage) }
      : { status: 404, body: {} };
  }

  private page(query: URLSearchParams) {
    const all = [...this.outages.values()];
    if (this.endless !== 'no') {
      const id = this.endless === 'new' ? `outage-${this.asked}` : all[0].id;
      return { outages: [toJson({ ...all[0], id })], next: `${this.asked}` };
    }
    const after = query.get('page') ?? `${query.get('changed_since')}`;
    const rest = all
      .filter(outage => placeOf(outage) > after)
      .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
    const outages = rest.slice(0, PAGE);
    const next = rest.length > PAGE ? placeOf(outages[PAGE - 1]) : null;
    return { outages: outages.map(toJson), next };
  }
}
