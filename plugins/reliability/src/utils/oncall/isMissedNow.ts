import type { ServiceOncallResponse } from '@plimsoll/backstage-plugin-reliability-common';

/** Whether the tier wants somebody on call now, and nobody is. */
export const isMissedNow = ({
  findings,
}: Pick<ServiceOncallResponse, 'findings'>): boolean =>
  findings.some(({ code }) => code === 'nobody-now');
