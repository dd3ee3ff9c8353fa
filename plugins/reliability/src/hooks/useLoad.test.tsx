import { act, renderHook, waitFor } from '@testing-library/react';
import { useLoad } from './useLoad';

/** A load that is answered by hand. */
function deferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  const load = jest.fn((_: AbortSignal) => promise);
  return { load, resolve, reject };
}

interface Props {
  load: (signal: AbortSignal) => Promise<string>;
  subject?: string;
}
const render = (initialProps: Props) =>
  renderHook(({ load, subject }: Props) => useLoad(load, subject), {
    initialProps,
  });

describe('useLoad', () => {
  it('is loading, then ready', async () => {
    const first = deferred<string>();
    const { result } = render(first);
    expect(result.current).toEqual({ kind: 'loading' });
    await act(async () => first.resolve('a'));
    expect(result.current).toMatchObject({
      kind: 'ready',
      value: 'a',
      refreshing: false,
    });
  });

  it('says that it failed, and loads again on retry', async () => {
    const load = jest
      .fn<Promise<string>, [AbortSignal]>()
      .mockRejectedValueOnce('down')
      .mockResolvedValue('up');
    const { result } = render({ load });
    await waitFor(() => expect(result.current.kind).toBe('failed'));
    const failed = result.current as Extract<
      typeof result.current,
      { kind: 'failed' }
    >;
    expect(failed.error).toEqual(new Error('down'));
    act(() => failed.retry());
    await waitFor(() =>
      expect(result.current).toMatchObject({ kind: 'ready', value: 'up' }),
    );
  });

  it('keeps the previous value while it loads another', async () => {
    const first = deferred<string>();
    const second = deferred<string>();
    const { result, rerender } = render(first);
    await act(async () => first.resolve('a'));
    rerender(second);
    expect(result.current).toMatchObject({ value: 'a', refreshing: true });
    await act(async () => second.resolve('b'));
    expect(result.current).toMatchObject({ value: 'b', refreshing: false });
  });

  it('aborts and drops an answer that was overtaken', async () => {
    const slow = deferred<string>();
    const quick = deferred<string>();
    const { result, rerender } = render(slow);
    rerender(quick);
    expect(slow.load.mock.calls[0][0].aborted).toBe(true);
    await act(async () => quick.resolve('new'));
    await act(async () => slow.resolve('old'));
    expect(result.current).toMatchObject({ value: 'new' });
  });

  it('drops a failure that was overtaken', async () => {
    const slow = deferred<string>();
    const quick = deferred<string>();
    const { result, rerender } = render(slow);
    rerender(quick);
    await act(async () => quick.resolve('new'));
    await act(async () => slow.reject(new Error('late')));
    expect(result.current).toMatchObject({ kind: 'ready', value: 'new' });
  });

  it('never shows one subject under the name of another', async () => {
    const first = deferred<string>();
    const second = deferred<string>();
    const { result, rerender } = render({ ...first, subject: 'pay' });
    await act(async () => first.resolve('about pay'));
    rerender({ ...second, subject: 'ship' });
    expect(result.current).toEqual({ kind: 'loading' });
  });

  it('puts in the answer of a write, and drops a read that began before', async () => {
    const first = deferred<string>();
    const second = deferred<string>();
    const { result, rerender } = render(first);
    await act(async () => first.resolve('old'));
    rerender(second);
    const ready = result.current as Extract<
      typeof result.current,
      { kind: 'ready' }
    >;
    act(() => ready.replace('written'));
    await act(async () => second.resolve('read before the write'));
    expect(result.current).toMatchObject({
      value: 'written',
      refreshing: false,
    });
  });
});
