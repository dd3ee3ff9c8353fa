import {
  ONCALL_ANNOTATION,
  RotationRef,
} from '@plimsoll/backstage-plugin-reliability-common';
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

/**
 * Which annotation names a rotation: the one that does so alone, else the first without which it is not named.
 * Each reading is made once, however many rotations there are: authors write lists of any length.
 */
function createAttribution(
  annotations: Annotations,
  read: (annotations: Annotations) => readonly Ref[],
): (ref: Ref) => string {
  const names = Object.keys(annotations).filter(
    name => name !== ONCALL_ANNOTATION,
  );
  const keysOf = (some: Annotations) => new Set(read(some).map(keyOf));
  const readings = names.map(name => ({
    name,
    alone: keysOf(pick(annotations, other => other === name)),
    without: keysOf(without(annotations, name)),
  }));
  return ref => {
    const key = keyOf(ref);
    const found =
      readings.find(({ alone }) => alone.has(key)) ??
      readings.find(reading => !reading.without.has(key));
    return found?.name ?? '';
  };
}

/**
 * The rotations that a provider finds in annotations, each with the one that names it. A provider says only
 * what they name together, so it is asked again with fewer of them.
 */
export function knownRefs(
  annotations: Annotations,
  { provider }: Pick<LinkAccount, 'provider'>,
): KnownRef[] {
  const read = (some: Annotations) => provider.rotationsOf(some);
  const refs = read(annotations);
  if (refs.length === 0) return [];
  const annotationOf = createAttribution(annotations, read);
  return refs.map(({ kind, id }) => ({
    kind,
    id,
    annotation: annotationOf({ kind, id }),
  }));
}

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
