import { SearchResultListItemBlueprint } from '@backstage/plugin-search-react/alpha';
import { isReliabilityDocument } from '../isReliabilityDocument';

/** `search-result-list-item:reliability` */
export const searchResultListItem = SearchResultListItemBlueprint.make({
  params: {
    predicate: isReliabilityDocument,
    component: () =>
      import('../components/incidents/ReliabilitySearchResultListItem').then(
        m => m.ReliabilitySearchResultListItem,
      ),
  },
});
