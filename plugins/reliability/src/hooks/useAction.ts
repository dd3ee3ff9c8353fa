import { useCallback, useState } from 'react';

/** The state of something that a person does: nothing yet, under way, refused or done. */
export type ActionState<T> =
  | { kind: 'idle' }
  | { kind: 'running' }
  | { kind: 'failed'; error: Error }
  | { kind: 'done'; value: T };

/** Runs `act` when asked and tells how it goes. A second call while one is under way is ignored. */
export function useAction<Args extends unknown[], T>(
  act: (...args: Args) => Promise<T>,
  onDone?: (value: T) => void,
): { state: ActionState<T>; run: (...args: Args) => Promise<void> } {
  const [state, setState] = useState<ActionState<T>>({ kind: 'idle' });
  const running = state.kind === 'running';
  const run = useCallback(
    async (...args: Args) => {
      if (running) return;
      setState({ kind: 'running' });
      try {
        const value = await act(...args);
        setState({ kind: 'done', value });
        onDone?.(value);
      } catch (error) {
        setState({
          kind: 'failed',
          error: error instanceof Error ? error : new Error(String(error)),
        });
      }
    },
    [act, onDone, running],
  );
  return { state, run };
}
