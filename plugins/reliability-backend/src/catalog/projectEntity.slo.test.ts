import { service } from '../__testUtils__/entities';
import { project } from '../__testUtils__/projections';

const annotated = (annotations: Record<string, string>) =>
  service('pay', { metadata: { annotations } });

const source = 'backstage.io/source-location';
const managed = 'backstage.io/managed-by-location';
const slo = 'plimsoll.dev/slo';

it.each<[string, Record<string, string>, object | undefined]>([
  ['no annotation', { [source]: 'url:https://a/' }, undefined],
  ['an empty annotation', { [slo]: ' \n' }, undefined],
  [
    'files and both locations',
    { [slo]: 'a.yaml', [source]: 'url:https://a/', [managed]: 'url:https://b' },
    {
      annotation: 'a.yaml',
      location: { [source]: 'url:https://a/', [managed]: 'url:https://b' },
    },
  ],
  [
    'files and no location',
    { [slo]: 'a.yaml' },
    { annotation: 'a.yaml', location: {} },
  ],
])('says where the SLOs are with %s', (_, annotations, expected) => {
  expect(project(annotated(annotations)).slo).toEqual(expected);
});

it('keeps more of the annotation than the facts do', () => {
  const long = Array.from(
    { length: 20 },
    (_, index) => `https://example.com/${'x'.repeat(80)}/${index}.yaml`,
  ).join(',');
  const { slo: place, facts } = project(annotated({ [slo]: long }));
  expect(place?.annotation).toBe(long);
  expect(facts.annotations[slo]).toHaveLength(1000);
});

it.each<[string, Record<string, string>, boolean]>([
  ['a file is named', { [slo]: 'b.yaml', [managed]: 'url:https://a' }, true],
  ['its source moves', { [slo]: 'a.yaml', [managed]: 'url:https://b' }, true],
  ['nothing changes', { [managed]: 'url:https://a', [slo]: 'a.yaml' }, false],
])('is another projection or not when %s', (_, annotations, expected) => {
  const before = project(
    annotated({ [slo]: 'a.yaml', [managed]: 'url:https://a' }),
  );
  expect(project(annotated(annotations)).hash !== before.hash).toBe(expected);
});
