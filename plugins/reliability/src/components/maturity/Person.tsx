import { EntityRefLink } from '@backstage/plugin-catalog-react';

const ENTITY_REF = /^[^:/\s]+:[^/\s]+\/\S+$/;

/** Who did something: a link where the name is an entity reference, else the name as it was kept. */
export function Person({ name }: { name: string }) {
  return ENTITY_REF.test(name) ? (
    <EntityRefLink entityRef={name} hideIcon />
  ) : (
    <>{name}</>
  );
}
