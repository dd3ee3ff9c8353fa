import { useApi } from '@backstage/core-plugin-api';
import { useState } from 'react';
import { reliabilityApiRef } from '../../api';
import { importOf } from '../../utils/readiness/importFile';
import { useImportSteps } from '../useImportSteps';

/** The import of incidents: a file is tried at once; a text when the writer is done. */
export function useIncidentImport(onImported: () => void) {
  const api = useApi(reliabilityApiRef);
  const [text, setTextState] = useState('');
  const { steps, restart, tryOut, open, store } = useImportSteps(
    (content: ReturnType<typeof importOf>, dryRun) =>
      api.importIncidents({ ...content, dryRun }),
    onImported,
  );
  const setText = (words: string) => {
    restart();
    setTextState(words);
  };
  const choose = async (file: File | undefined) => {
    if (!file) return;
    await open(file, words => {
      setText(words);
      tryOut(() => importOf(file.name, words));
    });
  };
  const tryText = () => tryOut(() => importOf('', text));
  return { steps, text, setText, choose, tryText, store };
}
