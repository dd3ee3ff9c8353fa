import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/**
 * An entity reference from a path, whole and in lower case.
 *
 * @param kinds - in lower case; the first is meant where none is written
 * @throws InputError when it is none, or of another kind
 */
export function refAsked(written: string, kinds: readonly string[]): string {
  const expected = `ref: expected the reference of a ${kinds.join(
    ' or a ',
  )} such as ${kinds[0]}:default/name`;
  const entity = () => {
    try {
      return parseEntityRef(written, { defaultKind: kinds[0] });
    } catch {
      throw new InputError(expected);
    }
  };
  const { kind, namespace, name } = entity();
  if (
    written.includes('\0') ||
    !kinds.includes(kind.toLocaleLowerCase('en-US'))
  ) {
    throw new InputError(expected);
  }
  return stringifyEntityRef({ kind, namespace, name });
}
