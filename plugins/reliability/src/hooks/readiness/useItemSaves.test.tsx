import { ConflictError } from '@backstage/errors';
import { TestApiProvider } from '@backstage/test-utils';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { reliabilityApiRef, type ReliabilityApi } from '../../api';
import {
  checklistItem,
  checklistResponse,
  readinessWrite,
  reliabilityApiMock,
} from '../../testUtils';
import { useItemSaves, type AnswerDraft } from './useItemSaves';

const place = { entityRef: 'component:default/checkout', checklist: 'launch' };
const yes: AnswerDraft = { answer: 'yes', note: '', evidence: [] };
const no: AnswerDraft = { answer: 'no', note: 'Not yet', evidence: [] };

const written = (id: string, version: number) =>
  readinessWrite({
    checklist: checklistResponse({ items: [checklistItem({ id, version })] }),
  });

function setUp(api: Partial<ReliabilityApi>) {
  const onWritten = jest.fn();
  const onReread = jest.fn();
  const mock = reliabilityApiMock(api);
  const wrapper = ({ children }: { children?: ReactNode }) => (
    <TestApiProvider apis={[[reliabilityApiRef, mock]]}>
      {children}
    </TestApiProvider>
  );
  const { result } = renderHook(
    () => useItemSaves({ place, onWritten, onReread }),
    { wrapper },
  );
  return { result, onWritten, onReread };
}

describe('useItemSaves', () => {
  it('is saving, then saved, and passes the reply on', async () => {
    const reply = written('a', 1);
    const { result, onWritten } = setUp({ putAnswer: async () => reply });
    act(() => result.current.save({ id: 'a', version: 0 }, yes));
    expect(result.current.saves.a).toEqual({ kind: 'saving', draft: yes });
    await waitFor(() =>
      expect(result.current.saves.a).toEqual({ kind: 'saved' }),
    );
    expect(onWritten).toHaveBeenCalledWith(reply);
  });

  it('sends one answer after the other, so that replies cannot overtake each other', async () => {
    const finish: (() => void)[] = [];
    const putAnswer = jest.fn(
      ({ item }) =>
        new Promise<ReturnType<typeof written>>(resolve => {
          finish.push(() => resolve(written(item, 1)));
        }),
    );
    const { result } = setUp({ putAnswer });
    act(() => {
      result.current.save({ id: 'a', version: 0 }, yes);
      result.current.save({ id: 'b', version: 0 }, no);
    });
    await waitFor(() => expect(putAnswer).toHaveBeenCalledTimes(1));
    await act(async () => finish[0]());
    await waitFor(() => expect(putAnswer).toHaveBeenCalledTimes(2));
    expect(result.current.saves).toMatchObject({
      a: { kind: 'saved' },
      b: { kind: 'saving' },
    });
    await act(async () => finish[1]());
    expect(result.current.saves.b).toEqual({ kind: 'saved' });
  });

  it('does not take my own first answer for the one of somebody else', async () => {
    const putAnswer = jest
      .fn()
      .mockResolvedValueOnce(written('a', 8))
      .mockResolvedValueOnce(written('a', 9));
    const { result } = setUp({ putAnswer });
    act(() => {
      result.current.save({ id: 'a', version: 7 }, yes);
      result.current.save({ id: 'a', version: 7 }, no);
    });
    await waitFor(() =>
      expect(result.current.saves.a).toEqual({ kind: 'saved' }),
    );
    expect(putAnswer.mock.calls.map(([, body]) => body.version)).toEqual([
      7, 8,
    ]);
  });

  it('keeps my answer and reads theirs where somebody was faster', async () => {
    const theirs = checklistResponse();
    const { result, onWritten, onReread } = setUp({
      putAnswer: jest.fn().mockRejectedValue(new ConflictError('changed')),
      getChecklist: async () => theirs,
    });
    act(() => result.current.save({ id: 'a', version: 0 }, no));
    await waitFor(() =>
      expect(result.current.saves.a).toEqual({ kind: 'conflict', draft: no }),
    );
    expect(onReread).toHaveBeenCalledWith(theirs);
    expect(onWritten).not.toHaveBeenCalled();
    act(() => result.current.discard('a'));
    expect(result.current.saves).toEqual({});
  });

  it.each([
    ['the write', { putAnswer: jest.fn().mockRejectedValue(new Error('no')) }],
    [
      'the read after a conflict',
      {
        putAnswer: jest.fn().mockRejectedValue(new ConflictError('changed')),
        getChecklist: jest.fn().mockRejectedValue(new Error('no')),
      },
    ],
  ])('keeps my answer where %s fails', async (_, api) => {
    const { result } = setUp(api);
    act(() => result.current.save({ id: 'a', version: 0 }, no));
    await waitFor(() =>
      expect(result.current.saves.a).toMatchObject({
        kind: 'failed',
        draft: no,
        error: { message: 'no' },
      }),
    );
  });
});
