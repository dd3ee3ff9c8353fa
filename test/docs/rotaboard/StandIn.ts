import {
  ContractFault,
  ContractRotation,
  ContractVendor,
} from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import http from 'node:http';
import { AddressInfo } from 'node:net';

export const TOKEN = 'secret-of-rotaboard';

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const toRota = ({ title, shifts }: ContractRotation) => ({
  title,
  timeZone: 'Europe/Oslo',
  shifts: shifts.map(({ from, to, level, person, source }) => ({
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    level,
    person,
    swapped: source === 'override',
  })),
});

/** Keeps rotas and gives them away over real HTTP, or fails as it is told. */
export class StandIn implements ContractVendor {
  private readonly rotas = new Map<string, ContractRotation>();
  private faults: (ContractFault & { left: number })[] = [];
  private asked = 0;
  private readonly server = http.createServer((request, response) => {
    this.asked += 1;
    const fault = this.faults.find(
      ({ left, match }) => left > 0 && (match?.test(`${request.url}`) ?? true),
    );
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

  async start(): Promise<this> {
    await new Promise<void>(resolve => {
      this.server.listen(0, '127.0.0.1', resolve);
    });
    return this;
  }

  config = () => ({ token: TOKEN, baseUrl: this.baseUrl() });

  wrongConfig = () => ({ token: `${TOKEN}x`, baseUrl: this.baseUrl() });

  put(rotation: ContractRotation): string {
    const id = `rota-${this.rotas.size + 1}`;
    this.rotas.set(id, rotation);
    return id;
  }

  remove(id: string): void {
    this.rotas.delete(id);
  }

  fail(fault: ContractFault): void {
    this.faults = [...this.faults, { ...fault, left: fault.times ?? 1 }];
  }

  requests = () => this.asked;

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
    if (fault?.status !== undefined) {
      return { status: fault.status, body: '', ...fault };
    }
    if (headers.authorization !== `Bearer ${TOKEN}`) {
      return { status: 401, body: {} };
    }
    const rota = this.rotas.get(url.replace(/^.*\/|\?.*$/g, ''));
    return rota
      ? { status: 200, body: toRota(rota) }
      : { status: 404, body: {} };
  }
}
