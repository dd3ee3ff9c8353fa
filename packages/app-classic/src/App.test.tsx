import { render, screen } from '@testing-library/react';
import { pretendToBeServed } from 'app-shared/testUtils';
import App from './App';

jest.setTimeout(60_000);

it('signs the guest in and shows the home page with its navigation', async () => {
  pretendToBeServed();
  render(<App />);
  expect(
    await screen.findByRole(
      'link',
      { name: 'Reliability' },
      { timeout: 50_000 },
    ),
  ).toHaveAttribute('href', '/reliability');
  expect(
    await screen.findByText('Kittiwake Lines', {}, { timeout: 20_000 }),
  ).toBeInTheDocument();
  expect(
    await screen.findByRole('button', { name: 'Signed in as Maren Oake' }),
  ).toBeInTheDocument();
});
