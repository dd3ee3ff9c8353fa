import { ConflictError } from '@backstage/errors';
import type { IncidentResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Settings } from 'luxon';
import { renderAftermath } from '../../../__testUtils__/renderAftermath';
import { incidentResponse } from '../../../testUtils';
import { EditIncidentDialog } from './EditIncidentDialog';

jest.setTimeout(60_000);

beforeEach(() => {
  Settings.defaultZone = 'Europe/Berlin';
});
afterEach(() => {
  Settings.defaultZone = 'system';
});

const by = 'user:default/ben.cole';
const at = '2026-11-19T08:00:00Z';
const edits = [
  { field: 'title', reported: 'CPU high', value: 'Payments', by, at },
  { field: 'detected', reported: null, value: at, by, at },
  { field: 'customerImpact', reported: false, value: true, by, at },
];

async function render(
  incident: IncidentResponse = incidentResponse({ edits }),
) {
  const patchIncident = jest.fn(async () => incident);
  const onWritten = jest.fn();
  const onClose = jest.fn();
  await renderAftermath(
    <EditIncidentDialog
      incident={incident}
      onWritten={onWritten}
      onClose={onClose}
    />,
    { api: { patchIncident } },
  );
  const dialog = await screen.findByRole('dialog');
  return { patchIncident, onWritten, onClose, dialog };
}
const title = () => screen.getByRole('textbox', { name: 'Title' });
const store = () =>
  userEvent.click(screen.getByRole('button', { name: 'Store it' }));
const fill = (label: RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('editing an incident', () => {
  it.each([
    'PagerDuty says: CPU high',
    'PagerDuty says: nothing',
    'PagerDuty says: no',
  ])('says what the provider says: %s', async words => {
    const { dialog } = await render();
    expect(within(dialog).getByText(words)).toBeInTheDocument();
  });

  it('lets a field go back to it, and keeps it when one thinks again', async () => {
    const { patchIncident, dialog } = await render();
    const back = /^Title: back to what PagerDuty says/;
    await userEvent.click(screen.getByRole('button', { name: back }));
    expect(title()).toBeDisabled();
    await userEvent.click(
      screen.getByRole('button', { name: /^Title: keep what was set/ }),
    );
    expect(title()).toBeEnabled();
    await userEvent.click(screen.getByRole('button', { name: back }));
    expect(dialog).toHaveTextContent('Goes back to what PagerDuty says');
    await store();
    expect(patchIncident).toHaveBeenCalledWith('pd-main:Q1', {
      revert: ['title'],
    });
  });

  it('shows times in the zone of the reader and in UTC, and sends what was changed', async () => {
    const { patchIncident, onWritten } = await render();
    expect(screen.getByLabelText('Declared')).toHaveValue('2026-11-18T10:14');
    expect(screen.getByText('18 Nov 2026, 09:14 UTC')).toBeInTheDocument();
    fill(/^Mitigated/, '2026-11-18T10:50');
    fill(/^Cause/, 'pool exhausted');
    await store();
    expect(patchIncident).toHaveBeenCalledWith('pd-main:Q1', {
      cause: 'pool exhausted',
      stamps: { mitigated: '2026-11-18T09:50:00Z' },
    });
    expect(onWritten).toHaveBeenCalledTimes(1);
  });

  it('names two times that are in the wrong order, and sends nothing', async () => {
    const { patchIncident, dialog } = await render();
    fill(/^Resolved/, '2026-11-18T10:00');
    expect(dialog).toHaveTextContent('“Resolved” cannot be before');
    await store();
    expect(patchIncident).not.toHaveBeenCalled();
  });

  it('lets the state alone where it is the provider’s', async () => {
    await render();
    expect(screen.queryByLabelText('State')).not.toBeInTheDocument();
  });

  it('sets the state of one that is recorded here, which has nothing to go back to', async () => {
    const { patchIncident, dialog } = await render(
      incidentResponse({
        account: 'portal',
        provider: 'portal',
        status: 'open',
        edits,
      }),
    );
    expect(dialog).not.toHaveTextContent('says:');
    await userEvent.selectOptions(screen.getByLabelText('State'), 'Resolved');
    await store();
    expect(patchIncident).toHaveBeenCalledWith('pd-main:Q1', {
      status: 'resolved',
    });
  });

  it('closes where nothing was changed', async () => {
    const { patchIncident, onClose } = await render();
    await store();
    expect(patchIncident).not.toHaveBeenCalled();
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('says that somebody else was faster', async () => {
    await renderAftermath(
      <EditIncidentDialog
        incident={incidentResponse()}
        onWritten={jest.fn()}
        onClose={jest.fn()}
      />,
      {
        api: {
          patchIncident: () => Promise.reject(new ConflictError('newer')),
        },
      },
    );
    fill(/^Cause/, 'x');
    await store();
    expect(
      await screen.findByText(/Somebody else changed it in between/),
    ).toBeInTheDocument();
  });
});
