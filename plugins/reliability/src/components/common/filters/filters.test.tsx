import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../../__testUtils__/renderPage';
import { FacetFilters } from './FacetFilters';
import { FilterBar } from './FilterBar';
import { TextFilter } from './TextFilter';

jest.setTimeout(60_000);

const onChange = jest.fn();
const onClear = jest.fn();

describe('the filters of a list', () => {
  beforeEach(() => jest.clearAllMocks());

  it('call a tier by its name, and pass on what is chosen in one of them', async () => {
    const items = [{ value: 'tier-1', label: 'Important', count: 4 }];
    await renderPage(
      <FacetFilters
        fields={['tier', 'owner']}
        filter={{ tier: ['tier-0'] }}
        chosen={{ tier: ['tier-0'] }}
        onChange={onChange}
      />,
      { api: { getFacet: async () => ({ items }) } },
    );
    expect(screen.getByRole('button', { name: /^Owner:/ })).toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Tier: Mission critical' }),
    );
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Important 4' }),
    );
    expect(onChange).toHaveBeenCalledWith({ tier: ['tier-0', 'tier-1'] });
  });

  it('pass a text on when the typing rests, without an entry in the history', async () => {
    await renderPage(<TextFilter value="" onChange={onChange} />, {});
    await userEvent.type(screen.getByRole('searchbox'), 'pay');
    await waitFor(() =>
      expect(onChange).toHaveBeenCalledWith({ q: 'pay' }, { replace: true }),
    );
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['can be taken away together where there are any', true, 1],
    ['offer nothing to take away where there are none', false, 0],
  ])('%s', async (_, isFiltered, count) => {
    await renderPage(
      <FilterBar
        label="Filters"
        clear="Clear all"
        isFiltered={isFiltered}
        onClear={onClear}
      >
        the filters
      </FilterBar>,
      {},
    );
    expect(screen.getByRole('region', { name: 'Filters' })).toHaveTextContent(
      'the filters',
    );
    const clear = screen.queryAllByRole('button', { name: 'Clear all' });
    expect(clear).toHaveLength(count);
    for (const each of clear) await userEvent.click(each);
    expect(onClear).toHaveBeenCalledTimes(count);
  });
});
