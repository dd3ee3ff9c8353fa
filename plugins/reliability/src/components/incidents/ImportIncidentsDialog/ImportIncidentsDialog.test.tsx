import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderAftermath } from '../../../__testUtils__/renderAftermath';
import type { ReliabilityApi } from '../../../api';
import { ImportIncidentsDialog } from './ImportIncidentsDialog';

jest.setTimeout(60_000);

const reply = {
  stored: 1,
  unchanged: 0,
  rejected: 1,
  results: [
    { row: 1, status: 'stored' as const, id: 'portal:a' },
    {
      row: 2,
      status: 'rejected' as const,
      id: null,
      reason: 'title: expected a title',
    },
  ],
};

async function open(importIncidents: ReliabilityApi['importIncidents']) {
  const onImported = jest.fn();
  await renderAftermath(
    <ImportIncidentsDialog onImported={onImported} onClose={jest.fn()} />,
    { api: { importIncidents } },
  );
  return { dialog: await screen.findByRole('dialog'), onImported };
}
const paste = (value: string) =>
  fireEvent.change(screen.getByLabelText('Rows as text'), {
    target: { value },
  });
const press = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));

describe('the import of incidents', () => {
  it('tries a text first, tells each bad row, then stores', async () => {
    const importIncidents = jest.fn(async () => reply);
    const { dialog, onImported } = await open(importIncidents);
    paste('key,title\na,b\n');
    await press('Try it');
    expect(importIncidents).toHaveBeenLastCalledWith({
      csv: 'key,title\na,b\n',
      dryRun: true,
    });
    expect(
      await within(dialog).findByText(
        '1 would be stored, 0 unchanged, 1 rejected',
      ),
    ).toBeInTheDocument();
    expect(within(dialog).getByRole('row', { name: /^2/ })).toHaveTextContent(
      '2Rejectedtitle: expected a title',
    );
    expect(onImported).not.toHaveBeenCalled();
    await press('Import 1 row');
    expect(importIncidents).toHaveBeenLastCalledWith(
      expect.objectContaining({ dryRun: false }),
    );
    expect(
      await within(dialog).findByText('1 stored, 0 unchanged, 1 rejected'),
    ).toBeInTheDocument();
    expect(onImported).toHaveBeenCalledTimes(1);
  });

  it('has to be tried again after the text was changed', async () => {
    const { dialog } = await open(async () => reply);
    paste('key,title\na,b\n');
    await press('Try it');
    await within(dialog).findByText(/would be stored/);
    paste('key,title\na,c\n');
    expect(dialog).not.toHaveTextContent('would be stored');
    expect(
      within(dialog).getByRole('button', { name: 'Import 0 rows' }),
    ).toBeDisabled();
  });

  it('tries a file at once', async () => {
    const importIncidents = jest.fn(async () => reply);
    const { dialog } = await open(importIncidents);
    await userEvent.upload(
      within(dialog).getByLabelText(/^Or a file/),
      new File(['[{"key":"a"}]'], 'a.json'),
    );
    await within(dialog).findByText(/would be stored/);
    expect(importIncidents).toHaveBeenCalledWith({
      rows: [{ key: 'a' }],
      dryRun: true,
    });
  });

  it('says that a text cannot be read', async () => {
    const importIncidents = jest.fn();
    const { dialog } = await open(importIncidents);
    paste('{"items":[]}');
    await press('Try it');
    expect(
      await within(dialog).findByText(/could not be read: expected a list/),
    ).toBeInTheDocument();
    expect(importIncidents).not.toHaveBeenCalled();
  });
});
