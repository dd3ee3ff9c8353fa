import { act, renderHook } from '@testing-library/react';
import { useCallback } from 'react';
import { useLoad } from '../useLoad';
import { INCIDENT_PERIOD_MS, QUIET_PERIOD_MS, usePolling } from './usePolling';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    value: 'visible',
  });
});

const pass = (times = 1) =>
  act(async () => {
    await jest.advanceTimersByTimeAsync(times * INCIDENT_PERIOD_MS);
  });

/** What goes on until it is answered "over"; `answers` are given one after the other. */
async function render(...answers: (string | Error)[]) {
  const left = [...answers];
  const ask = jest.fn(async (_subject: string): Promise<string> => {
    const answer = left.length > 1 ? left.shift() : left[0];
    if (answer instanceof Error) throw answer;
    return String(answer);
  });
  const seen: { subject: string; value?: string; refreshing?: boolean }[] = [];
  const hook = renderHook(
    ({ subject }) => {
      const load = useCallback(() => ask(subject), [subject]);
      const state = usePolling(
        useLoad(load, subject),
        value => value !== 'over',
        subject,
      );
      seen.push({ subject, ...state });
      return state;
    },
    { initialProps: { subject: 'a' } },
  );
  await act(async () => {});
  return { ...hook, ask, seen };
}

describe('what goes on', () => {
  it('is read again while it does, and seldom after', async () => {
    const { result, ask } = await render('on', 'still on', 'over');
    expect(result.current).toMatchObject({ kind: 'ready', value: 'on' });
    await pass();
    expect(result.current).toMatchObject({ value: 'still on' });
    await pass(4);
    expect(result.current).toMatchObject({ value: 'over' });
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it('is seen when it begins while one looks', async () => {
    const { result, ask } = await render('over', 'on');
    await pass(QUIET_PERIOD_MS / INCIDENT_PERIOD_MS - 1);
    expect(ask).toHaveBeenCalledTimes(1);
    await pass();
    expect(result.current).toMatchObject({ value: 'on' });
  });

  it('is not read while nobody looks', async () => {
    const { ask } = await render('on');
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      value: 'hidden',
    });
    await pass(3);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('says nothing of a reading that goes well', async () => {
    const { result, seen } = await render('on', 'still on');
    await pass();
    expect(result.current).toMatchObject({ value: 'still on' });
    expect(seen.some(({ refreshing }) => refreshing)).toBe(false);
  });

  it('stays, marked as stale, while it cannot be read, and is fresh once it can', async () => {
    const { result } = await render(
      'on',
      new Error('gone'),
      new Error('x'),
      'on again',
    );
    await pass();
    expect(result.current).toMatchObject({ value: 'on', stale: true });
    await pass();
    expect(result.current).toMatchObject({ value: 'on', stale: true });
    await pass();
    expect(result.current).toMatchObject({ value: 'on again', stale: false });
  });

  it('is never shown under the name of another', async () => {
    const { result, rerender, seen } = await render('on', new Error('gone'));
    await pass();
    expect(result.current).toMatchObject({ stale: true });
    await act(async () => rerender({ subject: 'b' }));
    const ofOther = seen.filter(({ subject }) => subject === 'b');
    expect(ofOther.length).toBeGreaterThan(0);
    expect(ofOther.some(({ value }) => value === 'on')).toBe(false);
  });

  it('that could not be read at first is a failure', async () => {
    const { result } = await render(new Error('gone'));
    expect(result.current).toMatchObject({ kind: 'failed', stale: false });
  });
});
