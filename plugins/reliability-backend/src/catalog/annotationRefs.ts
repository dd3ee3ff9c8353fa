/** Annotations of an entity. */
export type Annotations = Readonly<Record<string, string>>;

/** Something at an account, as annotations name it. */
export interface NamedRef {
  readonly kind: string;
  readonly id: string;
}

/** The same as in Plimsoll's own annotations. */
const MAX_ID = 200;

/** Problems are shown with what was written; a page of it helps nobody. */
const MAX_SHOWN = 100;

// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f]/;

/** The beginning of an address, also percent-encoded. */
const ADDRESS = /[a-z][a-z0-9+.-]*(?::|%3a)(?:\/|%2f){2}/i;

/** A value as it may be shown: addresses are secrets, and somebody will write one where its name belongs. */
export function shownValue(value: string): string {
  const [start, ...address] = value.split(ADDRESS);
  if (address.length > 0) return `${start}…`;
  return value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN)}…` : value;
}

/** What is wrong with an id, in words. */
export function problemOfId(id: string): string | undefined {
  if (ADDRESS.test(id)) {
    return 'an address is no id; addresses are given in the configuration';
  }
  return id.trim() === '' || id.length > MAX_ID || CONTROL.test(id)
    ? `expected an id of 1 to ${MAX_ID} characters`
    : undefined;
}

/** Equal for the same thing at one account. */
export const refKey = ({ kind, id }: NamedRef): string => `${kind}:${id}`;

/** Those of some names. */
export const pickAnnotations = (
  annotations: Annotations,
  isWanted: (name: string) => boolean,
): Annotations =>
  Object.fromEntries(
    Object.entries(annotations).filter(([name]) => isWanted(name)),
  );

/**
 * What a provider finds in annotations, each with the name of the one that names it: the one that does so alone,
 * else the first without which it is not named. A provider says only what they name together, so it is asked
 * again with fewer of them. Each reading is made once, however many there are: authors write lists of any length.
 *
 * @param own - Plimsoll's own annotation, which no provider reads
 */
export function attributed<R extends NamedRef>(
  annotations: Annotations,
  read: (annotations: Annotations) => readonly R[],
  own: string,
): (R & { annotation: string })[] {
  const refs = read(annotations);
  if (refs.length === 0) return [];
  const keysOf = (some: Annotations) => new Set(read(some).map(refKey));
  const readings = Object.keys(annotations)
    .filter(name => name !== own)
    .map(name => ({
      name,
      alone: keysOf(pickAnnotations(annotations, other => other === name)),
      without: keysOf(pickAnnotations(annotations, other => other !== name)),
    }));
  return refs.map(ref => {
    const key = refKey(ref);
    const found =
      readings.find(({ alone }) => alone.has(key)) ??
      readings.find(({ without }) => !without.has(key));
    return { ...ref, annotation: found?.name ?? '' };
  });
}
