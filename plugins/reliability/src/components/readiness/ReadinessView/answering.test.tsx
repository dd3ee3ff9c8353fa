import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { click, renderItems, sent } from '../../../__testUtils__/renderItems';
import { readinessBackend } from '../../../__testUtils__/readinessBackend';
import { serviceResponse } from '../../../testUtils';

jest.setTimeout(60_000);

describe('answering', () => {
  it('stores with one click, keeps note and evidence, and moves level and rank', async () => {
    const { row, putAnswer } = await renderItems();
    const item = row(/Not met A rollback|Not metA rollback/);
    await click(item, 'Yes');
    await waitFor(() => expect(item).toHaveTextContent('Saved'));
    expect(sent(putAnswer)).toEqual({
      answer: 'yes',
      note: 'Planned for December.',
      evidence: [],
      version: 3,
    });
    expect(within(item).getByRole('button', { name: 'Yes' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    const standing = screen.getByRole('region', {
      name: 'Where it stands now',
    });
    expect(standing).toHaveTextContent('Gold');
    expect(standing).toHaveTextContent('Rank 2 of 31');
    expect(
      screen.getByText('Saved: A rollback was tried is Met.'),
    ).toHaveAttribute('role', 'status');
  });

  it('asks for evidence in place where a yes needs it', async () => {
    const { row, putAnswer } = await renderItems();
    const item = row(/A restore was tried/);
    await click(item, 'Yes');
    expect(putAnswer).not.toHaveBeenCalled();
    const url = within(item).getByLabelText(/^Address/);
    expect(url).toHaveFocus();
    // eslint-disable-next-line no-script-url
    await userEvent.type(url, 'javascript:alert(1)');
    await click(item, 'Add the link and answer yes');
    expect(item).toHaveTextContent('begins with http:// or https://');
    await userEvent.clear(url);
    await userEvent.type(url, 'https://ci.example.com/7');
    await userEvent.type(
      within(item).getByLabelText('Title of the link'),
      'Run 7',
    );
    await click(item, 'Add the link and answer yes');
    await waitFor(() => expect(item).toHaveTextContent('Saved'));
    expect(sent(putAnswer)).toMatchObject({
      answer: 'yes',
      evidence: [{ title: 'Run 7', url: 'https://ci.example.com/7' }],
    });
    expect(within(item).getByRole('link', { name: /Run 7/ })).toHaveAttribute(
      'href',
      'https://ci.example.com/7',
    );
    await click(item, 'Remove Run 7');
    await waitFor(() => expect(sent(putAnswer).evidence).toEqual([]));
  });

  it('asks for a reason where an item is not applicable', async () => {
    const { row, putAnswer } = await renderItems();
    const item = row(/A restore was tried/);
    await click(item, 'N/A, not applicable');
    const reason = within(item).getByLabelText('Why is it not applicable?');
    expect(reason).toHaveFocus();
    expect(
      within(item).getByRole('button', { name: 'Store as not applicable' }),
    ).toBeDisabled();
    await userEvent.type(reason, 'It keeps nothing.');
    await click(item, 'Store as not applicable');
    await waitFor(() => expect(item).toHaveTextContent('Saved'));
    expect(sent(putAnswer)).toMatchObject({
      answer: 'not-applicable',
      note: 'It keeps nothing.',
    });
  });

  it('stores a note with the answer that is there, and takes an answer back', async () => {
    const { row, head, putAnswer } = await renderItems();
    await userEvent.click(head(/Objectives are agreed/));
    const item = row(/Objectives are agreed/);
    await click(item, 'Edit the note');
    const note = within(item).getByLabelText('Note');
    await userEvent.clear(note);
    await userEvent.type(note, 'Agreed in May.');
    await click(item, 'Store the note');
    await waitFor(() => expect(item).toHaveTextContent('Saved'));
    expect(sent(putAnswer)).toMatchObject({
      answer: 'yes',
      note: 'Agreed in May.',
    });
    await click(item, 'Take the answer back');
    await waitFor(() => expect(item).toHaveTextContent('Unanswered'));
    expect(sent(putAnswer)).toMatchObject({ answer: null, version: 2 });
  });

  it('keeps what was typed while the row is closed', async () => {
    const { row, head } = await renderItems();
    await userEvent.click(head(/Objectives are agreed/));
    const item = row(/Objectives are agreed/);
    await click(item, 'Edit the note');
    await userEvent.type(within(item).getByLabelText('Note'), ' And more.');
    await userEvent.click(head(/Objectives are agreed/));
    await userEvent.click(head(/Objectives are agreed/));
    expect(within(item).getByLabelText('Note')).toHaveValue(
      'Agreed in the **June** review. And more.',
    );
  });

  it('keeps the row in its place when it is no longer missing', async () => {
    const { region, row } = await renderItems();
    await click(region, 'Missing only (4)');
    await click(row(/A rollback was tried/), 'Yes');
    expect(
      await within(region).findByRole('button', { name: 'Missing only (3)' }),
    ).toBeInTheDocument();
    expect(row(/A rollback was tried/)).toHaveTextContent('Met');
  });

  it('says that it was not saved, and tries again', async () => {
    const backend = readinessBackend();
    backend.putAnswer.mockRejectedValueOnce(new Error('database is gone'));
    const { row } = await renderItems(backend);
    const item = row(/A rollback was tried/);
    await click(item, 'Yes');
    await waitFor(() => expect(item).toHaveTextContent('database is gone'));
    expect(item).toHaveTextContent('Not saved');
    await click(item, 'Try again');
    await waitFor(() => expect(item).toHaveTextContent('Saved'));
  });

  it('contests with a reason, and settles', async () => {
    const { row, head, api } = await renderItems();
    await userEvent.click(head(/A failure was rehearsed/));
    const item = row(/A failure was rehearsed/);
    await click(item, 'Contest');
    const dialog = await screen.findByRole('dialog');
    await click(dialog, 'Contest');
    expect(dialog).toHaveTextContent('Give a reason');
    await userEvent.type(within(dialog).getByLabelText(/Reason/), 'It broke.');
    await click(dialog, 'Contest');
    await waitFor(() => expect(item).toHaveTextContent('It broke.'));
    expect(api.contestItem).toHaveBeenCalledWith(
      expect.objectContaining({ item: 'game-day' }),
      { reason: 'It broke.', version: 4 },
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    await click(item, 'Settle: the answer holds');
    await click(await screen.findByRole('dialog'), 'Settle: the answer holds');
    await waitFor(() => expect(item).not.toHaveTextContent('It broke.'));
  });

  it('shows who changed an item', async () => {
    const backend = readinessBackend({
      getItemHistory: async () => ({
        totalItems: 1,
        items: [
          {
            action: 'imported',
            answer: {
              value: 'no',
              note: 'From the sheet',
              evidence: [],
              by: 'user:default/kim',
              at: '2026-01-01T00:00:00Z',
            },
            reason: '',
            by: 'user:default/kim',
            at: '2026-01-01T00:00:00Z',
            version: 1,
            itemId: 'rollback',
          },
        ],
      }),
    });
    const { row, head } = await renderItems(backend);
    await userEvent.click(head(/A rollback was tried/));
    await click(row(/A rollback was tried/), 'History');
    const dialog = await screen.findByRole('dialog');
    await waitFor(() =>
      expect(dialog).toHaveTextContent(
        /Imported: No .*kim.*as rollback.*From the sheet/,
      ),
    );
  });

  it('is not offered to those who may not', async () => {
    // Answers about permissions are cached: another service than in the other tests.
    const entityRef = 'component:default/theirs';
    const theirs = readinessBackend({
      getService: async () => serviceResponse({ entityRef }),
    });
    const { region, head } = await renderItems(theirs, false);
    expect(region).toHaveTextContent('you may not answer it');
    expect(
      within(region).queryByRole('button', { name: 'Yes' }),
    ).not.toBeInTheDocument();
    await userEvent.click(head(/A rollback was tried/));
    expect(
      within(region).queryByRole('button', { name: 'Contest' }),
    ).not.toBeInTheDocument();
  });
});
