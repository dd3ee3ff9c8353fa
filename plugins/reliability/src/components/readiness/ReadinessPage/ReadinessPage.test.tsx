import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage, search } from '../../../__testUtils__/renderPage';
import type { ReliabilityApi } from '../../../api';
import {
  checklistsResponse,
  overviewResponse,
  progressResponse,
} from '../../../testUtils';
import { saveTextFile } from '../../../utils/textFile';
import { ReadinessPage } from './ReadinessPage';

jest.mock('../../../utils/textFile', () => ({
  ...jest.requireActual('../../../utils/textFile'),
  saveTextFile: jest.fn(),
}));

jest.setTimeout(60_000);

const render = (api: Partial<ReliabilityApi> = {}, path = '/') =>
  renderPage(<ReadinessPage />, { api, path });
const region = (name: string) => screen.findByRole('region', { name });

describe('ReadinessPage', () => {
  it('sums up', async () => {
    await render();
    const summary = await region('Summary of the services in view');
    expect(summary).toHaveTextContent('7 services');
    expect(summary).toHaveTextContent('Progress 61 %');
    expect(summary).toHaveTextContent('2 of 7');
    expect(summary).toHaveTextContent('2 teams with open required items');
  });

  it('says in words what the heat table shows', async () => {
    await render();
    const table = await screen.findByRole('table', { name: /^Items by team/ });
    const row = within(table)
      .getByRole('rowheader', { name: 'A restore was tried' })
      .closest('tr')!;
    expect(
      within(row)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    ).toEqual(['0/40 of 4 met', '–does not apply']);
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(header => header.textContent),
    ).toEqual(['Item', 'payments', 'No owner']);
  });

  it('lists the items that fail most, and narrows the page to one', async () => {
    const getProgress = jest.fn(async () => progressResponse());
    await render({ getProgress });
    const failing = await region('Which items fail most');
    expect(
      within(failing)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'A restore was tried6 of 7 services',
      'Objectives are agreed with the users1 of 7 services',
    ]);
    await userEvent.click(
      within(failing).getByRole('button', { name: 'A restore was tried' }),
    );
    expect(search()).toBe('?item=restore-tried&state=unanswered');
    await waitFor(() =>
      expect(getProgress).toHaveBeenLastCalledWith(
        'production-readiness',
        expect.objectContaining({ item: 'restore-tried', state: 'unanswered' }),
        expect.anything(),
      ),
    );
  });

  it('says who is late, and narrows the page to a team', async () => {
    await render();
    const table = await screen.findByRole('table', { name: /^Teams, those/ });
    expect(
      within(table).getByRole('row', { name: /payments/ }),
    ).toHaveTextContent('payments914');
    await userEvent.click(
      within(table).getByRole('button', { name: 'payments' }),
    );
    expect(search()).toBe('?owner=group%3Adefault%2Fpayments');
  });

  it('asks as the address says, and sorts on the server', async () => {
    const getProgress = jest.fn(async () => progressResponse());
    const getChecklistOverview = jest.fn(async () => overviewResponse());
    await render(
      { getProgress, getChecklistOverview },
      '/?tier=tier-0&q=pay&limit=50',
    );
    const services = await region('Services');
    expect(getChecklistOverview).toHaveBeenLastCalledWith(
      'production-readiness',
      expect.objectContaining({ tier: ['tier-0'], q: 'pay' }),
      expect.anything(),
    );
    await userEvent.selectOptions(
      within(services).getByLabelText('Sort by'),
      'Most missing first',
    );
    await waitFor(() =>
      expect(getProgress).toHaveBeenLastCalledWith(
        'production-readiness',
        expect.objectContaining({
          tier: ['tier-0'],
          orderBy: 'missing',
          order: 'desc',
          limit: 50,
        }),
        expect.anything(),
      ),
    );
    expect(getChecklistOverview).toHaveBeenCalledTimes(1);
  });

  it('links a service to its checklist, at the item in question', async () => {
    await render({}, '/?item=restore-tried');
    const services = await region('Services');
    expect(
      within(services).getByRole('link', { name: 'Checkout' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/reliability?view=readiness&checklist=production-readiness&item=restore-tried',
    );
    expect(services).toHaveTextContent('3 of 6');
    expect(services).toHaveTextContent('Not signed off');
  });

  it('pages', async () => {
    const getProgress = jest.fn(async () =>
      progressResponse({ totalItems: 60, nextCursor: 'two' }),
    );
    await render({ getProgress });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Next page' }),
    );
    expect(search()).toBe('?page=2&cursor=two');
  });

  it('says that the filters leave nothing, and clears them', async () => {
    await render(
      {
        getProgress: async () => progressResponse({ items: [], totalItems: 0 }),
        getChecklistOverview: async () => overviewResponse({ services: 0 }),
      },
      '/?q=unicorn',
    );
    expect(await screen.findByText('No service matches')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(search()).toBe('');
  });

  it('says that there are no checklists', async () => {
    await render({ getChecklists: async () => ({ items: [] }) });
    expect(
      await screen.findByText('No checklists are configured'),
    ).toBeInTheDocument();
  });

  it('chooses among several checklists', async () => {
    const [first] = checklistsResponse().items;
    const second = { ...first.definition, id: 'launch', title: 'Launch' };
    await render({
      getChecklists: async () => ({
        items: [first, { ...first, definition: second }],
      }),
    });
    await userEvent.selectOptions(
      await screen.findByLabelText('Checklist'),
      'Launch',
    );
    expect(search()).toBe('?checklist=launch');
  });

  it('loads and fails part by part', async () => {
    await render({
      getChecklistOverview: jest.fn().mockRejectedValue(new Error('gone')),
    });
    expect(
      await screen.findByRole('button', { name: 'Try again' }),
    ).toBeInTheDocument();
    expect(await region('Services')).toBeInTheDocument();
  });

  it('exports what is in view', async () => {
    const exportAnswers = jest.fn(async () => 'a,b');
    await render({ exportAnswers }, '/?tier=tier-0');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export CSV' }),
    );
    await waitFor(() =>
      expect(saveTextFile).toHaveBeenCalledWith(
        'production-readiness.csv',
        'a,b',
        'text/csv',
      ),
    );
    expect(exportAnswers).toHaveBeenCalledWith('production-readiness', {
      tier: ['tier-0'],
      format: 'csv',
    });
  });
});
