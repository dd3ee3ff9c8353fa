import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage, search } from '../../../__testUtils__/renderPage';
import { callMock, type Answers } from '../../../testUtils/callMock';
import {
  comparedGroup,
  comparisonResponse,
  moversResponse,
  rollupAnswers,
  rollupFigures,
  rollupGroup,
  rollupsResponse,
} from '../../../testUtils/rollups';
import { RollupsPage } from './RollupsPage';

jest.setTimeout(60_000);

const render = (answers: Answers = {}, path = '/') =>
  renderPage(<RollupsPage />, {
    api: { call: callMock({ ...rollupAnswers, ...answers }) },
    path,
  });
const rowOf = async (table: string | RegExp, name: RegExp) =>
  within(await screen.findByRole('region', { name: table })).findByRole('row', {
    name,
  });

describe('the groups', () => {
  it('shows all services, then group by group, with coverage beside the score', async () => {
    await render();
    expect(await rowOf('Figures by owner', /^All of them/)).toHaveTextContent(
      '31',
    );
    const row = await rowOf('Figures by owner', /^payments/);
    expect(row).toHaveTextContent('Score 68 of 100, coverage 91 %');
    expect(row).toHaveTextContent('Bronze: 4, 40 % of the weight');
  });

  it('reads the groups below one when it is opened', async () => {
    const listRollups = jest.fn(({ query = {} }) =>
      query.parent
        ? rollupsResponse([rollupGroup()])
        : rollupsResponse([
            rollupGroup({
              key: 'group:default/area',
              own: null,
              children: 1,
              cyclic: true,
            }),
          ]),
    );
    // The comparison names it as well.
    await render({ listRollups });
    const open = await screen.findByRole('button', {
      name: 'Show the groups below area',
    });
    expect(
      await rowOf('Figures by owner', /^area|groups below area/),
    ).toHaveTextContent('in a circle');
    expect(screen.getAllByText('payments')).toHaveLength(1);
    await userEvent.click(open);
    expect(await rowOf('Figures by owner', /^payments/)).toBeInTheDocument();
    expect(listRollups).toHaveBeenLastCalledWith({
      query: expect.objectContaining({ parent: 'group:default/area' }),
    });
  });

  it('says under a group that what is below it could not be read', async () => {
    let fails = true;
    await render({
      listRollups: ({ query = {} }) => {
        if (query.parent && fails) throw new Error('gone');
        return rollupsResponse([
          rollupGroup({ children: query.parent ? 0 : 1 }),
        ]);
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /Show the groups below/ }),
    );
    fails = false;
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    await waitFor(() =>
      expect(
        within(
          screen.getByRole('region', { name: 'Figures by owner' }),
        ).getAllByRole('row', { name: /payments/ }),
      ).toHaveLength(2),
    );
  });

  it('adds up by something else, which the address keeps', async () => {
    await render({}, '/?group=group%3Adefault%2Fpayments');
    await userEvent.click(
      await screen.findByRole('button', { name: 'System' }),
    );
    expect(search()).toBe('?by=system');
    expect(
      await screen.findByRole('region', { name: 'Figures by system' }),
    ).toBeInTheDocument();
  });
});

describe('the radar', () => {
  it('sets a chosen group beside all services, with the same numbers as a table', async () => {
    await render();
    await userEvent.click(
      await screen.findByRole('checkbox', {
        name: 'Show payments in the radar',
      }),
    );
    expect(search()).toBe('?group=group%3Adefault%2Fpayments');
    const row = await rowOf('Score of each dimension, of 100', /^Response/);
    expect(
      within(row)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    ).toEqual(['48, 80 % known', '48, 80 % known']);
    expect(
      await rowOf('Score of each dimension, of 100', /^On-call/),
    ).toHaveTextContent('nothing known');
  });

  it('takes no third group', async () => {
    await render(
      {
        listRollups: () =>
          rollupsResponse(
            ['a', 'b', 'c'].map(name =>
              rollupGroup({ key: `group:default/${name}` }),
            ),
          ),
      },
      '/?group=group:default/a&group=group:default/b',
    );
    expect(
      await screen.findByRole('checkbox', { name: 'Show c in the radar' }),
    ).toBeDisabled();
    expect(
      screen.getByRole('checkbox', { name: 'Show a in the radar' }),
    ).toBeEnabled();
  });
});

describe('the comparison', () => {
  it('ranks some, and says of the others why not', async () => {
    const small = comparedGroup({
      key: null,
      place: null,
      improvementPlace: null,
      unranked: ['no-group', 'few-services', 'low-coverage'],
      figures: rollupFigures({ services: 1, coverage: 412 }),
    });
    const odd = comparedGroup({
      signals: [{ kind: 'many-excused', share: 412, median: 120 }],
    });
    await render({ getComparison: () => comparisonResponse([odd, small]) });
    const row = await rowOf('Ranked groups', /payments/);
    expect(row).toHaveTextContent(
      '41 % of its checks do not apply or are exempt; 12 % is usual',
    );
    const list = screen.getByRole('list', { name: 'Not ranked' });
    expect(list).toHaveTextContent(
      'No owner, because these services have none and it has only 1 such service and only 41 % is known',
    );
  });

  it('asks for another tier, of whatever type is most frequent there', async () => {
    const getComparison = jest.fn(() => comparisonResponse());
    await render({ getComparison }, '/?compareType=website');
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'Tier' }),
      'Business critical (9)',
    );
    expect(search()).toBe('?compareTier=tier-1');
    await waitFor(() =>
      expect(getComparison).toHaveBeenLastCalledWith({
        query: { by: 'owner', tier: 'tier-1', limit: 25 },
      }),
    );
  });

  it('says that nobody can be ranked', async () => {
    await render({ getComparison: () => comparisonResponse([]) });
    expect(
      await screen.findByText('No service of this tier and type.'),
    ).toBeInTheDocument();
  });
});

describe('the movers', () => {
  it('lists both ends, the day, and how many moved', async () => {
    await render();
    const row = await rowOf(/score changed most/, /Checkout/);
    expect(row).toHaveTextContent('60 to 82');
    expect(row).toHaveTextContent('was Bronze');
    expect(
      screen.getByText(/1 rose · 1 fell · 27 as before · 2 new/),
    ).toBeInTheDocument();
  });

  it('asks for a week and only for those that fell', async () => {
    const listMovers = jest.fn(() => moversResponse());
    await render({ listMovers });
    await userEvent.click(await screen.findByRole('button', { name: 'Fell' }));
    await userEvent.click(screen.getByRole('button', { name: '7 days ago' }));
    expect(search()).toBe('?days=7&direction=down');
    await waitFor(() =>
      expect(listMovers).toHaveBeenLastCalledWith({
        query: { days: 7, direction: 'down', limit: 10 },
      }),
    );
  });

  it('says that no day is recorded yet', async () => {
    await render({ listMovers: () => moversResponse({ since: null }) });
    expect(
      await screen.findByText('Nothing to compare with yet'),
    ).toBeInTheDocument();
  });
});

it('shows each part that can be read when another cannot', async () => {
  await render({
    getComparison: () => {
      throw new Error('gone');
    },
  });
  expect(await screen.findByText(/gone/)).toBeInTheDocument();
  expect(await rowOf('Figures by owner', /^payments/)).toBeInTheDocument();
});
