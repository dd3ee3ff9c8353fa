import { ONCALL_ANNOTATION } from '@plimsoll/backstage-plugin-reliability-common';
import {
  Annotations,
  pickAnnotations,
  refKey,
} from '../../catalog/annotationRefs';
import { LinkAccount } from './LinkAccount';

/** The fewest annotations that name the same rotations as all of them; of two that say the same, the first. */
export function namingAnnotations(
  annotations: Annotations,
  accounts: readonly LinkAccount[],
): Annotations {
  const named = (some: Annotations) =>
    accounts
      .map(({ provider }) => provider.rotationsOf(some).map(refKey).join('\n'))
      .join('\n\n');
  const all = named(annotations);
  const own = pickAnnotations(annotations, name => name === ONCALL_ANNOTATION);
  if (all === named(own)) return own;
  return Object.keys(annotations)
    .filter(name => name !== ONCALL_ANNOTATION)
    .reverse()
    .reduce((kept, name) => {
      const fewer = pickAnnotations(kept, other => other !== name);
      return named(fewer) === all ? fewer : kept;
    }, annotations);
}
