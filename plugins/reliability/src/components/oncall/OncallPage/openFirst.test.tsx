import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ListOncallQuery } from '@plimsoll/backstage-plugin-reliability-common';
import { useLocation } from 'react-router-dom';
import { renderPage } from '../../../__testUtils__/renderPage';
import { NOW, oncallItem } from '../../../testUtils';
import { OncallPage } from './OncallPage';

jest.setTimeout(60_000);

const Place = () => <output>{useLocation().pathname}</output>;

const refund = oncallItem({
  entityRef: 'component:default/refund',
  title: 'Refund',
});

/** Answers everything before something is asked for, and one service after. */
const getOncall = async ({ q }: ListOncallQuery) => {
  const items = q === 'refund' ? [refund] : [oncallItem()];
  return {
    items: q === 'nothing' ? [] : items,
    totalItems: 1,
    at: NOW,
    counts: { covered: 1, uncovered: 0, unknown: 0, none: 0 },
    namesHidden: false,
  };
};

const render = async () => {
  await renderPage(
    <>
      <div data-testid="place">
        <Place />
      </div>
      <OncallPage />
    </>,
    { api: { getOncall } },
  );
  await screen.findByRole('link', { name: 'Checkout' });
};
const path = () => screen.getByTestId('place').textContent;

describe('Enter in the search box', () => {
  it('opens the first result of what was typed, and not what is still shown', async () => {
    await render();
    await userEvent.keyboard('refund{Enter}');
    await waitFor(() =>
      expect(path()).toBe('/catalog/default/component/refund/reliability'),
    );
  });

  it.each(['{Enter}', 'nothing{Enter}'])('opens nothing at %s', async keys => {
    await render();
    await userEvent.keyboard(keys);
    if (keys !== '{Enter}') await screen.findByText('Nothing matches');
    expect(path()).toBe('/');
  });
});
