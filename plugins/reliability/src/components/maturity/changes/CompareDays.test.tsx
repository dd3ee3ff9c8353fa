import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ServiceChangesResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { renderPage, search } from '../../../__testUtils__/renderPage';
import { callMock } from '../../../testUtils/callMock';
import { serviceChanges } from '../../../testUtils/changes';
import { CompareDays } from './CompareDays';

jest.setTimeout(60_000);

const OPEN = '/?compareFrom=2026-11-01&compareTo=2026-11-15';

async function render(
  path = OPEN,
  answer: () => ServiceChangesResponse = () => serviceChanges(),
) {
  const getServiceChanges = jest.fn(answer);
  await renderPage(
    <CompareDays
      entityRef="component:default/checkout"
      scorecard="reliability"
    />,
    { api: { call: callMock({ getServiceChanges }) }, path },
  );
  return getServiceChanges;
}

it('asks nothing until somebody wants to compare', async () => {
  const ask = await render('/');
  const open = screen.getByRole('button', { name: 'Compare two days' });
  expect(open).toHaveAttribute('aria-expanded', 'false');
  expect(ask).not.toHaveBeenCalled();
  await userEvent.click(open);
  await waitFor(() => expect(ask).toHaveBeenCalled());
  expect(search()).toMatch(/^\?compareFrom=\d{4}-\d\d-\d\d$/);
  await userEvent.click(
    screen.getByRole('button', { name: 'Close the comparison' }),
  );
  expect(search()).toBe('');
});

it('tells the difference of the days in the address in words', async () => {
  const ask = await render();
  expect(
    await screen.findByText(
      'Silver → Bronze between Nov 1, 2026 and Nov 15, 2026',
    ),
  ).toBeInTheDocument();
  expect(ask).toHaveBeenCalledWith({
    entityRef: 'component:default/checkout',
    query: { from: '2026-11-01', to: '2026-11-15', scorecard: 'reliability' },
  });
  const region = screen.getByRole('region', { name: 'Two days compared' });
  expect(region).toHaveTextContent('Score 82.4 → 64.2: \u221218.2 points.');
  expect(region).toHaveTextContent(
    '\u221212.0 points because data went stale or came backSomebody can be paged: Pass → to Unknown, by the on-call account pagerduty',
  );
  expect(region).toHaveTextContent(
    '\u22126.2 points because a rule changedWeights, levels or the start',
  );
  expect(region).not.toHaveTextContent('because the service changed');
});

const unchanged = (): ServiceChangesResponse => {
  const { before, after } = serviceChanges();
  return serviceChanges({
    after: { ...after, state: before.state },
    difference: {
      score: 0,
      points: { service: 0, rule: 0, data: 0, unexplained: 0 },
      level: { direction: 'same', cause: null },
      flips: [],
    },
  });
};

it.each<[string, () => ServiceChangesResponse, RegExp]>([
  ['nothing moved', unchanged, /same on both days, and no check/],
  [
    'it was not assessed by then',
    () =>
      serviceChanges({
        before: { day: '2026-11-01', from: 'none', state: null },
        difference: null,
      }),
    /was not assessed on Nov 1, 2026/,
  ],
  [
    'the portal was down',
    () =>
      serviceChanges({
        before: { ...serviceChanges().before, from: 'steps' },
      }),
    /wrote no snapshot on Nov 1, 2026/,
  ],
])('says so when %s', async (_, answer, text) => {
  await render(OPEN, answer);
  expect(await screen.findByText(text)).toBeInTheDocument();
});

it('refuses days in the wrong order, and says when it failed', async () => {
  const ask = await render('/?compareFrom=2026-11-15&compareTo=2026-11-01');
  expect(screen.getByRole('alert')).toHaveTextContent(/must be before/);
  expect(ask).not.toHaveBeenCalled();
});

it('can be tried again', async () => {
  await render(OPEN, () => {
    throw new Error('database is locked');
  });
  expect(await screen.findByText(/database is locked/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
});
