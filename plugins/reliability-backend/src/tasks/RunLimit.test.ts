import { mockServices } from '@backstage/backend-test-utils';
import { ProviderError } from '@plimsoll/backstage-plugin-reliability-node';
import { setTimeout as wait } from 'node:timers/promises';
import { RunLimit } from './RunLimit';

describe('a run that reads an account', () => {
  const logger = mockServices.logger.mock();
  const silent = new ProviderError('unreachable', 'Nobody answers.');
  afterEach(() => jest.clearAllMocks());

  it('ends when its time is over, and says how long that was', async () => {
    const limit = new RunLimit(undefined, 1);
    await wait(20);
    expect(limit.signal.aborted).toBe(true);
    expect(limit.isOver).toBe(true);
    expect(limit.causeOf(silent, 'main', logger)).toEqual({
      failure: 'timeout',
      message: 'The account "main" did not answer within 0 minutes',
    });
  });

  it('ends when its task is stopped, which is not its time', () => {
    const task = new AbortController();
    const limit = new RunLimit(task.signal, 60_000);
    expect(limit.signal.aborted).toBe(false);
    task.abort();
    expect(limit.signal.aborted).toBe(true);
    expect(limit.isOver).toBe(false);
  });

  it('fails as its provider says', () => {
    const limit = new RunLimit(undefined, 60_000);
    expect(limit.causeOf(silent, 'main', logger)).toBe(silent);
    expect(logger.error).not.toHaveBeenCalled();
  });

  it('that broke is logged, and its message is told to nobody', () => {
    const cause = new RunLimit(undefined, 60_000).causeOf(
      new Error('token s3cret is wrong'),
      'main',
      logger,
    );
    expect(cause.failure).toBe('bad-answer');
    expect(logger.error).toHaveBeenCalledTimes(1);
    const told = [cause.message, ...logger.error.mock.calls.flat()].join();
    expect(told).toContain('"main" broke');
    expect(told).not.toContain('s3cret');
  });
});
