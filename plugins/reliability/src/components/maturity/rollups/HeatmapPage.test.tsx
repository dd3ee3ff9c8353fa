import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { HeatmapResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { renderPage, search } from '../../../__testUtils__/renderPage';
import { callMock } from '../../../testUtils/callMock';
import { heatmapResponse } from '../../../testUtils/rollups';
import { HeatmapPage } from './HeatmapPage';

jest.setTimeout(60_000);

const render = (
  answer: HeatmapResponse | Error = heatmapResponse(),
  path = '/?columns=checks',
) => {
  const getHeatmap = jest.fn(async () => {
    if (answer instanceof Error) throw answer;
    return answer;
  });
  return renderPage(<HeatmapPage />, {
    api: { call: callMock({ getHeatmap }) },
    path,
  }).then(view => ({ ...view, getHeatmap }));
};
const grid = () =>
  screen.findByRole('grid', { name: /^Services by (checks|dimensions)$/ });
const forbidden = Object.assign(new Error('no'), { name: 'NotAllowedError' });

describe('HeatmapPage', () => {
  it('says of every cell what it is, without colour', async () => {
    await render();
    const cells = within(await grid()).getAllByRole('gridcell');
    expect(cells.map(cell => cell.getAttribute('aria-label'))).toEqual([
      'Checkout, Has an owner: Pass',
      'Checkout, Has a runbook: Fail',
      'Ledger, Has an owner: Unknown',
      'Ledger, Has a runbook: not assessed by these rules yet',
    ]);
    expect(cells.map(cell => cell.textContent)).toEqual(['✓', '✕', '?', '…']);
  });

  it('tells of each column how all services stand that match', async () => {
    await render();
    const head = within(await grid()).getByRole('columnheader', {
      name: /Has a runbook/,
    });
    expect(head).toHaveTextContent(
      'of all services that match 9 pass, 19 fail, 3 unknown, 0 exempt, 0 not applicable',
    );
    expect(
      screen.getByText('How many fail of all 31 that match'),
    ).toBeInTheDocument();
  });

  it('puts the worst column first, and keeps that in the address', async () => {
    await render();
    await grid();
    await userEvent.click(screen.getByRole('button', { name: 'Worst first' }));
    const heads = within(await grid()).getAllByRole('columnheader');
    expect(heads[1]).toHaveTextContent('Has a runbook');
    expect(search()).toBe('?columns=checks&sort=worst');
  });

  it('asks for other columns and orders, the worst services first', async () => {
    const { getHeatmap } = await render(heatmapResponse(), '/');
    await grid();
    expect(getHeatmap).toHaveBeenLastCalledWith({
      query: {
        orderBy: 'rank',
        order: 'desc',
        limit: 50,
        columns: 'dimensions',
      },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Checks' }));
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Order of the services' }),
      'Title, A to Z',
    );
    expect(getHeatmap).toHaveBeenLastCalledWith({
      query: { orderBy: 'title', order: 'asc', limit: 50, columns: 'checks' },
    });
  });

  it('is one stop of Tab in which arrows move, and says where one is', async () => {
    await render();
    const table = await grid();
    expect(
      within(table)
        .getAllByRole('gridcell')
        .filter(cell => cell.tabIndex === 0),
    ).toHaveLength(0);
    act(() => within(table).getByRole('link', { name: 'Checkout' }).focus());
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    expect(
      screen.getByRole('gridcell', { name: 'Ledger, Has an owner: Unknown' }),
    ).toHaveFocus();
    expect(
      screen.getByText('Ledger, Has an owner: Unknown'),
    ).toBeInTheDocument();
    await userEvent.keyboard('{End}{ArrowRight}{ArrowUp}{ArrowUp}');
    const last = screen.getByRole('gridcell', {
      name: 'Checkout, Has a runbook: Fail',
    });
    expect(last).toHaveFocus();
    expect(last).toHaveAttribute('tabindex', '0');
    await userEvent.keyboard('{Home}');
    expect(within(table).getByRole('link', { name: 'Checkout' })).toHaveFocus();
  });

  it('writes the points of a dimension, and what is not known of it', async () => {
    const [service] = heatmapResponse().items;
    await render(
      heatmapResponse({
        items: [
          {
            ...service,
            cells: [
              { outcome: 'fail', score: 571, coverage: 857 },
              { outcome: 'unknown', score: 0, coverage: 0 },
            ],
          },
        ],
      }),
    );
    const cells = within(await grid()).getAllByRole('gridcell');
    expect(cells.map(cell => cell.textContent)).toEqual(['57', '?']);
    expect(cells[0]).toHaveAccessibleName(
      'Checkout, Has an owner: Fail, 57 of 100, 85 % known',
    );
    expect(cells[1]).toHaveAccessibleName('Checkout, Has a runbook: Unknown');
  });

  const none = heatmapResponse({ items: [], totalItems: 0 });
  it.each<[string, HeatmapResponse | Error, string, RegExp]>([
    ['that there are no services', none, '/', /No services yet/],
    ['that nothing matches', none, '/?tier=tier-0', /No service matches/],
    ['that it failed', new Error('gone'), '/', /gone/],
    ['that it is forbidden', forbidden, '/', /not allowed|permission/i],
  ])('says %s', async (_, answer, path, text) => {
    await render(answer, path);
    expect((await screen.findAllByText(text)).length).toBeGreaterThan(0);
    expect(screen.queryByRole('grid')).not.toBeInTheDocument();
  });
});
