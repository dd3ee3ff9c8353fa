import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * The state of something that is loaded. `refreshing` says that the value shown is the previous one and a
 * newer is on its way; `reload` asks for it again; `replace` puts in the answer of a write.
 */
export type LoadState<T> =
  | { kind: 'loading' }
  | { kind: 'failed'; error: Error; retry: () => void }
  | {
      kind: 'ready';
      value: T;
      refreshing: boolean;
      reload: () => void;
      replace: (value: T) => void;
    };

type Stored<T> =
  | { kind: 'loading' }
  | { kind: 'failed'; error: Error }
  | { kind: 'ready'; value: T; refreshing: boolean; subject: string };

const asError = (error: unknown) =>
  error instanceof Error ? error : new Error(String(error));

/**
 * Loads when it is first rendered and whenever `load` changes (wrap it in `useCallback`, so that the
 * linter checks its arguments). An answer that was overtaken is dropped, and its request aborted.
 *
 * While other arguments are loaded the previous value stays, marked as `refreshing`. Where that would
 * show one thing under the name of another, pass what it is about as `subject`: a change of it starts over.
 */
export function useLoad<T>(
  load: (signal: AbortSignal) => Promise<T>,
  subject: string = '',
): LoadState<T> {
  const [stored, setStored] = useState<Stored<T>>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const pending = useRef<AbortController>();

  useEffect(() => {
    const controller = new AbortController();
    pending.current = controller;
    setStored(previous =>
      previous.kind === 'ready' && previous.subject === subject
        ? { ...previous, refreshing: true }
        : { kind: 'loading' },
    );
    const settle = (next: Stored<T>) => {
      if (!controller.signal.aborted) setStored(next);
    };
    load(controller.signal).then(
      value => settle({ kind: 'ready', value, refreshing: false, subject }),
      error => settle({ kind: 'failed', error: asError(error) }),
    );
    return () => controller.abort();
  }, [load, subject, attempt]);

  const reload = useCallback(() => setAttempt(count => count + 1), []);
  const replace = useCallback(
    (value: T) => {
      // A read that began before the write would put the old value back.
      pending.current?.abort();
      setStored({ kind: 'ready', value, refreshing: false, subject });
    },
    [subject],
  );

  switch (stored.kind) {
    case 'failed':
      return { ...stored, retry: reload };
    case 'ready':
      return stored.subject === subject
        ? {
            kind: 'ready',
            value: stored.value,
            refreshing: stored.refreshing,
            reload,
            replace,
          }
        : { kind: 'loading' };
    default:
      return stored;
  }
}
