import type { Entity } from '@backstage/catalog-model';

const types = ['service', 'website'];

/**
 * Whether an entity is a service by the default of `reliability.services.filter`: a Component of type
 * `service` or `website`. For conditions in classic entity pages; where the filter was changed, use a
 * condition of your own.
 *
 * @public
 */
export function isReliabilityService(entity: Entity): boolean {
  return (
    entity.kind.toLocaleLowerCase('en-US') === 'component' &&
    types.includes(String(entity.spec?.type).toLocaleLowerCase('en-US'))
  );
}
