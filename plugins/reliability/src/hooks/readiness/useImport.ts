import { useApi } from '@backstage/core-plugin-api';
import { useState } from 'react';
import { reliabilityApiRef } from '../../api';
import { importOf } from '../../utils/readiness/importFile';
import { useImportSteps } from '../useImportSteps';

type Content = ReturnType<typeof importOf> & { overwrite: boolean };

/** The import of answers: a file is tried at once, and again where it may now replace newer answers. */
export function useImport(checklist: string, onImported: () => void) {
  const api = useApi(reliabilityApiRef);
  const [overwrite, setOverwriteState] = useState(false);
  const { steps, restart, tryOut, open, store } = useImportSteps(
    (content: Content, dryRun) =>
      api.importAnswers(checklist, { ...content, dryRun }),
    onImported,
  );
  const choose = async (file: File | undefined) => {
    restart();
    if (!file) return;
    await open(file, text =>
      tryOut(() => ({ ...importOf(file.name, text), overwrite })),
    );
  };
  const setOverwrite = (replace: boolean) => {
    setOverwriteState(replace);
    const { content } = steps;
    if (content) tryOut(() => ({ ...content, overwrite: replace }));
  };
  return { steps, overwrite, choose, setOverwrite, store };
}
