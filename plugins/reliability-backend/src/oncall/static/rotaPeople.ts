import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { ProviderPerson } from '@plimsoll/backstage-plugin-reliability-node';
import { lowerKey } from '../people/matchPeople';
import { PersonRecord } from '../people/PeopleStore';

/** Somebody as a rota names them. */
export type WrittenPerson =
  | { readonly kind: 'user'; readonly entityRef: string }
  | { readonly kind: 'email'; readonly email: string };

/** Reads what a rota calls somebody: an e-mail address, else a reference of a User, whose kind and namespace may be left out. */
export function readPerson(written: string): WrittenPerson {
  const isRef = /^user:/i.test(written.trim());
  if (!isRef && written.includes('@')) {
    return { kind: 'email', email: lowerKey(written) };
  }
  try {
    const ref = parseEntityRef(written.trim(), {
      defaultKind: 'user',
      defaultNamespace: 'default',
    });
    return { kind: 'user', entityRef: stringifyEntityRef(ref) };
  } catch {
    return { kind: 'user', entityRef: lowerKey(written) };
  }
}

/** A User of the catalog as the provider names them. */
export const fromCatalog = (person: PersonRecord): ProviderPerson => ({
  id: person.entityRef,
  name: person.name,
  email: person.email,
  entityRef: person.entityRef,
});

/** Somebody of whom the catalog knows nothing. */
export const asWritten = (person: WrittenPerson): ProviderPerson =>
  person.kind === 'email'
    ? { id: person.email, name: person.email, email: person.email }
    : {
        id: person.entityRef,
        name:
          person.entityRef.replace(/^user:(default\/)?/, '') ||
          person.entityRef,
        entityRef: person.entityRef,
      };
