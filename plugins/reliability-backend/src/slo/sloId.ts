import { parseEntityRef } from '@backstage/catalog-model';

/**
 * The id of an SLO: `component~default~pay~availability`. `~` cannot stand in a name, so that ids of
 * different SLOs differ.
 *
 * @param entityRef - full reference of the service
 */
export function sloIdOf(entityRef: string, name: string): string {
  const { kind, namespace, name: service } = parseEntityRef(entityRef);
  return `${[kind, namespace, service]
    .join('~')
    .toLocaleLowerCase('en-US')}~${name}`;
}
