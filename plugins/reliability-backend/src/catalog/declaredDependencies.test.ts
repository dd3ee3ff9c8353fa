import { service } from '../__testUtils__/entities';
import { declaredDependencies } from './declaredDependencies';

/** `dependsOn component:default/a` for relations, the annotation as it is. */
const lines = (relations: string[], soft?: string) =>
  declaredDependencies(
    service('pay', {
      metadata: {
        namespace: 'shop',
        annotations: soft ? { 'plimsoll.dev/soft-dependencies': soft } : {},
      },
      relations: relations.map(text => {
        const [type, targetRef] = text.split(' ');
        return { type, targetRef };
      }),
    }),
  )?.map(({ to, via }) => `${via} ${to}`);

it.each<[string, string[], string | undefined, string[] | undefined]>([
  ['nothing', [], undefined, undefined],
  [
    'relations, in order whatever the catalog says first',
    [
      'dependsOn resource:default/db',
      'providesApi api:default/pay',
      'consumesApi api:default/a',
      'dependsOn component:default/Cart',
    ],
    undefined,
    [
      'consumes-api api:default/a',
      'provides-api api:default/pay',
      'depends-on component:default/cart',
      'depends-on resource:default/db',
    ],
  ],
  [
    'each once',
    ['dependsOn component:default/a', 'dependsOn component:default/a'],
    undefined,
    ['depends-on component:default/a'],
  ],
  [
    'no other relation, and no other kind',
    ['ownedBy group:default/red', 'dependsOn system:default/x'],
    'group:default/red',
    undefined,
  ],
  [
    'what is called soft, short names in its own namespace',
    [],
    ' mail , api:default/rates',
    ['soft api:default/rates', 'soft component:shop/mail'],
  ],
  [
    'nothing of what is no reference',
    [],
    'a:b:c/d/e, , mail',
    ['soft component:shop/mail'],
  ],
])('finds %s', (_, relations, soft, expected) => {
  expect(lines(relations, soft)).toEqual(expected);
});
