import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  CompiledChecklist,
  httpUrlSchema,
} from '@plimsoll/backstage-plugin-reliability-common';

/** @throws InputError that names the field, when a text is given that is no link */
export function requireLink(field: string, url: string | null): void {
  if (url !== null && !httpUrlSchema.safeParse(url).success) {
    throw new InputError(
      `${field}: expected a link that begins with http:// or https://`,
    );
  }
}

/**
 * The reference of a User or Group, whole and in lower case.
 *
 * @throws InputError that names the field, when it is none
 */
export function ownerAsked(field: string, written: string): string {
  const expected = `${field}: expected the reference of a User or Group such as group:default/payments`;
  const entity = () => {
    try {
      return parseEntityRef(written);
    } catch {
      throw new InputError(expected);
    }
  };
  const { kind, namespace, name } = entity();
  if (!['user', 'group'].includes(kind.toLocaleLowerCase('en-US'))) {
    throw new InputError(expected);
  }
  return stringifyEntityRef({ kind, namespace, name });
}

/** A reference of an entity, whole and in lower case; undefined when it is none. */
export function fullRef(written: string): string | undefined {
  if (written.includes('\0')) return undefined;
  try {
    return stringifyEntityRef(parseEntityRef(written));
  } catch {
    return undefined;
  }
}

/** References of services, whole and in lower case. @throws InputError with the place of what is none */
export const refsAsked = (field: string, written: readonly string[]) =>
  written.map((text, index) => {
    const ref = fullRef(text);
    if (ref !== undefined) return ref;
    throw new InputError(
      `${field}[${index}]: expected a reference such as component:default/pay, not "${text}"`,
    );
  });

/** @throws InputError that names the field and what is allowed */
export function requireOneOf(
  field: string,
  values: readonly string[] | undefined,
  known: readonly string[],
): void {
  const wrong = values?.find(value => !known.includes(value));
  if (wrong !== undefined) {
    throw new InputError(
      `${field}: expected one of ${known.join(', ')}, not "${wrong}"`,
    );
  }
}

/** A time in milliseconds since the epoch; null and undefined as they are. */
export const timeAsked = <T extends string | null | undefined>(given: T) =>
  (typeof given === 'string' ? Date.parse(given) : given) as
    | number
    | Exclude<T, string>;

/** @throws InputError that names the field, when a checklist is asked for that is not configured */
export function requireChecklist(
  checklists: readonly CompiledChecklist[],
  field: string,
  id: string | undefined,
): void {
  const ids = checklists.map(({ definition }) => definition.id);
  if (id !== undefined && !ids.includes(id)) {
    throw new InputError(
      `${field}: there is no checklist "${id}", only ${ids.join(', ')}`,
    );
  }
}
