import { NotAllowedError } from '@backstage/errors';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Settings } from 'luxon';
import { renderAftermath } from '../../../__testUtils__/renderAftermath';
import { incidentResponse } from '../../../testUtils';
import { DeclareIncidentDialog } from './DeclareIncidentDialog';

jest.setTimeout(60_000);

beforeEach(() => {
  Settings.defaultZone = 'Europe/Berlin';
});
afterEach(() => {
  Settings.defaultZone = 'system';
});

const checkout = { entityRef: 'component:default/checkout', title: 'Checkout' };

async function render(
  service?: typeof checkout,
  createIncident = jest.fn(async () => incidentResponse()),
) {
  const onDeclared = jest.fn();
  await renderAftermath(
    <DeclareIncidentDialog
      service={service}
      onDeclared={onDeclared}
      onClose={jest.fn()}
    />,
    { api: { createIncident } },
  );
  const dialog = await screen.findByRole('dialog');
  return { createIncident, onDeclared, dialog };
}
const title = () => screen.getByRole('textbox', { name: 'Title' });
const declare = () =>
  userEvent.click(screen.getByRole('button', { name: 'Declare it' }));

describe('declaring an incident', () => {
  it('needs a title and a service', async () => {
    const { createIncident, dialog } = await render();
    await declare();
    expect(dialog).toHaveTextContent('Say in a few words what is wrong.');
    expect(dialog).toHaveTextContent('Name at least one service.');
    expect(createIncident).not.toHaveBeenCalled();
  });

  it('needs no more than that, and leaves what nobody knows open', async () => {
    const { createIncident, onDeclared } = await render(checkout);
    fireEvent.change(title(), { target: { value: 'Payments fail' } });
    await declare();
    expect(createIncident).toHaveBeenCalledWith({
      title: 'Payments fail',
      summary: '',
      severity: null,
      status: 'open',
      entityRefs: [checkout.entityRef],
      customerImpact: null,
      isTest: false,
      cause: null,
      stamps: {},
    });
    expect(onDeclared).toHaveBeenCalledTimes(1);
  });

  it('finds services by typing, with the keyboard', async () => {
    const { createIncident, dialog } = await render();
    fireEvent.change(title(), { target: { value: 'Payments fail' } });
    const field = within(dialog).getByRole('combobox', { name: /Services/ });
    await userEvent.type(field, 'check');
    await within(dialog).findByRole(
      'option',
      { name: /Checkout/ },
      { timeout: 10_000 },
    );
    await userEvent.type(field, '{Enter}');
    expect(
      within(dialog).getByRole('list', { name: 'Services: chosen' }),
    ).toHaveTextContent('Checkout');
    await declare();
    expect(createIncident).toHaveBeenCalledWith(
      expect.objectContaining({ entityRefs: [checkout.entityRef] }),
    );
  });

  it('sends times of the reader’s zone, and none of the future', async () => {
    const { createIncident, dialog } = await render(checkout);
    fireEvent.change(title(), { target: { value: 'Payments fail' } });
    const impact = within(dialog).getByLabelText('Impact began');
    fireEvent.change(impact, { target: { value: '2999-01-01T10:00' } });
    expect(dialog).toHaveTextContent('This is in the future.');
    await declare();
    expect(createIncident).not.toHaveBeenCalled();
    fireEvent.change(impact, { target: { value: '2026-11-18T10:02' } });
    await declare();
    expect(createIncident).toHaveBeenCalledWith(
      expect.objectContaining({
        stamps: { impactStart: '2026-11-18T09:02:00Z' },
      }),
    );
  });

  it.each([
    [new NotAllowedError('no'), /You may not declare incidents/],
    [new Error('disk full'), 'It was not stored: disk full'],
  ])('says why it was refused: %s', async (error, words) => {
    await render(checkout, jest.fn().mockRejectedValue(error));
    fireEvent.change(title(), { target: { value: 'Payments fail' } });
    await declare();
    expect(await screen.findByText(words)).toBeInTheDocument();
  });
});
