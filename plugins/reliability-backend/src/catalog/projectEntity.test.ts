import { Entity } from '@backstage/catalog-model';
import { entity, service, system } from '../__testUtils__/entities';
import { project } from '../__testUtils__/projections';
import { domainOf, ProjectionContext } from './projectEntity';

const relation = (type: string, targetRef: string) => ({ type, targetRef });

it('projects an entity that has everything', () => {
  const full = entity('Component', 'Pay', {
    metadata: {
      namespace: 'Shop',
      title: 'Payments',
      description: '  Takes payments.\n',
      tags: ['java'],
      labels: { tier: 'tier-2' },
      annotations: {
        'plimsoll.dev/tier': 'tier-1',
        'pagerduty.com/service-id': 'P1',
        'backstage.io/source-location': 'url:https://git.example/pay/',
        'backstage.io/managed-by-location': 'url:https://git.example/x.yaml',
        'backstage.io/view-url': 'https://git.example/x.yaml',
      },
      links: [
        { url: 'https://a.example', type: 'Runbook' },
        { url: 'https://b.example', title: 'Grafana dashboard' },
        { url: 'https://c.example', title: 'Something', type: 'custom' },
      ],
    },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: 'ignored',
      system: 'ignored',
    },
    relations: [
      relation('ownedBy', 'group:default/team-pay'),
      relation('ownedBy', 'group:default/second'),
      relation('partOf', 'component:default/parent'),
      relation('partOf', 'system:default/checkout'),
      relation('dependsOn', 'resource:default/db'),
      relation('dependsOn', 'component:default/cart'),
      relation('dependencyOf', 'component:default/web'),
      relation('providesApi', 'api:default/pay'),
      relation('consumesApi', 'api:default/a'),
      relation('consumesApi', 'api:default/b'),
      relation('consumesApi', 'api:default/c'),
    ],
  });
  const { facts, hash, ...projection } = project(full);
  expect(projection).toEqual({
    entityRef: 'component:shop/pay',
    title: 'Payments',
    owner: 'group:default/team-pay',
    system: 'system:default/checkout',
    domain: 'domain:default/sales',
    lifecycle: 'production',
    declaredTier: {
      value: 'tier-1',
      place: 'annotation plimsoll.dev/tier',
      written: 'tier-1',
    },
    scorecards: ['tagged'],
    dependencies: [
      { to: 'api:default/a', via: 'consumes-api' },
      { to: 'api:default/b', via: 'consumes-api' },
      { to: 'api:default/c', via: 'consumes-api' },
      { to: 'api:default/pay', via: 'provides-api' },
      { to: 'component:default/cart', via: 'depends-on' },
      { to: 'resource:default/db', via: 'depends-on' },
    ],
  });
  expect(facts).toEqual({
    ref: 'component:shop/pay',
    kind: 'component',
    namespace: 'Shop',
    name: 'Pay',
    title: 'Payments',
    description: 'Takes payments.',
    type: 'service',
    lifecycle: 'production',
    owner: 'group:default/team-pay',
    ownerKind: 'group',
    ownerExists: true,
    system: 'system:default/checkout',
    domain: 'domain:default/sales',
    sourceUrl: 'https://git.example/pay/',
    tags: ['java'],
    labels: { tier: 'tier-2' },
    annotations: {
      'plimsoll.dev/tier': 'tier-1',
      'pagerduty.com/service-id': 'P1',
      'backstage.io/source-location': 'url:https://git.example/pay/',
    },
    links: {
      runbook: 1,
      dashboard: 1,
      docs: 0,
      alerts: 0,
      logs: 0,
      chat: 0,
      repository: 0,
      total: 3,
    },
    linkTypes: ['runbook', 'custom'],
    dependencies: 2,
    dependents: 1,
    providedApis: 1,
    consumedApis: 3,
  });
  expect(hash).toMatch(/^[0-9a-f]{16}$/);
});

it('projects an entity that has nothing', () => {
  const bare = {
    apiVersion: 'v1',
    kind: 'Component',
    metadata: { name: 'pay' },
  } as Entity;
  const { facts, hash: _, ...projection } = project(bare);
  expect(projection).toEqual({
    entityRef: 'component:default/pay',
    title: 'pay',
    owner: undefined,
    system: undefined,
    domain: undefined,
    lifecycle: undefined,
    declaredTier: undefined,
    scorecards: [],
  });
  expect(facts).toMatchObject({
    namespace: 'default',
    description: '',
    type: '',
    owner: '',
    ownerKind: '',
    ownerExists: false,
    system: '',
    domain: '',
    sourceUrl: '',
    tags: [],
    labels: {},
    annotations: {},
    dependencies: 0,
    dependents: 0,
  });
});

it.each([
  [
    'by relation',
    system('s'),
    [relation('partOf', 'domain:default/d')],
    'domain:default/d',
  ],
  ['by spec', system('s', 'Sales'), undefined, 'domain:default/sales'],
  ['of none', system('s'), [relation('partOf', 'system:default/d')], undefined],
])('finds the domain of a system %s', (_, subject, relations, expected) => {
  expect(domainOf({ ...subject, relations })).toBe(expected);
});

describe('the hash', () => {
  const subject = service('pay', {
    metadata: { labels: { a: '1', b: '2' }, annotations: { x: 'y' } },
  });
  const { hash } = project(subject);

  it.each<[string, Entity]>([
    ['is read again', structuredClone(subject)],
    [
      'comes with its keys in another order',
      {
        ...subject,
        metadata: { ...subject.metadata, labels: { b: '2', a: '1' } },
      },
    ],
    [
      'only gets another etag, uid or location',
      {
        ...subject,
        metadata: {
          ...subject.metadata,
          uid: 'u',
          etag: 'e',
          annotations: { x: 'y', 'backstage.io/managed-by-location': 'file:z' },
        },
      },
    ],
  ])('stays when the entity %s', (_, again) => {
    expect(project(again).hash).toBe(hash);
  });

  it.each<[string, Entity, Partial<ProjectionContext>]>([
    [
      'a label changes',
      service('pay', { metadata: { labels: { a: '2' } } }),
      {},
    ],
    ['its owner appears in the catalog', subject, { owners: new Map() }],
    ['its scorecards change', subject, { scorecardsOf: () => ['new'] }],
  ])('changes when %s', (_, again, changed) => {
    expect(project(again, changed).hash).not.toBe(hash);
  });
});
