import type { Entity } from '@backstage/catalog-model';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderAftermath } from '../../../__testUtils__/renderAftermath';
import type { ReliabilityApi } from '../../../api';
import { followUpsResponse } from '../../../testUtils';
import { MyFollowUpsCard } from '../MyFollowUpsCard';
import { GroupFollowUpsCard } from './GroupFollowUpsCard';

jest.setTimeout(60_000);

const payments: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'payments' },
  spec: { type: 'team', children: [] },
};
const group = (
  <EntityProvider entity={payments}>
    <GroupFollowUpsCard />
  </EntityProvider>
);
const answer = (items = followUpsResponse().items, total = 9) =>
  jest.fn(async () => followUpsResponse(items, { totalItems: total }));

describe('the follow-ups of a group', () => {
  it('are those of its services or given to it, the overdue ones first', async () => {
    const getFollowUps = answer();
    await renderAftermath(group, { api: { getFollowUps } });
    const list = await screen.findByRole('list', {
      name: 'Our open follow-ups',
    });
    const [first] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent(
      /Try the restore of the ledger.*Overdue.*payments.*Checkout.*INC-42/,
    );
    expect(within(first).getAllByRole('link')[0]).toHaveAttribute(
      'href',
      '/reliability/incidents/pd-main%3AQ1',
    );
    expect(getFollowUps).toHaveBeenCalledWith(
      { owner: ['group:default/payments'], limit: 6 },
      expect.anything(),
    );
    expect(
      screen.getByRole('link', { name: 'All 9 follow-ups' }),
    ).toHaveAttribute(
      'href',
      '/reliability/incidents?tab=follow-ups&owner=group%3Adefault%2Fpayments',
    );
  });

  it('have a face where there is none', async () => {
    await renderAftermath(group, { api: { getFollowUps: answer([], 0) } });
    expect(await screen.findByText('No open follow-ups')).toBeInTheDocument();
  });

  it('can be tried again', async () => {
    const getFollowUps: ReliabilityApi['getFollowUps'] = jest
      .fn()
      .mockRejectedValueOnce(new Error('gone'))
      .mockResolvedValue(followUpsResponse());
    await renderAftermath(group, { api: { getFollowUps } });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByRole('list', { name: 'Our open follow-ups' }),
    ).toBeInTheDocument();
  });
});

describe('my follow-ups', () => {
  it('are those that the reader and their groups have to do', async () => {
    const getFollowUps = answer();
    await renderAftermath(<MyFollowUpsCard />, { api: { getFollowUps } });
    expect(
      await screen.findByRole('list', { name: 'My follow-ups' }),
    ).toBeInTheDocument();
    expect(getFollowUps).toHaveBeenCalledWith(
      {
        assignee: ['user:default/anna.berg', 'group:default/payments'],
        limit: 5,
      },
      expect.anything(),
    );
  });

  it('have a face where there is none', async () => {
    await renderAftermath(<MyFollowUpsCard />, {
      api: { getFollowUps: answer([], 0) },
    });
    expect(await screen.findByText('Nothing to follow up')).toBeInTheDocument();
  });
});
