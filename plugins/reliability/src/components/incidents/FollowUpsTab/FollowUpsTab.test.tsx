import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderAftermath } from '../../../__testUtils__/renderAftermath';
import { search } from '../../../__testUtils__/renderPage';
import { followUp, followUpsResponse } from '../../../testUtils';
import { FollowUpsTab } from './FollowUpsTab';

jest.setTimeout(60_000);

const other = followUp({
  id: 'f9',
  title: 'Alert on the pool',
  services: [
    {
      entityRef: 'component:default/ledger',
      title: 'Ledger',
      owner: 'group:default/ledger',
    },
  ],
});

async function render(path = '/?tab=follow-ups', items = [followUp(), other]) {
  const getFollowUps = jest.fn(async () => followUpsResponse(items));
  const patchFollowUp = jest.fn(async () => followUp({ status: 'done' }));
  await renderAftermath(<FollowUpsTab />, {
    path,
    api: { getFollowUps, patchFollowUp },
  });
  return { getFollowUps, patchFollowUp };
}
const press = (name: string | RegExp) =>
  screen.findByRole('button', { name }).then(it => userEvent.click(it));

describe('the follow-ups of the company', () => {
  it('asks for what is open and links to the incidents', async () => {
    const { getFollowUps } = await render();
    expect(
      (await screen.findAllByRole('link', { name: /^INC-42/ }))[0],
    ).toHaveAttribute('href', '/reliability/incidents/pd-main%3AQ1');
    expect(getFollowUps).toHaveBeenCalledWith(
      expect.objectContaining({ status: ['open', 'in-progress'] }),
      expect.anything(),
    );
  });

  it.each([
    ['0 overdue', '?tab=follow-ups&overdue=true'],
    ['0 done', '?tab=follow-ups&status=done'],
    ['Mine', '?tab=follow-ups&assignee=user%3Adefault%2Fanna.berg'],
    ['ledger', '?tab=follow-ups&owner=group%3Adefault%2Fledger'],
  ])('narrows to %s, and the rest of the address stays', async (name, to) => {
    const { getFollowUps } = await render();
    await press(name);
    expect(search()).toBe(to);
    await waitFor(() => expect(getFollowUps).toHaveBeenCalledTimes(2));
  });

  it('counts by team', async () => {
    await render();
    const table = await screen.findByRole('table', { name: 'By team' });
    expect(
      within(table)
        .getAllByRole('row')
        .slice(1)
        .map(row => row.textContent),
    ).toEqual(['ledger01', 'payments01']);
  });

  it('is read again after a change', async () => {
    const { getFollowUps, patchFollowUp } = await render();
    await press(/^Done: “Alert/);
    expect(patchFollowUp).toHaveBeenCalledWith('f9', { status: 'done' });
    expect(
      await screen.findByText('The follow-up is done.'),
    ).toBeInTheDocument();
    await waitFor(() => expect(getFollowUps).toHaveBeenCalledTimes(2));
  });

  it.each([
    ['/', 'No follow-up is open'],
    ['/?q=x', 'Nothing matches'],
  ])('has a face where there is none: %s', async (path, words) => {
    await render(path, []);
    expect(await screen.findByText(words)).toBeInTheDocument();
  });
});
