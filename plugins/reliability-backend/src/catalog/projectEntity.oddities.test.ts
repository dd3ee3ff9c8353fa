import { Entity } from '@backstage/catalog-model';
import { service } from '../__testUtils__/entities';
import { project } from '../__testUtils__/projections';
import { ServiceProjection } from './projectEntity';

const relation = (type: string, targetRef: string) => ({ type, targetRef });

type Expected = Partial<Omit<ServiceProjection, 'facts'>> & {
  readonly facts?: object;
};

/** Only what a row of a table is about. */
const pick = (
  { facts, ...projection }: ServiceProjection,
  expected: Expected,
) => {
  const of = (from: object, like: object) =>
    Object.fromEntries(
      Object.keys(like).map(key => [key, from[key as keyof object]]),
    );
  const { facts: wanted = {}, ...rest } = expected;
  return { ...of(projection, rest), facts: of(facts, wanted) };
};

const spec = (parts: Record<string, unknown>) =>
  ({ ...service('pay'), spec: parts } as Entity);
const annotated = (annotations: Record<string, string>) =>
  service('pay', { metadata: { annotations } });

it.each<[string, Entity, Expected]>([
  [
    'takes owner and system from spec before the catalog has stitched relations',
    service('pay', { spec: { system: 'checkout' } }),
    {
      owner: 'group:default/team-pay',
      system: 'system:default/checkout',
      domain: 'domain:default/sales',
      facts: { ownerExists: true },
    },
  ],
  [
    'completes short references with the namespace of the entity',
    service('pay', { metadata: { namespace: 'shop' } }),
    { owner: 'group:shop/team-pay', facts: { ownerExists: false } },
  ],
  [
    'keeps full references, in lower case',
    service('pay', { spec: { owner: 'User:Default/Ada' } }),
    { owner: 'user:default/ada', facts: { ownerKind: 'user' } },
  ],
  [
    'says that an owner is not in the catalog',
    service('pay', { spec: { owner: 'gone' } }),
    { owner: 'group:default/gone', facts: { ownerExists: false } },
  ],
  [
    'counts a reference that cannot be read as none',
    spec({ type: 'service', owner: '::', system: ':/' }),
    { owner: undefined, system: undefined, facts: { owner: '', system: '' } },
  ],
  [
    'counts a reference that is no text as none',
    spec({ owner: ['team-pay'], system: 7, lifecycle: {}, type: null }),
    {
      owner: undefined,
      system: undefined,
      lifecycle: undefined,
      facts: { type: '', lifecycle: '' },
    },
  ],
  [
    'is part of a system only, not of a component',
    service('pay', { relations: [relation('partOf', 'component:default/x')] }),
    { system: undefined },
  ],
  [
    'has no domain where its system has none',
    service('pay', { spec: { system: 'lonely' } }),
    { system: 'system:default/lonely', domain: undefined },
  ],
  [
    'counts TechDocs as documentation',
    annotated({ 'backstage.io/techdocs-ref': 'dir:.' }),
    { facts: { links: expect.objectContaining({ docs: 1, total: 0 }) } },
  ],
  [
    'finds the source by the location that registered it',
    annotated({
      'backstage.io/managed-by-location': 'url:https://git.example/a.yaml',
    }),
    { facts: { sourceUrl: 'https://git.example/a.yaml', annotations: {} } },
  ],
  [
    'finds no source in a file',
    annotated({ 'backstage.io/managed-by-location': 'file:/tmp/a.yaml' }),
    { facts: { sourceUrl: '' } },
  ],
  [
    'drops what the catalog notes for itself',
    annotated({
      'backstage.io/managed-by-origin-location': 'url:x',
      'backstage.io/edit-url': 'x',
      'backstage.io/orphan': 'true',
      'backstage.io/kubernetes-id': 'pay',
    }),
    { facts: { annotations: { 'backstage.io/kubernetes-id': 'pay' } } },
  ],
  [
    'cuts long annotations',
    annotated({ long: 'x'.repeat(2000) }),
    { facts: { annotations: { long: 'x'.repeat(1000) } } },
  ],
  [
    'looks for the tier in the configured places, in their order',
    service('pay', { metadata: { labels: { tier: 'tier-3' } } }),
    {
      declaredTier: { value: 'tier-3', place: 'label tier', written: 'tier-3' },
    },
  ],
])('%s', (_, subject, expected) => {
  expect(pick(project(subject), expected)).toEqual({ facts: {}, ...expected });
});
