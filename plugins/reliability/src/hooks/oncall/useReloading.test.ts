import { act, renderHook } from '@testing-library/react';
import { useReloading } from './useReloading';

const MINUTE = 60_000;

function setUp() {
  const reload = jest.fn();
  const { unmount } = renderHook(() =>
    useReloading({
      kind: 'ready',
      value: 1,
      refreshing: false,
      reload,
      replace: () => {},
    }),
  );
  return { reload, unmount };
}
const pass = (minutes: number) =>
  act(() => {
    jest.advanceTimersByTime(minutes * MINUTE);
  });

describe('a page that stays open', () => {
  const visibility = jest.spyOn(document, 'visibilityState', 'get');
  beforeEach(() => {
    jest.useFakeTimers();
    visibility.mockReturnValue('visible');
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  afterAll(() => visibility.mockRestore());

  it('is read again every five minutes', () => {
    const { reload } = setUp();
    pass(4);
    expect(reload).not.toHaveBeenCalled();
    pass(7);
    expect(reload).toHaveBeenCalledTimes(2);
  });

  it('is left alone while nobody looks', () => {
    const { reload } = setUp();
    visibility.mockReturnValue('hidden');
    pass(20);
    expect(reload).not.toHaveBeenCalled();
  });

  it('is not read any more once it is closed', () => {
    const { reload, unmount } = setUp();
    unmount();
    pass(20);
    expect(reload).not.toHaveBeenCalled();
  });
});
