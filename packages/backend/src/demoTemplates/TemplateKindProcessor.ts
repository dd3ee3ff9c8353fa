import { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { CatalogProcessor } from '@backstage/plugin-catalog-node';

const API_VERSION = 'scaffolder.backstage.io/v1beta3';

/** Knows the kind Template, which the catalog of this portal does not know by itself. */
export class TemplateKindProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'TemplateKindProcessor';
  }

  /** @throws InputError when it is a template that nobody could run */
  async validateEntityKind({
    apiVersion,
    kind,
    spec,
  }: Entity): Promise<boolean> {
    if (kind !== 'Template' || apiVersion !== API_VERSION) return false;
    if (typeof spec?.type !== 'string' || !Array.isArray(spec.steps)) {
      throw new InputError('A template needs spec.type and spec.steps');
    }
    return true;
  }
}
