import { Entity } from '@backstage/catalog-model';
import { ProjectionContext, projectEntity } from '../catalog/projectEntity';

/** A catalog with one system in a domain, one team that is there and one that is not. */
const context: ProjectionContext = {
  tierFrom: [{ field: 'spec.tier' }, { label: 'tier' }],
  domains: new Map([['system:default/checkout', 'domain:default/sales']]),
  owners: new Map([
    ['group:default/team-pay', true],
    ['group:default/gone', false],
  ]),
  scorecardsOf: ({ metadata }) => (metadata.tags ? ['tagged'] : []),
};

/** Projects an entity in that catalog, with some of it changed. */
export const project = (
  subject: Entity,
  changed: Partial<ProjectionContext> = {},
) => projectEntity(subject, { ...context, ...changed });
