import {
  IncidentItem,
  PostmortemItem,
  RankedServiceItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';

const COUNTED = {
  counts: {
    active: 0,
    postmortemsOverdue: 0,
    followUpsOverdue: 0,
    unmapped: 0,
  },
};

/** A backend that answers lists page by page, to the token of another plugin only. */
export class FakeBackend {
  services: RankedServiceItem[] = [];
  incidents: IncidentItem[] = [];
  postmortems: PostmortemItem[] = [];
  /** Paths with queries as they came. */
  readonly asked: string[] = [];
  status = 200;
  pageSize = 2;
  private readonly server: Server;

  constructor(readonly token: string) {
    this.server = createServer((request, response) => {
      const url = new URL(request.url!, 'http://localhost');
      this.asked.push(`${url.pathname}${url.search}`);
      const isKnown = request.headers.authorization === `Bearer ${this.token}`;
      response.statusCode = isKnown ? this.status : 401;
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(this.reply(url)));
    });
  }

  private reply({ pathname, searchParams }: URL) {
    if (this.status !== 200) return { error: { name: 'Error', message: 'no' } };
    const at = Number(searchParams.get('cursor') ?? 0);
    const { all, ...beside } = this.listAt(pathname);
    const next = at + this.pageSize;
    return {
      ...beside,
      items: all.slice(at, next),
      totalItems: all.length,
      ...(next < all.length && { nextCursor: String(next) }),
    };
  }

  private listAt(pathname: string): { all: readonly object[] } {
    switch (pathname.split('/').pop()) {
      case 'incidents':
        return { all: this.incidents, ...COUNTED };
      case 'services':
        return { all: this.services, ...{ rankedTotal: this.services.length } };
      default:
        return { all: this.postmortems };
    }
  }

  async open(): Promise<string> {
    await new Promise<void>(done => {
      this.server.listen(0, '127.0.0.1', done);
    });
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    await new Promise(done => {
      this.server.close(done);
    });
  }
}
