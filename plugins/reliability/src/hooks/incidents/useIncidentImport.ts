import { useApi } from '@backstage/core-plugin-api';
import type {
  ImportIncidentsRequest,
  ImportIncidentsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useRef, useState } from 'react';
import { reliabilityApiRef } from '../../api';
import { importOf } from '../../utils/readiness/importFile';
import { readTextFile } from '../../utils/textFile';
import type { ActionState } from '../useAction';

type Content = Pick<ImportIncidentsRequest, 'rows' | 'csv'>;

interface Steps {
  state: ActionState<ImportIncidentsResponse>;
  /** Why the text is none that can be sent. */
  unreadable?: string;
  content?: Content;
  tried?: ImportIncidentsResponse;
  result?: ImportIncidentsResponse;
}

const start: Steps = { state: { kind: 'idle' } };

const asError = (error: unknown) =>
  error instanceof Error ? error : new Error(String(error));

/**
 * The steps of an import: a text or a file is tried, then stored. Whatever changes has to be tried again, so
 * that what is stored is what was shown.
 */
export function useIncidentImport(onImported: () => void) {
  const api = useApi(reliabilityApiRef);
  const [steps, setSteps] = useState<Steps>(start);
  const [text, setTextState] = useState('');
  const turn = useRef(0);

  const send = async (content: Content, dryRun: boolean) => {
    const mine = ++turn.current;
    // An answer that was overtaken by another text says nothing any more.
    const settle = (next: Partial<Steps>) => {
      if (mine === turn.current) setSteps(all => ({ ...all, ...next }));
    };
    settle({ content, unreadable: undefined, state: { kind: 'running' } });
    if (dryRun) settle({ tried: undefined, result: undefined });
    try {
      const value = await api.importIncidents({ ...content, dryRun });
      const state = { kind: 'done' as const, value };
      settle(dryRun ? { state, tried: value } : { state, result: value });
      if (!dryRun) onImported();
    } catch (error) {
      settle({ state: { kind: 'failed', error: asError(error) } });
    }
  };
  const tryOut = async (name: string, words: string) => {
    try {
      await send(importOf(name, words), true);
    } catch (error) {
      setSteps({ ...start, unreadable: asError(error).message });
    }
  };
  const setText = (words: string) => {
    turn.current += 1;
    setTextState(words);
    setSteps(start);
  };
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const mine = ++turn.current;
    const words = await readTextFile(file);
    if (mine !== turn.current) return;
    setText(words);
    await tryOut(file.name, words);
  };
  const store = () => {
    if (steps.content) send(steps.content, false);
  };
  return {
    ...steps,
    text,
    setText,
    choose,
    tryText: () => tryOut('', text),
    store,
  };
}
