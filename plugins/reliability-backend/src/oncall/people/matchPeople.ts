/** A User as responders are compared with it. */
export interface MatchablePerson {
  readonly entityRef: string;
  readonly name: string;
  readonly email?: string;
  /** Whether the catalog does not have the User any more. */
  readonly left: boolean;
}

/** Somebody as a provider names them. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  /** Where the provider itself holds a reference. */
  readonly entityRef?: string;
}

/** A name as it is compared: in lower case, with single blanks. */
export const nameKey = (name: string): string =>
  name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('en-US');

/** E-mail addresses and references are compared in lower case. */
export const lowerKey = (value: string): string =>
  value.trim().toLocaleLowerCase('en-US');

function indexBy(
  people: readonly MatchablePerson[],
  keyOf: (person: MatchablePerson) => string | undefined,
): Map<string, MatchablePerson[]> {
  const index = new Map<string, MatchablePerson[]>();
  for (const person of people) {
    const key = keyOf(person);
    if (!key) continue;
    const same = index.get(key);
    if (same) same.push(person);
    else index.set(key, [person]);
  }
  return index;
}

/** Whoever is still there goes before those who left; of several nobody is meant. */
function onlyOne(
  candidates: readonly MatchablePerson[] | undefined,
): string | undefined {
  const present = candidates?.filter(({ left }) => !left) ?? [];
  const among = present.length > 0 ? present : candidates ?? [];
  return among.length === 1 ? among[0].entityRef : undefined;
}

/**
 * Which User of the catalog each person is: by e-mail, else by the reference that the provider gives, else by
 * a display name that only one User has. Those of whom that cannot be said are left out.
 *
 * @param people - all Users that could be meant
 * @returns entity references by the id at the provider
 */
export function matchPeople(
  named: readonly NamedPerson[],
  people: readonly MatchablePerson[],
): Map<string, string> {
  const byEmail = indexBy(people, ({ email }) => email && lowerKey(email));
  const byRef = indexBy(people, ({ entityRef }) => entityRef);
  const byName = indexBy(people, ({ name }) => nameKey(name));
  const found = new Map<string, string>();
  for (const { id, name, email, entityRef } of named) {
    const match =
      (email && onlyOne(byEmail.get(lowerKey(email)))) ||
      (entityRef && onlyOne(byRef.get(lowerKey(entityRef)))) ||
      onlyOne(byName.get(nameKey(name)));
    if (match) found.set(id, match);
  }
  return found;
}
