import { useApi } from '@backstage/core-plugin-api';
import type { ImportAnswersResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback, useRef, useState } from 'react';
import { reliabilityApiRef } from '../../api';
import { importOf } from '../../utils/readiness/importFile';
import { readTextFile } from '../../utils/textFile';
import type { ActionState } from '../useAction';

type Content = ReturnType<typeof importOf>;

interface Steps {
  state: ActionState<ImportAnswersResponse>;
  /** Why the file is none that can be sent. */
  unreadable?: string;
  content?: Content;
  tried?: ImportAnswersResponse;
  result?: ImportAnswersResponse;
}

const start: Steps = { state: { kind: 'idle' } };

const asError = (error: unknown) =>
  error instanceof Error ? error : new Error(String(error));

/**
 * The steps of an import: a file is chosen and tried, then stored. Whatever changes is tried again, so
 * that what is stored is what was shown.
 */
export function useImport(checklist: string, onImported: () => void) {
  const api = useApi(reliabilityApiRef);
  const [steps, setSteps] = useState<Steps>(start);
  const [overwrite, setOverwriteState] = useState(false);
  const turn = useRef(0);

  const send = useCallback(
    async (content: Content, replace: boolean, dryRun: boolean) => {
      const mine = ++turn.current;
      // An answer that was overtaken by another file or choice says nothing any more.
      const settle = (next: Partial<Steps>) => {
        if (mine === turn.current) setSteps(all => ({ ...all, ...next }));
      };
      settle({ content, state: { kind: 'running' } });
      if (dryRun) settle({ tried: undefined, result: undefined });
      try {
        const value = await api.importAnswers(checklist, {
          ...content,
          overwrite: replace,
          dryRun,
        });
        const state = { kind: 'done' as const, value };
        settle(dryRun ? { state, tried: value } : { state, result: value });
        if (!dryRun) onImported();
      } catch (error) {
        settle({ state: { kind: 'failed', error: asError(error) } });
      }
    },
    [api, checklist, onImported],
  );

  const choose = async (file: File | undefined) => {
    const mine = ++turn.current;
    setSteps(start);
    if (!file) return;
    try {
      const content = importOf(file.name, await readTextFile(file));
      if (mine === turn.current) await send(content, overwrite, true);
    } catch (error) {
      setSteps({ ...start, unreadable: asError(error).message });
    }
  };
  const setOverwrite = (replace: boolean) => {
    setOverwriteState(replace);
    if (steps.content) send(steps.content, replace, true);
  };
  const store = () => {
    if (steps.content) send(steps.content, overwrite, false);
  };
  return { ...steps, overwrite, choose, setOverwrite, store };
}
