import { NotAllowedError } from '@backstage/errors';
import type { BudgetReview } from '@plimsoll/backstage-plugin-reliability-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Settings } from 'luxon';
import { renderAftermath } from '../../../__testUtils__/renderAftermath';
import type { ReliabilityApi } from '../../../api';
import { budgetReview } from '../../../testUtils';
import { ReviewsTab } from './ReviewsTab';

jest.setTimeout(60_000);

beforeEach(() => {
  Settings.defaultZone = 'America/New_York';
});
afterEach(() => {
  Settings.defaultZone = 'system';
});

const blind: Partial<BudgetReview> = {
  kind: 'blind-spot',
  from: '2026-11-18T09:02:00Z',
  to: '2026-11-18T10:02:00Z',
  incident: { id: 'a:1', reference: 'INC-1', title: 'Slow' },
};

async function render(
  items = [budgetReview()],
  api: Partial<ReliabilityApi> = {},
) {
  const getBudgetReviews = jest.fn(async () => ({
    items,
    totalItems: items.length,
  }));
  const settleBudgetReview = jest.fn(async () =>
    budgetReview({ state: 'settled' }),
  );
  await renderAftermath(<ReviewsTab />, {
    api: { getBudgetReviews, settleBudgetReview, ...api },
  });
  return { getBudgetReviews, settleBudgetReview };
}
const press = (name: string | RegExp) =>
  screen.findByRole('button', { name }).then(it => userEvent.click(it));

describe('what does not fit together', () => {
  it.each<[string, Partial<BudgetReview>, RegExp]>([
    [
      'dark burn, of a day of UTC',
      {},
      /18 % of the budget of “Requests succeed” went on Nov 17, 2026 outside of all incidents/,
    ],
    [
      'dark burn of unknown size',
      { share: null },
      /Budget of “Requests succeed” went on Nov 17, 2026/,
    ],
    [
      'a blind spot, in the zone of the reader',
      { ...blind, share: 0.0003 },
      /felt it from 18 Nov 2026, 04:02 to 18 Nov 2026, 05:02.*hardly burned \(0.03 %\).*INC-1: Slow/,
    ],
    ['a blind spot without burn', { ...blind, share: null }, /did not burn/],
  ])('is told: %s', async (_, review, words) => {
    await render([budgetReview(review)]);
    expect(await screen.findByRole('listitem')).toHaveTextContent(words);
  });

  it('is settled with a note', async () => {
    const { settleBudgetReview, getBudgetReviews } = await render();
    await press(/^Settle “Dark burn, Checkout”/);
    const dialog = screen.getByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Settle it' }),
    );
    expect(dialog).toHaveTextContent('Say what was found.');
    fireEvent.change(within(dialog).getByLabelText(/What was found/), {
      target: { value: ' A load test ' },
    });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Settle it' }),
    );
    expect(settleBudgetReview).toHaveBeenCalledWith('r1', {
      state: 'settled',
      note: 'A load test',
    });
    expect(await screen.findByText('It is settled.')).toBeInTheDocument();
    await waitFor(() => expect(getBudgetReviews).toHaveBeenCalledTimes(2));
  });

  it('is opened again', async () => {
    const { settleBudgetReview } = await render([
      budgetReview({ state: 'settled', note: 'Noise' }),
    ]);
    await press(/^Open again: “/);
    await press('Open it again');
    expect(settleBudgetReview).toHaveBeenCalledWith('r1', {
      state: 'open',
      note: 'Noise',
    });
  });

  it('says why it was not settled', async () => {
    await render([budgetReview({ note: 'x' })], {
      settleBudgetReview: () => Promise.reject(new NotAllowedError('no')),
    });
    await press(/^Settle “/);
    await press('Settle it');
    expect(
      await screen.findByText('You may not settle this.'),
    ).toBeInTheDocument();
  });

  it('is asked for by kind and state', async () => {
    const { getBudgetReviews } = await render();
    await press('Settled');
    await press('Blind spot');
    await waitFor(() =>
      expect(getBudgetReviews).toHaveBeenLastCalledWith(
        { state: 'settled', kind: 'blind-spot' },
        expect.anything(),
      ),
    );
  });

  it('is only read by those who may not settle it', async () => {
    await render([budgetReview({ canEdit: false })]);
    await screen.findByRole('listitem');
    expect(
      screen.queryByRole('button', { name: /^Settle “/ }),
    ).not.toBeInTheDocument();
  });

  it('has a face where there is nothing', async () => {
    await render([]);
    expect(await screen.findByText('Nothing to review')).toBeInTheDocument();
  });
});
