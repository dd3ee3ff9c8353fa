import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../../__testUtils__/renderPage';
import type { ReliabilityApi } from '../../../api';
import { progressResponse } from '../../../testUtils';
import { ReadinessPage } from './ReadinessPage';

jest.setTimeout(60_000);

describe('the import', () => {
  const reply = {
    stored: 1,
    unchanged: 0,
    rejected: 1,
    results: [
      { row: 1, status: 'stored' as const },
      { row: 2, status: 'rejected' as const, reason: 'there is no item "x"' },
    ],
  };

  async function open(importAnswers: ReliabilityApi['importAnswers']) {
    const getProgress = jest.fn(async () => progressResponse());
    await renderPage(<ReadinessPage />, {
      api: { importAnswers, getProgress },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Import' }),
    );
    return { dialog: await screen.findByRole('dialog'), getProgress };
  }
  const upload = (dialog: HTMLElement, name: string, text: string) =>
    userEvent.upload(
      within(dialog).getByLabelText(/^File/),
      new File([text], name),
    );

  it('tries a file first, says what would come of it, then stores it', async () => {
    const importAnswers = jest.fn(async () => reply);
    const { dialog, getProgress } = await open(importAnswers);
    await upload(dialog, 'a.csv', 'entityRef,itemId,answer\n');
    expect(
      await within(dialog).findByText(
        '1 would be stored, 0 unchanged, 1 rejected',
      ),
    ).toBeInTheDocument();
    expect(within(dialog).getByRole('row', { name: /^2/ })).toHaveTextContent(
      '2Rejectedthere is no item "x"',
    );
    expect(importAnswers).toHaveBeenLastCalledWith('production-readiness', {
      csv: 'entityRef,itemId,answer\n',
      dryRun: true,
      overwrite: false,
    });
    const before = getProgress.mock.calls.length;
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Import 1 row' }),
    );
    expect(
      await within(dialog).findByText('1 stored, 0 unchanged, 1 rejected'),
    ).toBeInTheDocument();
    expect(importAnswers).toHaveBeenLastCalledWith(
      'production-readiness',
      expect.objectContaining({ dryRun: false }),
    );
    await waitFor(() =>
      expect(getProgress.mock.calls.length).toBeGreaterThan(before),
    );
  });

  it('tries again when newer answers are to be replaced', async () => {
    const importAnswers = jest.fn(async () => reply);
    const { dialog } = await open(importAnswers);
    await upload(dialog, 'a.json', '{"rows":[{}]}');
    await waitFor(() => expect(importAnswers).toHaveBeenCalledTimes(1));
    await userEvent.click(within(dialog).getByRole('checkbox'));
    await waitFor(() =>
      expect(importAnswers).toHaveBeenLastCalledWith('production-readiness', {
        rows: [{}],
        dryRun: true,
        overwrite: true,
      }),
    );
  });

  it('says that a file cannot be read', async () => {
    const importAnswers = jest.fn();
    const { dialog } = await open(importAnswers);
    await upload(dialog, 'a.json', '{"items":[]}');
    expect(
      await within(dialog).findByText(/could not be read: expected a list/),
    ).toBeInTheDocument();
    expect(importAnswers).not.toHaveBeenCalled();
  });
});
