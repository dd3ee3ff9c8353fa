import { act, renderHook, waitFor } from '@testing-library/react';
import { useAction } from './useAction';

describe('useAction', () => {
  it('goes from idle over running to done', async () => {
    let finish = (_: string) => {};
    const work = () =>
      new Promise<string>(resolve => {
        finish = resolve;
      });
    const onDone = jest.fn();
    const { result } = renderHook(() => useAction(work, onDone));
    expect(result.current.state).toEqual({ kind: 'idle' });
    act(() => {
      result.current.run();
    });
    expect(result.current.state).toEqual({ kind: 'running' });
    await act(async () => finish('saved'));
    expect(result.current.state).toEqual({ kind: 'done', value: 'saved' });
    expect(onDone).toHaveBeenCalledWith('saved');
  });

  it('keeps the error', async () => {
    const error = new Error('no');
    const { result } = renderHook(() => useAction(() => Promise.reject(error)));
    await act(() => result.current.run());
    expect(result.current.state).toEqual({ kind: 'failed', error });
  });

  it('does not do twice what is under way', async () => {
    const work = jest.fn(() => new Promise(() => {}));
    const { result } = renderHook(() => useAction(work));
    act(() => {
      result.current.run();
    });
    await waitFor(() => expect(result.current.state.kind).toBe('running'));
    act(() => {
      result.current.run();
    });
    expect(work).toHaveBeenCalledTimes(1);
  });
});
