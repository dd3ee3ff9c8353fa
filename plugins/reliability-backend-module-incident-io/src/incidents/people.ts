import { IncidentPerson } from '@plimsoll/backstage-plugin-reliability-common';
import { UserAnswer } from '../answers';
import { toPerson } from '../toDomain';

/** @returns undefined when nothing tells the person from others */
export function personOf(
  user: UserAnswer | null | undefined,
): IncidentPerson | undefined {
  const person = toPerson(user);
  if (!person) return undefined;
  const { id, name, email } = person;
  return { id, name, ...(email && { email }) };
}
