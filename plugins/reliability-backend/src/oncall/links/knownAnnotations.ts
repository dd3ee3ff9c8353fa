import {
  ONCALL_ANNOTATION,
  RotationRef,
} from '@plimsoll/backstage-plugin-reliability-common';
import { attributed } from '../../catalog/annotationRefs';
import { LinkAccount } from './LinkAccount';
import { Annotations } from './rotationLink';

type Ref = Pick<RotationRef, 'kind' | 'id'>;

/** A rotation that annotations which companies already have name, and which of them does. */
export interface KnownRef extends Ref {
  readonly annotation: string;
}

const keyOf = ({ kind, id }: Ref) => `${kind}:${id}`;

const pick = (
  annotations: Annotations,
  isWanted: (name: string) => boolean,
): Annotations =>
  Object.fromEntries(
    Object.entries(annotations).filter(([name]) => isWanted(name)),
  );

const without = (annotations: Annotations, name: string) =>
  pick(annotations, other => other !== name);

/** The rotations that a provider finds in annotations, each with the one that names it. */
export const knownRefs = (
  annotations: Annotations,
  { provider }: Pick<LinkAccount, 'provider'>,
): KnownRef[] =>
  attributed(
    annotations,
    some =>
      provider.rotationsOf(some).map(({ kind, id }): Ref => ({ kind, id })),
    ONCALL_ANNOTATION,
  );

/** The fewest annotations that name the same rotations as all of them; of two that say the same, the first. */
export function namingAnnotations(
  annotations: Annotations,
  accounts: readonly LinkAccount[],
): Annotations {
  const named = (some: Annotations) =>
    accounts
      .map(({ provider }) => provider.rotationsOf(some).map(keyOf).join('\n'))
      .join('\n\n');
  const all = named(annotations);
  const own = pick(annotations, name => name === ONCALL_ANNOTATION);
  if (all === named(own)) return own;
  return Object.keys(annotations)
    .filter(name => name !== ONCALL_ANNOTATION)
    .reverse()
    .reduce((kept, name) => {
      const fewer = without(kept, name);
      return named(fewer) === all ? fewer : kept;
    }, annotations);
}
