import { BackstageCredentials } from '@backstage/backend-plugin-api';

/**
 * Whether a call is made by a user of the catalog, not by a machine or on behalf of nobody.
 *
 * @param entityRef - of the user, in lower case
 */
export function isUser(
  { principal }: BackstageCredentials,
  entityRef: string,
): boolean {
  const { type, userEntityRef } = principal as {
    type?: string;
    userEntityRef?: string;
  };
  return (
    type === 'user' && userEntityRef?.toLocaleLowerCase('en-US') === entityRef
  );
}
