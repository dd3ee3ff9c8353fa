import { screen } from '@testing-library/react';
import { renderPage } from '../../../__testUtils__/renderPage';
import { SloDraftPage } from './SloDraftPage';

jest.setTimeout(60_000);

// In a file of its own: answers about permissions are remembered for a moment.
it('a trial run is not offered to whoever may not, and a check is', async () => {
  sessionStorage.setItem('plimsoll.slo-draft', JSON.stringify('kind: SLO'));
  await renderPage(<SloDraftPage />, { allowed: false });
  expect(
    await screen.findByText(/^You may not run a trial/),
  ).toBeInTheDocument();
  expect(
    screen.queryByRole('button', { name: 'Trial run' }),
  ).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Check' })).toBeEnabled();
});
