import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ImportSteps } from '../../../hooks/useImportSteps';
import { ImportDialog } from './ImportDialog';
import type { ImportReply, ImportTexts } from './ImportVerdicts';

const reply: ImportReply = {
  stored: 2,
  unchanged: 1,
  rejected: 1,
  results: [
    { row: 1, status: 'stored' },
    { row: 2, status: 'unchanged' },
    { row: 3, status: 'stored' },
    { row: 4, status: 'rejected', reason: 'no such item' },
  ],
};
const onStore = jest.fn();
const onClose = jest.fn();

async function show(
  steps: Partial<ImportSteps<unknown, ImportReply>>,
  texts: ImportTexts = 'organisation.import',
) {
  await renderInTestApp(
    <ImportDialog
      texts={texts}
      cancel="Cancel"
      steps={{ state: { kind: 'idle' }, ...steps }}
      onStore={onStore}
      onClose={onClose}
    >
      a file
    </ImportDialog>,
  );
}
const failed = (name: string) => ({
  kind: 'failed' as const,
  error: Object.assign(new Error('no'), { name }),
});

describe('the dialog of an import', () => {
  beforeEach(() => jest.clearAllMocks());

  it.each<
    [string, Partial<ImportSteps<unknown, ImportReply>>, ImportTexts, string]
  >([
    [
      'a text that cannot be read',
      { unreadable: 'a comma' },
      'organisation.import',
      'The file could not be read: a comma',
    ],
    [
      'a person who may not',
      { state: failed('NotAllowedError') },
      'incidentForms.import',
      'You may not import incidents.',
    ],
    [
      'a failure',
      { state: failed('Error') },
      'incidentForms.import',
      'It failed: no',
    ],
  ])('says why %s comes to nothing', async (_, steps, texts, words) => {
    await show(steps, texts);
    expect(screen.getByRole('alert')).toHaveTextContent(words);
    expect(screen.getByRole('button', { name: /^Import 0/ })).toBeDisabled();
  });

  it('tells what would come of the rows, the rejected first, and stores them', async () => {
    await show({ tried: reply });
    expect(screen.getByRole('status')).toHaveTextContent(
      'What would come of it: 2 would be stored, 1 unchanged, 1 rejected',
    );
    const [, ...rows] = screen.getAllByRole('row');
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      '4Rejectedno such item',
      '2Unchanged',
    ]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Import 2 rows' }),
    );
    expect(onStore).toHaveBeenCalledTimes(1);
  });

  it('has nothing to do but to close when the rows are stored', async () => {
    await show({ tried: reply, result: reply });
    expect(screen.getByRole('status')).toHaveTextContent('Imported: 2 stored');
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(onStore).not.toHaveBeenCalled();
  });
});
