import { ConflictError } from '@backstage/errors';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderAftermath } from '../../../__testUtils__/renderAftermath';
import type { ReliabilityApi } from '../../../api';
import { lesson } from '../../../testUtils';
import { LessonsTab } from './LessonsTab';

jest.setTimeout(60_000);

async function render(items = [lesson()], api: Partial<ReliabilityApi> = {}) {
  const getLessons = jest.fn(async () => ({ items, totalItems: items.length }));
  const decideLesson = jest.fn(async () => lesson({ state: 'declined' }));
  await renderAftermath(<LessonsTab />, {
    api: { getLessons, decideLesson, ...api },
  });
  return { getLessons, decideLesson };
}
const press = (name: string | RegExp) =>
  screen.findByRole('button', { name }).then(it => userEvent.click(it));

describe('what was learned', () => {
  it('says what is proposed, because of what, and who has the same gap', async () => {
    const { getLessons } = await render();
    expect(await screen.findByRole('listitem')).toHaveTextContent(
      /A new item in production-readiness.*because of INC-42.*4 of 11 services like these have the same gap/,
    );
    expect(getLessons).toHaveBeenCalledWith(
      { state: 'proposed' },
      expect.anything(),
    );
  });

  it('is declined with a reason', async () => {
    const { decideLesson, getLessons } = await render();
    await press(/^Decline “/);
    const dialog = screen.getByRole('dialog');
    const decline = within(dialog).getByRole('button', { name: 'Decline' });
    await userEvent.click(decline);
    expect(dialog).toHaveTextContent('Say why it is declined.');
    fireEvent.change(within(dialog).getByLabelText(/^Note/), {
      target: { value: 'Only the ledger has one' },
    });
    await userEvent.click(decline);
    expect(decideLesson).toHaveBeenCalledWith('l1', {
      state: 'declined',
      note: 'Only the ledger has one',
    });
    expect(
      await screen.findByText('The proposal was declined.'),
    ).toBeInTheDocument();
    await waitFor(() => expect(getLessons).toHaveBeenCalledTimes(2));
  });

  it('is accepted without one; somebody else may have been faster', async () => {
    await render([lesson()], {
      decideLesson: () => Promise.reject(new ConflictError('decided')),
    });
    await press(/^Accept “/);
    await press('Accept');
    expect(
      await screen.findByText(/Somebody else has decided/),
    ).toBeInTheDocument();
  });

  it('gives the definition of what was accepted, and no more decisions', async () => {
    await render([lesson({ state: 'accepted' })]);
    expect(await screen.findByRole('listitem')).toHaveTextContent(
      /id: connections-limited/,
    );
    expect(
      screen.queryByRole('button', { name: /^Accept “/ }),
    ).not.toBeInTheDocument();
  });

  it('leads from an item that is there to a campaign about it', async () => {
    await render([
      lesson({ itemId: 'rollback', title: 'Roll back', reason: '' }),
    ]);
    expect(
      await screen.findByRole('link', {
        name: 'Start a campaign about “Roll back”',
      }),
    ).toHaveAttribute(
      'href',
      '/reliability/programme/campaigns?new=true&title=Roll+back&items=production-readiness%2Frollback',
    );
  });

  it('leads to no campaign where the item is still to be written', async () => {
    await render([lesson({ itemId: null })]);
    await screen.findByRole('listitem');
    expect(screen.queryByRole('link', { name: /campaign/ })).toBeNull();
  });

  it.each([
    ['Declined', { state: 'declined' }],
    ['All', {}],
  ])('asks for %s', async (name, query) => {
    const { getLessons } = await render();
    await press(name);
    await waitFor(() =>
      expect(getLessons).toHaveBeenLastCalledWith(query, expect.anything()),
    );
  });

  it('has a face where there is nothing', async () => {
    await render([]);
    expect(await screen.findByText('No proposals')).toBeInTheDocument();
  });
});
