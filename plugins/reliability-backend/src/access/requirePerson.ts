import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';

/**
 * The permissions of Backstage let every machine pass, and who is behind it is not known.
 *
 * @param what - only a person may do, such as `set a tier by hand`
 * @throws NotAllowedError when a machine calls
 */
export function requirePerson(
  { principal }: BackstageCredentials,
  what: string,
): void {
  if ((principal as { type?: string }).type === 'user') return;
  throw new NotAllowedError(`Only a person can ${what}`);
}
