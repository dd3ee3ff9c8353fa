import { TestApiProvider } from '@backstage/test-utils';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { reliabilityApiRef } from '../api';
import {
  historyEntry,
  historyResponse,
  reliabilityApiMock,
} from '../testUtils';
import { useServiceHistory } from './useServiceHistory';

const getHistory = jest.fn();
const api = reliabilityApiMock({ getHistory });
const wrapper = ({ children }: { children?: ReactNode }) => (
  <TestApiProvider apis={[[reliabilityApiRef, api]]}>
    {children}
  </TestApiProvider>
);
const render = () =>
  renderHook(
    ({ scorecard, assessedAt }) =>
      useServiceHistory('component:default/checkout', scorecard, assessedAt),
    { wrapper, initialProps: { scorecard: 'reliability', assessedAt: 'then' } },
  );

describe('useServiceHistory', () => {
  beforeEach(() => getHistory.mockReset());

  it('reads again when the service was assessed anew, and keeps what is shown', async () => {
    getHistory.mockResolvedValue(historyResponse());
    const { result, rerender } = render();
    await waitFor(() => expect(result.current.items).toHaveLength(4));
    const newer = historyEntry({ at: '2026-11-20T10:00:00Z' });
    getHistory.mockResolvedValue(
      historyResponse({ items: [newer, ...historyResponse().items] }),
    );
    rerender({ scorecard: 'reliability', assessedAt: 'now' });
    expect(result.current.items).toHaveLength(4);
    await waitFor(() => expect(result.current.items).toHaveLength(5));
    expect(getHistory).toHaveBeenCalledTimes(2);
  });

  it('starts over on another scorecard', async () => {
    getHistory.mockResolvedValue(historyResponse());
    const { result, rerender } = render();
    await waitFor(() => expect(result.current.items).toHaveLength(4));
    getHistory.mockReturnValue(new Promise(() => {}));
    rerender({ scorecard: 'launch', assessedAt: 'then' });
    expect(result.current.first.kind).toBe('loading');
    expect(result.current.items).toEqual([]);
  });

  it('forgets older pages when the first one is read again', async () => {
    getHistory.mockImplementation(async () =>
      historyResponse({ nextCursor: 'older' }),
    );
    const { result, rerender } = render();
    await waitFor(() => expect(result.current.hasOlder).toBe(true));
    getHistory.mockResolvedValueOnce(
      historyResponse({ items: [historyEntry()] }),
    );
    await act(() => result.current.loadOlder());
    expect(result.current.items).toHaveLength(5);
    expect(result.current.hasOlder).toBe(false);
    rerender({ scorecard: 'reliability', assessedAt: 'now' });
    await waitFor(() => expect(result.current.items).toHaveLength(4));
    expect(result.current.hasOlder).toBe(true);
  });
});
