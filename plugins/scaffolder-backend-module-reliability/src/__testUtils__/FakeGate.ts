import {
  GateAnswer,
  RecordGateDecisionResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';

export const AT = '2026-11-20T12:00:00.000Z';

/** What the backend answers where it decides so. */
export function answerOf(
  decision: GateAnswer['decision'],
  changed: Partial<GateAnswer> = {},
): GateAnswer {
  return {
    entityRef: 'component:default/pay',
    title: 'Pay',
    tier: { id: 'tier-1', name: 'Tier 1' },
    policy: { id: 'tier-1', title: 'Tier 1' },
    change: null,
    decision,
    state: 'held',
    headline: `${decision}: The budget is spent`,
    reasons: [
      {
        kind: 'rule',
        rules: ['budget-spent'],
        title: 'The error budget is spent',
        noun: 'slo',
        decision,
        before: decision,
        text: 'The budget is spent',
        facts: [],
        source: null,
        at: null,
        waivedBy: null,
      },
    ],
    demands: [],
    gauge: { line: null, binding: null, parts: [] },
    waivers: [],
    exemptions: { count: 0, nextEnd: null },
    givenBack: [],
    canWaive: false,
    maxWaiver: null,
    decidedAt: AT,
    ...changed,
  };
}

/** The routes of the load line over real HTTP, for the token of one person only. */
export class FakeGate {
  readonly asked: { method?: string; path?: string; body?: object }[] = [];
  answer = answerOf('allow');
  private readonly server: Server;

  constructor(readonly token: string) {
    this.server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const text = Buffer.concat(chunks).toString();
      const body = text ? JSON.parse(text) : undefined;
      const { method, url: path } = request;
      this.asked.push({ method, path, body });
      response.setHeader('Content-Type', 'application/json');
      const known = request.headers.authorization === `Bearer ${this.token}`;
      response.statusCode = known ? 200 : 401;
      const refusal = {
        error: { name: 'AuthenticationError', message: 'Who?' },
      };
      const reply = method === 'POST' ? this.recorded(body) : this.answer;
      response.end(JSON.stringify(known ? reply : refusal));
    });
  }

  private recorded(body: { override?: object }): RecordGateDecisionResponse {
    const { answer } = this;
    const proceed = answer.decision !== 'hold' || Boolean(body.override);
    return { record: null, repeated: false, proceed, answer };
  }

  async open(): Promise<string> {
    await new Promise<void>(done => {
      this.server.listen(0, '127.0.0.1', done);
    });
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(done => {
      this.server.close(done);
    });
  }
}
