import { NotAllowedError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage, search } from '../../../__testUtils__/renderPage';
import { callMock, type Answers } from '../../../testUtils/callMock';
import {
  allPromises,
  honestyList,
  inversionItem,
  promiseAnswers,
  promiseItem,
  promiseList,
  proposalItem,
} from '../../../testUtils/promises';
import { TierHonestyPage } from './TierHonestyPage';

jest.setTimeout(60_000);

async function render(answers: Answers = {}, path = '/') {
  const listTierHonesty = jest.fn(async ({ query = {} }) =>
    honestyList([query.kind === 'proposal' ? proposalItem() : inversionItem()]),
  );
  const listPromises = jest.fn(async () => promiseList(allPromises()));
  await renderPage(<TierHonestyPage />, {
    path,
    api: {
      call: callMock({
        ...promiseAnswers,
        listTierHonesty,
        listPromises,
        ...answers,
      }),
    },
  });
  return { listTierHonesty, listPromises };
}

const listNamed = (name: string) => screen.findByRole('list', { name });
const items = (list: HTMLElement) =>
  [...list.children].map(item => item.textContent);

it('says which services need less critical ones, by which way, and how many are hidden', async () => {
  await render();
  const list = await listNamed('Services on less critical ones');
  expect(
    within(list)
      .getAllByRole('listitem')
      .slice(1)
      .map(item => item.textContent),
  ).toEqual([
    'Needs Ledger Business operational ',
    expect.stringMatching(/^Needs Mail .* nobody said how critical it is/),
    'Needs Archive Administrative through ledger → a service that you cannot see',
    'Needs 1 service that you cannot see',
  ]);
});

it('proposes a tier with its reasons, and leads to where it is set', async () => {
  await render();
  const list = await listNamed('Services with another tier proposed');
  expect(list).toHaveTextContent(
    'Proposed: Mission critical, more critical than now.High confidence',
  );
  expect(items(within(list).getByRole('list', { name: 'Reasons' }))).toEqual([
    '3 services of tier Mission critical need it, such as Checkout.',
    'It promises 99.95 %; Mission critical asks for 99.95 %.',
    'Incidents in 90 days: 1 of severity 1, 4 of severity 2. Speaks for Business critical.',
    '64 pages in 90 days. Speaks for Business operational.',
    '12 services need it. Speaks for Business critical.',
  ]);
  expect(
    within(list).getByRole('link', {
      name: 'Look at it and set the tier: Ledger',
    }),
  ).toHaveAttribute('href', '/catalog/default/component/ledger/reliability');
});

it.each([
  [0, 'Cannot be keptIt promises 99.95 %. Its dependencies allow 99.7101 %.'],
  [
    1,
    'Cannot be keptIt has no SLO; its tier asks for 99.95 %. Its dependencies allow 99.8 % at most.',
  ],
  [
    2,
    'TightIt promises 99.9 %. Its dependencies allow 99.91 %: they may use more than half of the downtime that it promises.',
  ],
  [
    3,
    'Not knownIt promises 99.95 %. The catalog names nothing that it needs, so nothing can be said.',
  ],
  [
    4,
    'Not knownIt promises 99.95 %. Some of its dependencies have no SLO; the others allow 99.99 % at most.',
  ],
  [
    5,
    'Not knownIt promises nothing: it has no SLO, and its tier asks for none.',
  ],
  [6, 'Can be keptIt promises 99 %. Its dependencies allow 99.91 %.'],
])('says in words how promise %i stands', async (index, words) => {
  await render();
  expect(items(await listNamed('Promises'))[index]).toContain(words);
});

it('spells the arithmetic out', async () => {
  await render({ listPromises: async () => promiseList([promiseItem()]) });
  const table = await screen.findByRole('table', { hidden: true });
  expect(
    within(table)
      .getAllByRole('row', { hidden: true })
      .map(row => row.textContent),
  ).toEqual([
    'Hard dependencyHighest SLO targetFromTier',
    'Ledger (needs this service as well)99.8 %Ledger answersBusiness operational',
    'Rates 99.91 %Rates answersBusiness critical',
    'Product: what they allow99.7101 %',
    'Times its own target of 99.95 %: reachable99.6602 %',
  ]);
});

it('filters by verdict, which the address keeps', async () => {
  const { listPromises } = await render({}, '/?tier=tier-0');
  await userEvent.click(
    await screen.findByRole('button', { name: 'Not known 2' }),
  );
  expect(search()).toBe('?tier=tier-0&verdict=unknown');
  await waitFor(() =>
    expect(listPromises).toHaveBeenLastCalledWith({
      query: { tier: ['tier-0'], verdict: ['unknown'], limit: 20 },
    }),
  );
});

it('reads more at the end of a list', async () => {
  await render({
    listPromises: async ({ query = {} }) =>
      query.cursor
        ? promiseList([promiseItem({}, 'Late')])
        : promiseList([promiseItem()], { totalItems: 2, nextCursor: 'x' }),
  });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Show more' }),
  );
  expect(await screen.findByText('2 of 2')).toBeInTheDocument();
});

it('says that nothing was worked out yet, and that nothing was found', async () => {
  await render({
    listTierHonesty: async ({ query = {} }) =>
      honestyList([], query.kind === 'proposal' ? {} : { computedAt: null }),
  });
  expect(await screen.findByText(/^Not worked out yet/)).toBeInTheDocument();
  expect(
    screen.getByText('The evidence speaks for no other tier.'),
  ).toBeInTheDocument();
});

it('fails and is forbidden part by part', async () => {
  let fails = true;
  await render({
    listTierHonesty: async ({ query = {} }) => {
      if (query.kind === 'proposal') throw new NotAllowedError('Not for you');
      if (fails) throw new Error('The database is away');
      return honestyList([inversionItem()]);
    },
  });
  const retry = await screen.findByRole('button', { name: 'Try again' });
  expect(screen.getByText('You may not see this')).toBeVisible();
  expect(await listNamed('Promises')).toBeInTheDocument();
  fails = false;
  await userEvent.click(retry);
  expect(await listNamed('Services on less critical ones')).toBeInTheDocument();
});
