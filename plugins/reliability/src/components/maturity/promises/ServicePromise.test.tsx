import { screen } from '@testing-library/react';
import { renderPage } from '../../../__testUtils__/renderPage';
import { callMock } from '../../../testUtils/callMock';
import {
  promiseSummary,
  proposalItem,
  servicePromise,
} from '../../../testUtils/promises';
import { ServicePromise } from './ServicePromise';

jest.setTimeout(60_000);

async function render(answer: Parameters<typeof servicePromise>[0] = {}) {
  const getServicePromise = jest.fn(async () => servicePromise(answer));
  await renderPage(<ServicePromise entityRef="component:default/checkout" />, {
    api: { call: callMock({ getServicePromise }) },
  });
  await screen.findByText('Borrowed burn');
  return screen.getByRole('region', { name: 'Promise and dependencies' });
}

it('tells what burnt because of dependencies apart, and never takes it away', async () => {
  const region = await render();
  expect(region).toHaveTextContent(
    'Requests succeed: 62 % of the error budget is spent. 41 % lies in incidents of dependencies, 13 % in other own incidents, 8 % in no incident. 1 own incident is not measured.',
  );
  expect(
    screen.getByRole('link', {
      name: '41 % during P1: Postings are refused of Ledger, Nov 2, 2026',
    }),
  ).toHaveAttribute('href', '/reliability/incidents/pager%3AP1');
  expect(region).toHaveTextContent(
    '1 more incident of a service that you cannot see.',
  );
});

it.each<[string, Parameters<typeof servicePromise>[0], string]>([
  [
    'a budget of which nothing is known',
    {
      burn: [{ ...servicePromise().burn[0], spent: null, borrowed: null }],
    },
    'Nothing is known of the budget of Requests succeed.',
  ],
  [
    'a service without a budget',
    { burn: [] },
    'It has no SLO with an error budget.',
  ],
  [
    'a proposed tier',
    { proposal: proposalItem().proposal },
    'Proposed: Mission critical, more critical than now.',
  ],
  ['soft dependencies', {}, '1 soft dependency is not in the product.'],
  [
    'hidden dependencies',
    { promise: promiseSummary({ dependencies: [], hiddenDependencies: 2 }) },
    '2 services that you cannot seein the product where it has an SLO',
  ],
])('says so of %s', async (_, answer, words) => {
  expect(await render(answer)).toHaveTextContent(words);
});

it('leaves out what is in order', async () => {
  const region = await render({ inversions: [], hiddenInversions: 0 });
  expect(region).not.toHaveTextContent('Critical on less critical');
  expect(region).not.toHaveTextContent('Tiers that the evidence doubts');
});
