import { subjectIds } from '@plimsoll/backstage-plugin-reliability-node';

/** What an id of PagerDuty looks like, such as PABC123. */
export const PAGERDUTY_ID = /^[A-Za-z0-9]{1,32}$/;

export const isPagerdutyId = (text: string): boolean => PAGERDUTY_ID.test(text);

/**
 * Ids of the services that annotations name at an account: `pagerduty.com/service-id`, for the account that
 * `pagerduty.com/account` names. Never `pagerduty.com/integration-key`: that is a secret, with which anybody could
 * raise incidents.
 */
export function serviceIdsOf(
  annotations: Readonly<Record<string, string>>,
  { name, subdomain = name }: { name: string; subdomain?: string },
): string[] {
  const account = annotations['pagerduty.com/account']?.trim();
  if (account && account.toLowerCase() !== subdomain.toLowerCase()) return [];
  return subjectIds(annotations['pagerduty.com/service-id']);
}
