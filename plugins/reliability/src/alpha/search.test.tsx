import { createExtensionTester } from '@backstage/frontend-test-utils';
import { SearchResultListItemBlueprint } from '@backstage/plugin-search-react/alpha';
import plugin from '../alpha';

describe('the search result, in the new frontend system', () => {
  it.each([
    ['reliability', true],
    ['software-catalog', false],
  ])('takes documents of the type %s: %s', (type, taken) => {
    const { predicate } = createExtensionTester(
      plugin.getExtension('search-result-list-item:reliability'),
    ).get(SearchResultListItemBlueprint.dataRefs.item);
    expect(
      predicate?.({
        type,
        document: { title: 'a', text: 'b', location: '/c' },
      }),
    ).toBe(taken);
  });
});
