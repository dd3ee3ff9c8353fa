import { mockServices } from '@backstage/backend-test-utils';
import {
  IncidentItem,
  PRIVATE_TITLE,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Readable } from 'node:stream';
import {
  AT,
  incidentOf,
  postmortemOf,
  rankedOf,
  serviceOf,
} from './__testUtils__/documents';
import { FakeBackend } from './__testUtils__/FakeBackend';
import { ReliabilityDocument } from './documents';
import { ReliabilityClient } from './ReliabilityClient';
import { ReliabilityCollatorFactory } from './ReliabilityCollatorFactory';

const NOW = Date.parse('2026-11-20T12:00:00Z');
describe('documents of the search', () => {
  let backend: FakeBackend;
  let factory: ReliabilityCollatorFactory;

  beforeEach(async () => {
    backend = new FakeBackend('token-of-search');
    const address = await backend.open();
    const auth = mockServices.auth.mock({
      getOwnServiceCredentials: async () => ({
        $$type: '@backstage/BackstageCredentials',
        principal: { type: 'service', subject: 'plugin:search' },
      }),
      getPluginRequestToken: async ({ onBehalfOf, targetPluginId }) => {
        const { subject } = onBehalfOf.principal as { subject: string };
        const isRight =
          subject === 'plugin:search' && targetPluginId === 'reliability';
        return { token: isRight ? backend.token : 'wrong' };
      },
    });
    const discovery = mockServices.discovery.mock({
      getBaseUrl: async plugin => `${address}/api/${plugin}`,
    });
    factory = new ReliabilityCollatorFactory({
      client: new ReliabilityClient({ auth, discovery }),
      config: {
        path: '/reliability',
        days: 30,
        locationTemplate: '/catalog/:namespace/:kind/:name/reliability',
      },
      now: () => NOW,
    });
  });

  afterEach(() => backend.close());

  const collect = async (): Promise<ReliabilityDocument[]> => {
    const documents: ReliabilityDocument[] = [];
    const stream: Readable = await factory.getCollator();
    for await (const document of stream) documents.push(document);
    return documents;
  };

  it('tell of an incident what people look for, and where it is', async () => {
    backend.incidents = [incidentOf('INC-1')];
    expect(await collect()).toEqual([
      {
        kind: 'incident',
        title: 'INC-1: About INC-1',
        text: `About INC-1 · PAY · group:default/pays · SEV1 · resolved · ${AT}`,
        location: '/reliability/incidents/pager%3AINC-1',
        authorization: { resourceRef: 'component:default/pay' },
        reference: 'INC-1',
        severity: 'SEV1',
        status: 'resolved',
        entityRef: 'component:default/pay',
        serviceTitle: 'PAY',
        startedAt: AT,
      },
    ]);
  });

  it('hold the text of a postmortem that is published', async () => {
    backend.postmortems = [
      postmortemOf('INC-1'),
      postmortemOf('INC-2', { excerpt: '' }),
    ];
    expect(
      (await collect()).map(({ kind, title, text, location }) => [
        kind,
        title,
        text,
        location,
      ]),
    ).toEqual([
      [
        'postmortem',
        'INC-1: Postmortem of INC-1',
        'Summary The pool was full',
        '/reliability/incidents/pager%3AINC-1/postmortem',
      ],
      [
        'postmortem',
        'INC-2: Postmortem of INC-2',
        'About INC-2',
        '/reliability/incidents/pager%3AINC-2/postmortem',
      ],
    ]);
  });

  it('tell of each service, to whoever may see it', async () => {
    backend.services = [rankedOf('pay'), rankedOf('ship')];
    expect(
      (await collect()).map(({ kind, location, authorization }) => [
        kind,
        location,
        authorization?.resourceRef,
      ]),
    ).toEqual(
      ['pay', 'ship'].map(name => [
        'service',
        `/catalog/default/component/${name}/reliability`,
        `component:default/${name}`,
      ]),
    );
  });

  it('are one for each service, and say nothing of the others', async () => {
    const services = [serviceOf('pay'), serviceOf('ship')];
    backend.incidents = [incidentOf('INC-1', { services })];
    backend.postmortems = [postmortemOf('INC-1', { services })];
    const documents = await collect();
    expect(
      documents.map(({ kind, authorization }) => [
        kind,
        authorization?.resourceRef,
      ]),
    ).toEqual([
      ['incident', 'component:default/pay'],
      ['incident', 'component:default/ship'],
      ['postmortem', 'component:default/pay'],
      ['postmortem', 'component:default/ship'],
    ]);
    const ofPay = documents.filter(({ entityRef }) =>
      entityRef.endsWith('pay'),
    );
    expect(ofPay).toHaveLength(2);
    expect(JSON.stringify(ofPay)).not.toMatch(/ship/i);
  });

  it.each<[string, () => void]>([
    [
      'a private incident',
      () => {
        backend.incidents = [incidentOf('INC-1', { isPrivate: true })];
      },
    ],
    [
      'an incident of no service, which a search would show to everybody',
      () => {
        backend.incidents = [incidentOf('INC-1', { services: [] })];
      },
    ],
    [
      'a draft, whatever the backend answers',
      () => {
        backend.postmortems = [postmortemOf('INC-1', { state: 'in-review' })];
      },
    ],
    [
      'a postmortem of a private incident',
      () => {
        const { incident } = postmortemOf('INC-1');
        backend.postmortems = [
          postmortemOf('INC-1', {
            incident: { ...incident, title: PRIVATE_TITLE },
          }),
        ];
      },
    ],
    [
      'a postmortem of no service',
      () => {
        backend.postmortems = [postmortemOf('INC-1', { services: [] })];
      },
    ],
  ])('are not made of %s', async (_, arrange) => {
    arrange();
    expect(await collect()).toEqual([]);
  });

  it('are never without an entity that a reader must be allowed to see', async () => {
    expect(factory.visibilityPermission.name).toBe('catalog.entity.read');
    backend.incidents = [
      incidentOf('INC-1', {
        services: Array.from({ length: 60 }, (_, n) => serviceOf(`s${n}`)),
      }),
    ];
    const documents = await collect();
    expect(documents).toHaveLength(50);
    expect(
      documents.every(({ authorization }) => authorization?.resourceRef),
    ).toBe(true);
  });

  it('come from all pages, of as many days as are configured', async () => {
    backend.incidents = ['A', 'B', 'C', 'D', 'E'].map(name => incidentOf(name));
    backend.services = ['a', 'b', 'c'].map(name => rankedOf(name));
    const titles = (await collect()).map(({ title }) => title);
    expect(titles).toEqual([
      'A: reliability',
      'B: reliability',
      'C: reliability',
      ...['A', 'B', 'C', 'D', 'E'].map(name => `${name}: About ${name}`),
    ]);
    const from = encodeURIComponent('2026-10-21T12:00:00.000Z');
    expect(backend.asked).toEqual([
      '/api/reliability/services?limit=500',
      '/api/reliability/services?limit=500&cursor=2',
      `/api/reliability/incidents?from=${from}&limit=500`,
      `/api/reliability/incidents?from=${from}&limit=500&cursor=2`,
      `/api/reliability/incidents?from=${from}&limit=500&cursor=4`,
      '/api/reliability/postmortems?state=published&limit=500',
    ]);
  });

  it.each<[string, () => void, RegExp]>([
    [
      'refuses',
      () => {
        backend.status = 503;
      },
      /503/,
    ],
    [
      'answers something else',
      () => {
        backend.incidents = [{ id: 'x' } as IncidentItem];
      },
      /expected/,
    ],
  ])(
    'break off when the backend %s, so that the last index stays',
    async (_, arrange, message) => {
      arrange();
      await expect(collect()).rejects.toThrow(message);
    },
  );
});
