import { ConflictError } from '@backstage/errors';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage, search } from '../../../__testUtils__/renderPage';
import { callMock, type Answers } from '../../../testUtils/callMock';
import {
  derivedRiskItem,
  risksResponse,
  writtenRiskItem,
} from '../../../testUtils/kpis';
import { RisksPage } from './RisksPage';

jest.setTimeout(60_000);

async function render(answers: Answers = {}, options: { path?: string } = {}) {
  const listRisks = jest.fn(answers.listRisks ?? (() => risksResponse()));
  const createRisk = jest.fn(answers.createRisk ?? (() => writtenRiskItem()));
  const patchRisk = jest.fn(answers.patchRisk ?? (() => writtenRiskItem()));
  await renderPage(<RisksPage />, {
    ...options,
    api: { call: callMock({ listRisks, createRisk, patchRisk }) },
  });
  await screen.findByRole('list', { name: 'Risks, the worst first' });
  return { listRisks, createRisk, patchRisk };
}
const row = async (title: string) =>
  (await screen.findByRole('heading', { name: title })).closest('li')!;

describe('the register of risks', () => {
  it('says of a derived risk how it weighs, why, and that nobody owns it', async () => {
    await render();
    const found = await row('Incidents are restored within the RTO');
    expect(found).toHaveTextContent('204 × 5');
    expect(found).toHaveTextContent(
      'The check fails for 30 days or longer. 3 incidents in 90 days, 1 of severity 1 or 2.',
    );
    expect(found).toHaveTextContent('Nobody took it over');
    expect(
      within(found).getByRole('link', { name: 'Payments' }),
    ).toHaveAttribute('href', '/catalog/default/component/pay/reliability');
  });

  it('says of a written one who cares, what is done, and until when', async () => {
    await render();
    const found = await row('One person knows the ledger');
    expect(found).toHaveTextContent('look at it again by Dec 24, 2026');
    expect(
      await within(found).findByText('Two people restore it every quarter.'),
    ).toBeVisible();
  });

  it('marks what is overdue, and what concerns everybody', async () => {
    await render();
    const found = await row('The data centre in the north has one power line');
    expect(found).toHaveTextContent(
      'Overdue: was to be looked at by Nov 1, 2026',
    );
    expect(found).toHaveTextContent('The whole company');
    expect(found).toHaveTextContent('Accepted');
  });

  it('filters by a place in the matrix, and takes it back', async () => {
    const { listRisks } = await render();
    const name = '1 risk of likelihood 4 and impact 5';
    await userEvent.click(screen.getByRole('button', { name }));
    expect(search()).toBe('?likelihood=4&impact=5');
    expect(listRisks).toHaveBeenLastCalledWith({
      query: { kind: 'all', limit: 50, likelihood: 4, impact: 5 },
    });
    const chosen = await screen.findByRole('button', { name, pressed: true });
    await userEvent.click(chosen);
    expect(search()).toBe('');
  });

  it.each([
    ['From checks', '?kind=derived'],
    ['Accepted', '?state=accepted'],
    ['Overdue (1)', '?overdue=true'],
  ])('keeps the filter %s in the address', async (name, address) => {
    await render();
    await userEvent.click(screen.getByRole('button', { name }));
    expect(search()).toBe(address);
  });

  it('takes a derived risk over', async () => {
    const { createRisk, listRisks } = await render();
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Own it: “Incidents are restored within the RTO” at Payments',
      }),
    );
    const dialog = await screen.findByRole('dialog', { name: 'Own a risk' });
    fireEvent.change(
      within(dialog).getByRole('textbox', { name: 'What is done about it' }),
      { target: { value: 'A warm standby' } },
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Own it' }),
    );
    expect(createRisk).toHaveBeenCalledTimes(1);
    expect(createRisk.mock.calls[0][0].body).toMatchObject({
      title: 'Incidents are restored within the RTO',
      likelihood: 4,
      impact: 5,
      owner: 'group:default/payments',
      mitigation: 'A warm standby',
      check: {
        scorecard: 'reliability',
        check: 'restore-within-rto',
        entityRef: 'component:default/pay',
      },
    });
    expect(await screen.findByText('The risk was taken over.')).toBeVisible();
    expect(listRisks).toHaveBeenCalledTimes(2);
  });

  it('says what a new risk lacks', async () => {
    const { createRisk } = await render();
    await userEvent.click(
      screen.getByRole('button', { name: 'Write a risk down' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Write it down' }),
    );
    expect(dialog).toHaveTextContent('Say what may happen.');
    expect(dialog).toHaveTextContent('Say who cares for it.');
    expect(dialog).toHaveTextContent('Name at least one service.');
    expect(createRisk).not.toHaveBeenCalled();
  });

  it('changes with the version that was read, and says when somebody was faster', async () => {
    const { patchRisk } = await render({
      patchRisk: () => Promise.reject(new ConflictError('version: bob')),
    });
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Edit “One person knows the ledger”',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByRole('combobox', { name: 'State' }), {
      target: { value: 'mitigated' },
    });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Store it' }),
    );
    expect(patchRisk.mock.calls[0][0]).toMatchObject({
      id: writtenRiskItem().id,
      body: { version: 2, state: 'mitigated' },
    });
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Somebody else changed it meanwhile.',
    );
  });

  it('opens a closed one again whose check still fails', async () => {
    const { patchRisk } = await render();
    await userEvent.click(
      screen.getByRole('button', { name: /^Open again: “Enough/ }),
    );
    expect(patchRisk).toHaveBeenCalledWith({
      id: '6f1e1f0c-2f0a-4e6e-9d53-0a3f7f1d2b12',
      body: { version: 3, state: 'open' },
    });
  });

  it('says that the check of a written one passes now', async () => {
    const check = { ...derivedRiskItem().check!, failing: false };
    await render({
      listRisks: () => risksResponse([writtenRiskItem({ check })]),
    });
    expect(
      await screen.findByText('Its check passes now; it may be closed.'),
    ).toBeVisible();
  });
});
