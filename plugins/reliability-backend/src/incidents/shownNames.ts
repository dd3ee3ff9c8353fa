import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { reliabilityOncallPeoplePermission } from '@plimsoll/backstage-plugin-reliability-common';
import { Access } from '../access/Access';
import { nameOf } from '../access/nameOf';

/** Who did something, where names are kept from the reader. */
export const SOMEBODY = 'somebody';

/** What a reader is shown of whoever did something. */
export type ShownName = (name: string) => string;

/** Names as one reader may see them: without the permission only their own, and those of machines. */
export async function shownNames(
  access: Access,
  credentials: BackstageCredentials,
): Promise<ShownName> {
  if (await access.has(reliabilityOncallPeoplePermission, credentials)) {
    return name => name;
  }
  const own = nameOf(credentials);
  return name => (name.startsWith('user:') && name !== own ? SOMEBODY : name);
}
