import { mockServices } from '@backstage/backend-test-utils';
import { DemoAnswers, DemoProfile } from './readDemoAnswers';
import { seedReadiness } from './seedReadiness';

const SERVICE = '/services/component/default/pay/checklists/launch';
const profile: DemoProfile = {
  service: 'pay',
  authors: ['ann'],
  age: 'P1D',
  yes: 'all',
  doubts: { backup: { by: 'bob', reason: 'It failed.' } },
  reviews: [{ phase: 'live', decision: 'approve', reviewer: 'bob' }],
};
const file: DemoAnswers = {
  checklist: 'launch',
  evidence: {},
  notes: {},
  services: [profile],
};

/** A backend with one item and one phase, which keeps who did what. */
class FakeReliability {
  calls: string[] = [];
  version = 0;
  reviews = 0;
  rejects = false;
  catalogIsRead = true;

  asMachine = async () => this.caller('machine');
  asPerson = async (name: string) => this.caller(name);

  private caller(who: string) {
    const reply = (path: string): any => {
      if (!this.catalogIsRead) throw new Error('unknown service');
      if (path === SERVICE) {
        return { items: [{ id: 'backup', version: this.version }] };
      }
      if (path.startsWith(`${SERVICE}/reviews?phase=live`)) {
        return { totalItems: this.reviews };
      }
      throw new Error(path);
    };
    return {
      get: async (path: string) => reply(path),
      send: async (method: string, path: string, body: any): Promise<any> => {
        const words = body.decision ?? body.phase ?? body.reason ?? '';
        this.calls.push(`${who} ${method} ${path} ${words}`.trim());
        if (path.endsWith('/import')) {
          if (!this.rejects) this.version = 1;
          return {
            results: this.rejects
              ? [{ row: 1, status: 'rejected', reason: 'bad url' }]
              : [{ row: 1, status: 'stored' }],
          };
        }
        if (path.endsWith('/contest')) this.version = 2;
        if (path === `${SERVICE}/reviews`) this.reviews = 1;
        return {
          checklist: {
            phases: [{ id: 'live', contentHash: 'h', review: { id: 'r1' } }],
          },
        };
      },
    };
  }
}

describe('seedReadiness', () => {
  const logger = mockServices.logger.mock();
  afterEach(() => jest.resetAllMocks());

  const seed = (client: FakeReliability, attempts = 2) =>
    seedReadiness(file, {
      client,
      logger,
      signal: new AbortController().signal,
      now: () => new Date('2026-11-21T12:00:00Z'),
      attempts,
      pauseMs: 0,
    });

  it('imports as a machine, doubts and reviews as people, once', async () => {
    const client = new FakeReliability();
    await seed(client);
    expect(client.calls).toEqual([
      'machine POST /checklists/launch/answers/import',
      `bob PUT ${SERVICE}/items/backup/contest It failed.`,
      `ann POST ${SERVICE}/reviews live`,
      'bob POST /reviews/r1/decision approve',
    ]);
    expect(logger.info).toHaveBeenCalledWith('Brought the demo answers');

    await seed(client);
    expect(client.calls).toHaveLength(4);
  });

  it('leaves alone what somebody answered since', async () => {
    const client = new FakeReliability();
    client.version = 3;
    client.reviews = 1;
    await seed(client);
    expect(client.calls).toEqual([]);
  });

  it('tries again until the catalog was read', async () => {
    const client = new FakeReliability();
    client.catalogIsRead = false;
    const read = jest.spyOn(client, 'asMachine').mockImplementationOnce(() => {
      client.catalogIsRead = true;
      return Promise.reject(new Error('not yet'));
    });
    await seed(client);
    expect(read).toHaveBeenCalledTimes(2);
    expect(client.version).toBe(2);
  });

  it('tells what is left when it gives up', async () => {
    const client = new FakeReliability();
    client.rejects = true;
    await seed(client);
    expect(logger.warn).toHaveBeenCalledWith(
      '1 parts of the demo answers were not taken: pay: InputError: bad url',
    );
  });
});
