import { useRef, useState } from 'react';
import { readTextFile } from '../utils/textFile';
import type { ActionState } from './useAction';

/** How far an import is. */
export interface ImportSteps<Content, Reply> {
  state: ActionState<Reply>;
  /** Why the text is none that can be sent. */
  unreadable?: string;
  content?: Content;
  /** What would come of the rows. */
  tried?: Reply;
  /** What came of them. */
  result?: Reply;
}

const start = { state: { kind: 'idle' } } as const;

const asError = (error: unknown) =>
  error instanceof Error ? error : new Error(String(error));

/**
 * The steps of an import: rows are tried, then stored. Whatever changes is to be tried again, so that what is
 * stored is what was shown.
 */
export function useImportSteps<Content, Reply>(
  write: (content: Content, dryRun: boolean) => Promise<Reply>,
  onImported: () => void,
) {
  const [steps, setSteps] = useState<ImportSteps<Content, Reply>>(start);
  const turn = useRef(0);

  const send = async (content: Content, dryRun: boolean) => {
    const mine = ++turn.current;
    // An answer that was overtaken by other rows says nothing any more.
    const settle = (next: Partial<ImportSteps<Content, Reply>>) => {
      if (mine === turn.current) setSteps(all => ({ ...all, ...next }));
    };
    settle({ content, unreadable: undefined, state: { kind: 'running' } });
    if (dryRun) settle({ tried: undefined, result: undefined });
    try {
      const value = await write(content, dryRun);
      const state = { kind: 'done' as const, value };
      settle(dryRun ? { state, tried: value } : { state, result: value });
      if (!dryRun) onImported();
    } catch (error) {
      settle({ state: { kind: 'failed', error: asError(error) } });
    }
  };
  const restart = () => {
    turn.current += 1;
    setSteps(start);
  };
  const tryOut = async (read: () => Content) => {
    try {
      await send(read(), true);
    } catch (error) {
      setSteps({ ...start, unreadable: asError(error).message });
    }
  };
  /** Hands on the text of a file, unless something else was chosen in the meantime. */
  const open = async (file: File, onText: (text: string) => void) => {
    const mine = ++turn.current;
    try {
      const text = await readTextFile(file);
      if (mine === turn.current) onText(text);
    } catch (error) {
      if (mine !== turn.current) return;
      setSteps({ ...start, unreadable: asError(error).message });
    }
  };
  const store = () => {
    if (steps.content) send(steps.content, false);
  };
  return { steps, restart, tryOut, open, store };
}
