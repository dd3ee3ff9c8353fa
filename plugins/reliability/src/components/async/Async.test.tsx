import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { LoadState } from '../../hooks/useLoad';
import { Async } from './Async';

const failed = (error: Error, retry = () => {}): LoadState<string> => ({
  kind: 'failed',
  error,
  retry,
});
const ready = (value: string, refreshing = false): LoadState<string> => ({
  kind: 'ready',
  value,
  refreshing,
  reload: () => {},
  replace: () => {},
});
const withStatus = (statusCode: number, message = 'no') =>
  Object.assign(new Error(`Request failed with ${statusCode}`), {
    name: 'ResponseError',
    statusCode,
    cause: new Error(message),
  });

const render = (state: LoadState<string>) =>
  renderInTestApp(
    <Async state={state}>
      {(value, refreshing) => (
        <p>
          {value} {refreshing ? 'again' : 'now'}
        </p>
      )}
    </Async>,
  );

describe('Async', () => {
  it.each([
    ['a value', ready('pay'), 'pay now'],
    ['a value that is being replaced', ready('pay', true), 'pay again'],
    ['that it is forbidden', failed(withStatus(403)), 'You may not see this'],
    [
      'that it is forbidden',
      failed(new NotAllowedError('no')),
      'You may not see this',
    ],
    ['that there is none', failed(withStatus(404)), 'Not found'],
    ['that there is none', failed(new NotFoundError('no')), 'Not found'],
    [
      'that nobody answered',
      failed(new TypeError('Failed to fetch')),
      /did not answer/,
    ],
    [
      'what the server said',
      failed(withStatus(500, 'database is locked')),
      'The reliability backend failed: database is locked',
    ],
  ])('shows %s', async (_, state, text) => {
    await render(state);
    expect(screen.getByText(text)).toBeInTheDocument();
  });

  it('shows that it is loading once that takes a moment', async () => {
    await render({ kind: 'loading' });
    expect(
      await screen.findByRole('progressbar', { name: 'Loading' }),
    ).toBeInTheDocument();
  });

  it('tries again when it is told to', async () => {
    const retry = jest.fn();
    await render(failed(new Error('down'), retry));
    expect(screen.getByRole('alert')).toHaveTextContent('down');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });

  it('offers no second try where it would end the same way', async () => {
    await render(failed(withStatus(403)));
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
