import { useLocation, useSearchParams } from 'react-router-dom';
import {
  formatIncidentParams,
  parseIncidentParams,
} from '../../utils/incidents/incidentParams';
import { oneOf } from '../../utils/listAddress';

/** The parts of the incidents of the company. */
export const incidentTabs = [
  'list',
  'figures',
  'follow-ups',
  'reviews',
  'lessons',
  'unmapped',
  'accounts',
] as const;
export type IncidentTab = (typeof incidentTabs)[number];

const usual: IncidentTab = 'list';
/** These two have the same filters, which stay when one goes from one to the other. */
const filtered: readonly IncidentTab[] = ['list', 'figures'];

/** Which part the address names, and the addresses of the others. */
export function useIncidentTab() {
  const [search] = useSearchParams();
  const { pathname } = useLocation();
  const tab = oneOf(incidentTabs, search.get('tab'), usual);
  const hrefOf = (to: IncidentTab) => {
    const params = parseIncidentParams(
      filtered.includes(tab) && filtered.includes(to)
        ? search
        : new URLSearchParams(),
    );
    const next = formatIncidentParams({
      ...params,
      page: 1,
      cursor: undefined,
      around: to === usual ? [] : [['tab', to]],
    });
    const text = next.toString();
    return text ? `${pathname}?${text}` : pathname;
  };
  return { tab, hrefOf };
}
