import type { IncidentAccountsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderAftermath } from '../../../__testUtils__/renderAftermath';
import { incidentAccount } from '../../../testUtils';
import { AccountsTab } from './AccountsTab';

jest.setTimeout(60_000);

type Account = IncidentAccountsResponse['items'][number];

const render = (...items: Account[]) =>
  renderAftermath(<AccountsTab />, {
    api: { getIncidentAccounts: async () => ({ items }) },
  });

describe('the accounts of incidents', () => {
  it.each<[string, Partial<Account>, RegExp]>([
    [
      'works',
      {},
      /Works1,240 incidents3 of no service.*Its whole history is read/,
    ],
    [
      'reads its history',
      { state: 'backfilling', backfilledTo: '2026-04-02T00:00:00Z' },
      /Reads its history.*History read back to 2 Apr 2026, .* so far/,
    ],
    [
      'has read as far as it goes',
      { backfilledTo: '2026-04-02T00:00:00Z' },
      /Works.*History read back to 2 Apr 2026, \d\d:\d\d\./,
    ],
    [
      'fails',
      { state: 'failing', error: 'answered 401', readAt: null },
      /Fails.*never read.*answered 401/,
    ],
    ['waits', { state: 'pending', readAt: null }, /Not read yet.*never read/],
    [
      'takes no webhooks',
      { webhooks: null },
      /It takes no webhooks; changes are seen at the next reading/,
    ],
    [
      'has webhooks that wait',
      {
        webhooks: {
          path: '/api/x',
          received: 1,
          waiting: 2,
          lastAt: null,
        },
      },
      /1 call in 30 days2 wait to be read/,
    ],
  ])('say that one %s', async (_, account, words) => {
    await render(incidentAccount(account));
    expect(await screen.findByRole('listitem')).toHaveTextContent(words);
  });

  it('say nothing about reading of what is recorded here', async () => {
    await render(
      incidentAccount({
        account: 'portal',
        provider: 'portal',
        state: 'pushed',
        webhooks: null,
        readAt: null,
        triedAt: null,
      }),
    );
    const item = await screen.findByRole('listitem');
    expect(item).toHaveTextContent('Recorded here');
    expect(item).not.toHaveTextContent(/never read|webhook|history/);
  });

  it('give the whole address for webhooks to copy', async () => {
    const writeText = jest.fn(async () => {});
    await render(incidentAccount());
    const button = await screen.findByRole('button', {
      name: 'Copy the address for webhooks of pd-main',
    });
    const clipboard = { writeText };
    Object.defineProperty(navigator, 'clipboard', {
      value: clipboard,
      configurable: true,
    });
    await userEvent.click(button);
    await waitFor(() =>
      expect(writeText).toHaveBeenCalledWith(
        'https://portal.example/api/reliability/webhooks/pagerduty/pd-main',
      ),
    );
  });

  it('have a face where none is connected', async () => {
    await render();
    expect(
      await screen.findByText('No account is connected'),
    ).toBeInTheDocument();
  });
});
