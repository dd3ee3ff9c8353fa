import { NotAllowedError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderAftermath } from '../../../__testUtils__/renderAftermath';
import type { ReliabilityApi } from '../../../api';
import { unmappedSubject } from '../../../testUtils';
import { UnmappedTab } from './UnmappedTab';

jest.setTimeout(60_000);

async function render(
  subjects = [unmappedSubject()],
  api: Partial<ReliabilityApi> = {},
) {
  const getUnmapped = jest.fn(async () => ({
    items: subjects,
    totalItems: subjects.length,
    withoutSubject: 2,
  }));
  const putMapping = jest.fn(async () => ({ incidents: 12 }));
  const deleteMapping = jest.fn(async () => ({ incidents: 0 }));
  await renderAftermath(<UnmappedTab />, {
    api: { getUnmapped, putMapping, deleteMapping, ...api },
  });
  await screen.findByText(/2 incidents name nothing at all/);
  return { getUnmapped, putMapping, deleteMapping };
}
const subject = { account: 'pd-main', kind: 'service', id: 'PX1' };
const press = (name: string | RegExp) =>
  userEvent.click(screen.getByRole('button', { name }));

describe('what belongs to no service yet', () => {
  it('says what it is, and what it may be and why', async () => {
    await render();
    const list = screen.getByRole('list', { name: 'What is no service yet' });
    expect(list).toHaveTextContent(
      /Checkout API \(prod\).*PagerDuty, pd-main, service PX1.*12 incidents.*It is Checkout.*the names share/,
    );
  });

  it('is mapped to what is suggested, and the list is read again', async () => {
    const { putMapping, getUnmapped } = await render();
    await press('It is Checkout: “Checkout API (prod)”');
    expect(putMapping).toHaveBeenCalledWith({
      ...subject,
      entityRefs: ['component:default/checkout'],
    });
    expect(
      await screen.findByText('12 incidents belong to a service now.'),
    ).toBeInTheDocument();
    await waitFor(() => expect(getUnmapped).toHaveBeenCalledTimes(2));
  });

  it('is mapped to services that somebody finds', async () => {
    const { putMapping } = await render();
    await press(/^Choose services/);
    const dialog = screen.getByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Map it' }),
    );
    expect(dialog).toHaveTextContent('Name at least one service.');
    const field = within(dialog).getByRole('combobox');
    await userEvent.type(field, 'check');
    await userEvent.click(
      await within(dialog).findByRole('option', {}, { timeout: 10_000 }),
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Map it' }),
    );
    expect(putMapping).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
  });

  it('belongs to none, and is not asked for again', async () => {
    const { putMapping } = await render();
    await press(/^Belongs to none/);
    expect(putMapping).toHaveBeenCalledWith({ ...subject, entityRefs: [] });
    expect(
      await screen.findByText('It is not asked for again.'),
    ).toBeInTheDocument();
  });

  it('is asked for again', async () => {
    const { deleteMapping } = await render([
      unmappedSubject({ ignored: true }),
    ]);
    await press(/^Ask again/);
    expect(deleteMapping).toHaveBeenCalledWith(subject);
  });

  it('says why it was not stored', async () => {
    await render([unmappedSubject()], {
      putMapping: () => Promise.reject(new NotAllowedError('no')),
    });
    await press(/^Belongs to none/);
    expect(await screen.findByText(/You may not say/)).toBeInTheDocument();
  });

  it('has a face where there is nothing', async () => {
    await render([]);
    expect(
      screen.getByText('Everything belongs to a service'),
    ).toBeInTheDocument();
  });
});
