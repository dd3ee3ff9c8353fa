import { screen } from '@testing-library/react';
import { renderPage } from '../../../../__testUtils__/renderPage';
import { RunBar } from './RunBar';

jest.setTimeout(60_000);

// By itself: a permission is remembered for as long as the tests of a file run.
it('is not offered to whom may not run one', async () => {
  await renderPage(
    <RunBar
      words="1 change"
      blocked={false}
      running={false}
      onRun={() => {}}
    />,
    { allowed: false },
  );
  expect(
    await screen.findByText(/needs the permission reliability\.preview\.run/),
  ).toBeInTheDocument();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
