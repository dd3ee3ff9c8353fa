import {
  compileSlos,
  SLO_ANNOTATION,
} from '@plimsoll/backstage-plugin-reliability-common';
import { EXAMPLE_ANNOTATION, EXAMPLE_SLO } from './example';

it('the annotation to copy is the one that is read', () => {
  expect(EXAMPLE_ANNOTATION).toContain(`${SLO_ANNOTATION}: ./`);
});

it('the document to copy is understood without a complaint', () => {
  const members = EXAMPLE_SLO.trim()
    .split('\n')
    .map(line => /^(\w+): (.*)$/.exec(line)!.slice(1))
    .map(([key, value]) => [key, key === 'target' ? Number(value) : value]);
  const { slos, diagnostics } = compileSlos([Object.fromEntries(members)], {
    sources: [{ name: 'prod', type: 'prometheus', default: true }],
  });
  expect(diagnostics).toEqual([]);
  expect(slos).toMatchObject([
    { name: 'availability', objectives: [{ target: 999_000 }] },
  ]);
});
