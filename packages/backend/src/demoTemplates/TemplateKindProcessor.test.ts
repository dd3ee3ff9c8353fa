import { Entity } from '@backstage/catalog-model';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { TemplateKindProcessor } from './TemplateKindProcessor';

const example: Entity = parse(
  readFileSync(
    resolve(__dirname, '../../examples/templates/release.yaml'),
    'utf8',
  ),
);

describe('TemplateKindProcessor', () => {
  const processor = new TemplateKindProcessor();

  it('takes the templates of the demo', async () => {
    expect(await processor.validateEntityKind(example)).toBe(true);
  });

  it.each([
    ['another kind', { ...example, kind: 'Component' }],
    ['another format', { ...example, apiVersion: 'backstage.io/v1alpha1' }],
  ])('leaves %s to others', async (_, entity) => {
    expect(await processor.validateEntityKind(entity)).toBe(false);
  });

  it('refuses a template without steps', async () => {
    const entity = { ...example, spec: { type: 'release' } };
    await expect(processor.validateEntityKind(entity)).rejects.toThrow(
      'A template needs spec.type and spec.steps',
    );
  });
});
