import { render, screen } from '@testing-library/react';
import App from './App';
import { pretendToBeServed } from './testUtils';

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
  expect(await screen.findByText('Kittiwake Lines')).toBeInTheDocument();
});
