import { screen } from '@testing-library/react';
import { renderPage } from '../../../__testUtils__/renderPage';
import { callMock } from '../../../testUtils/callMock';
import { risksResponse } from '../../../testUtils/kpis';
import { RisksPage } from './RisksPage';

jest.setTimeout(60_000);

// A file of its own: permissions are remembered from one test to the next.

it('offers nothing to write to those who may not', async () => {
  await renderPage(<RisksPage />, {
    allowed: false,
    api: { call: callMock({ listRisks: () => risksResponse() }) },
  });
  await screen.findByRole('list', { name: 'Risks, the worst first' });
  expect(
    screen.queryAllByRole('button', {
      name: /^(Own it: |Edit “|Open again: |Write a risk)/,
    }),
  ).toEqual([]);
});
