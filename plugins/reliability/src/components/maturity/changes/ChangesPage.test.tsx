import { NotAllowedError } from '@backstage/errors';
import type {
  ListScoreChangesResponse,
  RouteInput,
} from '@plimsoll/backstage-plugin-reliability-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage, search } from '../../../__testUtils__/renderPage';
import { callMock } from '../../../testUtils/callMock';
import { mover, quietChanges, scoreChanges } from '../../../testUtils/changes';
import { ChangesPage } from './ChangesPage';

jest.setTimeout(60_000);

type Ask = (input: RouteInput<'listScoreChanges'>) => ListScoreChangesResponse;

async function render(answer: Ask = () => scoreChanges(), path = '/') {
  const listScoreChanges = jest.fn(answer);
  await renderPage(<ChangesPage />, {
    api: { call: callMock({ listScoreChanges }) },
    path,
  });
  return listScoreChanges;
}
const asked = (ask: jest.Mock) => ask.mock.lastCall?.[0].query;

it('says first how many lost and gained a level, and why', async () => {
  await render();
  expect(
    await screen.findByText(
      '34 services lost a level: 20 because a rule changed, 11 because data went stale or came back, 3 because the service changed; 12 gained one: 10 because the service changed, 2 because data went stale or came back.',
    ),
  ).toBeInTheDocument();
});

it('splits the average by cause', async () => {
  await render();
  const bars = await screen.findByRole('list', {
    name: 'Average score by cause',
  });
  const rows = within(bars).getAllByRole('listitem');
  expect(rows.map(row => row.textContent)).toEqual([
    'Service changed+0.5',
    'Rule changed\u22121.5',
    'Data changed\u22120.5',
    'Not recorded\u22120.1',
  ]);
  expect(
    screen.getByText(/went from 71\.2 to 69\.6: \u22121\.6 points/),
  ).toBeInTheDocument();
});

it('leaves out what is not recorded where that is nothing', async () => {
  const points = { service: 0, rule: -3540, data: 0, unexplained: -45 };
  await render(() => scoreChanges({ points }));
  const bars = await screen.findByRole('list', {
    name: 'Average score by cause',
  });
  expect(within(bars).getAllByRole('listitem')).toHaveLength(3);
});

it('shows the levels of both days, with who came and left', async () => {
  await render();
  const table = await screen.findByRole('table', {
    name: 'Services by level on both days',
  });
  const rows = within(table).getAllByRole('row').slice(1);
  expect(rows[0]).toHaveTextContent('Gold3021\u22129');
  expect(rows[4]).toHaveTextContent('All services240243+3');
  expect(screen.getByText(/7 came, 4 left\. Of those, 1 is/)).toBeVisible();
});

it('lists the services that moved, with the flip and who brought it', async () => {
  await render();
  const table = await screen.findByRole('table', {
    name: /^Services that moved/,
  });
  const [checkout, ledger, found, mail] = within(table)
    .getAllByRole('row')
    .slice(1);
  expect(checkout).toHaveTextContent('\u221218.2');
  expect(checkout).toHaveTextContent(
    /Somebody can be paged: Pass → to Unknown, by the on-call account pagerduty/,
  );
  expect(checkout).toHaveTextContent('and 2 more checks');
  expect(
    within(checkout).getByRole('link', { name: 'Checkout' }),
  ).toHaveAttribute('href', '/catalog/default/component/checkout/reliability');
  expect(ledger).toHaveTextContent(
    'Load test has run: new, Fail, by a new configuration',
  );
  expect(within(found).getByRole('link', { name: 'ada' })).toBeInTheDocument();
  expect(mail).toHaveTextContent('Not recorded');
});

it('says which checks flipped, and why', async () => {
  await render();
  const table = await screen.findByRole('table', {
    name: 'Checks by how many services they flipped for',
  });
  expect(within(table).getAllByRole('row')[2]).toHaveTextContent(
    'Somebody can be paged18422Service changed 6Data changed 16',
  );
});

it.each<[string, string, string, object]>([
  ['a week', 'Last 7 days', '?days=7', {}],
  ['those that fell', 'Fell', '?direction=down', { direction: 'down' }],
  ['one cause', 'Rule changed', '?cause=rule', { cause: 'rule' }],
])('can be narrowed to %s', async (_, name, address, query) => {
  const ask = await render();
  await screen.findByText(/34 services/);
  await userEvent.click(screen.getByRole('button', { name }));
  expect(search()).toBe(address);
  await waitFor(() => expect(asked(ask)).toMatchObject(query));
});

it('compares the two days of the address', async () => {
  const ask = await render(
    undefined,
    '/?from=2026-01-02&to=2026-02-03&owner=group:default/payments',
  );
  await screen.findByText(/34 services/);
  expect(asked(ask)).toMatchObject({
    from: '2026-01-02',
    to: '2026-02-03',
    owner: ['group:default/payments'],
  });
});

it('asks for nothing while the days are in the wrong order', async () => {
  const ask = await render(undefined, '/?from=2026-03-02&to=2026-02-03');
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'The first day must be before the second.',
  );
  expect(ask).not.toHaveBeenCalled();
});

it('pages through the services that moved', async () => {
  const ask = await render(() =>
    scoreChanges({ items: [mover()], totalItems: 30, nextCursor: 'c2' }),
  );
  await userEvent.click(
    await screen.findByRole('button', { name: 'Next page' }),
  );
  await waitFor(() => expect(asked(ask)).toMatchObject({ cursor: 'c2' }));
});

it('says so when nothing moved, and when there is nobody', async () => {
  await render(quietChanges);
  expect(
    await screen.findByText('No service lost a level; none gained one.'),
  ).toBeInTheDocument();
  expect(screen.getByText('No service moved this way.')).toBeInTheDocument();
  expect(
    screen.getByText('No check came out differently.'),
  ).toBeInTheDocument();
});

it('compares no averages where all services are new', async () => {
  await render(() =>
    scoreChanges({ compared: 0, came: 38, left: 0, items: [], totalItems: 0 }),
  );
  expect(
    await screen.findByText(/^No service was there on both days/),
  ).toBeInTheDocument();
  expect(
    screen.queryByRole('list', { name: 'Average score by cause' }),
  ).not.toBeInTheDocument();
});

it('says so when no service matches', async () => {
  await render(() =>
    scoreChanges({ compared: 0, came: 0, left: 0, items: [], totalItems: 0 }),
  );
  expect(await screen.findByText(/^No service that you may see/)).toBeVisible();
});

it('says which day is told by steps', async () => {
  await render(() =>
    scoreChanges({ from: { ...scoreChanges().from, source: 'steps' } }),
  );
  expect(await screen.findByText(/wrote no snapshot on Oct 22/)).toBeVisible();
});

it('tries again after a failure, and says when it is forbidden', async () => {
  let fails = true;
  await render(() => {
    if (fails) throw new Error('database is locked');
    return scoreChanges();
  });
  expect(await screen.findByText(/database is locked/)).toBeInTheDocument();
  fails = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(/34 services/)).toBeInTheDocument();
});

it('says when it is forbidden', async () => {
  await render(() => {
    throw new NotAllowedError('no');
  });
  expect(await screen.findByText('You may not see this')).toBeInTheDocument();
});
