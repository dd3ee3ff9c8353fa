import type { KpiItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useLinks } from '../../../hooks/useLinks';

/** Where each of the values of a figure is seen; nowhere for what others hold. */
export function useKpiLink({ detail }: KpiItem): string | undefined {
  const links = useLinks();
  switch (detail) {
    case 'slos':
      return links.slos();
    case 'incidents':
      return links.incidents('figures');
    case 'postmortems':
      return links.incidents();
    case 'follow-ups':
      return links.incidents('follow-ups');
    case 'oncall':
      return links.oncall();
    case 'readiness':
      return links.readiness();
    case 'ranking':
      return links.ranking();
    default:
      return undefined;
  }
}
