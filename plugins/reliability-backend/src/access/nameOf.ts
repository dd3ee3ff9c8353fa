import { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Who makes a call, for records: the reference of a user, or the subject of a machine. */
export function nameOf({ principal }: BackstageCredentials): string {
  const { userEntityRef, subject } = principal as {
    userEntityRef?: string;
    subject?: string;
  };
  return userEntityRef ?? subject ?? 'unknown';
}
