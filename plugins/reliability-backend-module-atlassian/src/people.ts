import { ProviderPerson } from '@plimsoll/backstage-plugin-reliability-node';
import { RecipientAnswer } from './answers';

const NO_NAME = 'Somebody without a name';

/**
 * A person by id and by the name that they sign in with, which is an e-mail address at Opsgenie.
 *
 * @returns undefined when there is no id
 */
export function personOfName(
  id: string | null | undefined,
  name: string | null | undefined,
): ProviderPerson | undefined {
  if (!id) return undefined;
  const email = name?.includes('@') ? name.toLowerCase() : undefined;
  return { id, name: name ?? NO_NAME, ...(email && { email }) };
}

/** @returns undefined when nothing tells the person from others */
export function toPerson(
  user: RecipientAnswer | null | undefined,
): ProviderPerson | undefined {
  const name = user?.username ?? user?.name;
  const person = personOfName(user?.id ?? name, name);
  return person && user?.deleted ? { ...person, left: true } : person;
}
