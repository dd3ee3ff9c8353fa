import { screen } from '@testing-library/react';
import { renderPage } from '../../../__testUtils__/renderPage';
import { IncidentsPage } from './IncidentsPage';

jest.setTimeout(60_000);

// In a file of its own, because answers about permissions are kept for a while.
it('offers no import and no unmapped incidents to those who may not', async () => {
  await renderPage(<IncidentsPage />, { allowed: false });
  await screen.findByRole('list', { name: 'Incidents' });
  expect(screen.getByRole('link', { name: 'Accounts' })).toBeInTheDocument();
  expect(
    screen.queryByRole('link', { name: 'Unmapped' }),
  ).not.toBeInTheDocument();
  expect(
    screen.queryByRole('button', { name: 'Import' }),
  ).not.toBeInTheDocument();
});

it('leads those who may see them to the unmapped ones by their address', async () => {
  await renderPage(<IncidentsPage />, {
    allowed: false,
    path: '/?tab=unmapped',
  });
  expect(
    await screen.findByRole('link', { name: 'Unmapped', current: 'page' }),
  ).toBeInTheDocument();
});
