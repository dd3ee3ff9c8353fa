import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderItems, sent } from '../../../__testUtils__/renderItems';

jest.setTimeout(60_000);

describe('with the keyboard alone', () => {
  it('moves, answers and opens the evidence', async () => {
    const { head, row, putAnswer } = await renderItems();
    head(/Objectives are agreed/).focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(head(/A rollback was tried/)).toHaveFocus();
    await userEvent.keyboard('y');
    await waitFor(() =>
      expect(sent(putAnswer)).toMatchObject({ answer: 'yes' }),
    );
    await userEvent.keyboard('{ArrowUp}n');
    await waitFor(() =>
      expect(sent(putAnswer)).toMatchObject({ answer: 'no' }),
    );
    expect(head(/A restore was tried/)).toHaveFocus();
    await userEvent.keyboard('e');
    const url = within(row(/A restore was tried/)).getByLabelText(/^Address/);
    expect(url).toHaveFocus();
    const calls = putAnswer.mock.calls.length;
    await userEvent.keyboard('yna?');
    expect(url).toHaveValue('yna?');
    expect(putAnswer).toHaveBeenCalledTimes(calls);
  });

  it('shows the keys', async () => {
    const { head } = await renderItems();
    head(/A rollback was tried/).focus();
    await userEvent.keyboard('?');
    expect(await screen.findByRole('dialog')).toHaveTextContent('Answer yes');
  });
});
