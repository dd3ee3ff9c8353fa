import {
  fingerprint,
  SloDiagnosticItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { parseSloFile, readSloDocuments } from './documents';
import { LoadedSlo, measureHashOf } from './loadedSlo';
import { SliSources } from './SliSources';
import { SloFile } from './sloFileRow';
import { sloIdOf } from './sloId';

/** What became of the files of one service. */
export interface CompiledFiles {
  /** With what is wrong with each. */
  readonly files: readonly SloFile[];
  readonly slos: readonly LoadedSlo[];
}

const errorsIn = (diagnostics: readonly SloDiagnosticItem[]) =>
  diagnostics.filter(({ severity }) => severity === 'error').length;

/**
 * Compiles the files of a service together: what one defines can be referred to in another. Of two SLOs of
 * one name the first in the order of the files counts.
 */
export function compileFiles(
  entityRef: string,
  files: readonly SloFile[],
  sources: Pick<SliSources, 'context' | 'check'>,
): CompiledFiles {
  const documents = files.map(({ content = '' }) => readSloDocuments(content));
  const taken = new Set<string>();
  const slos: LoadedSlo[] = [];
  const compiled = files.map((file, index) => {
    const unread = file.state === 'failed' ? 1 : 0;
    if (file.content === undefined) {
      return { ...file, diagnostics: [], errors: unread };
    }
    const others = documents.filter((_, other) => other !== index).flat();
    const result = parseSloFile(
      file.content,
      { sources: sources.context, file: file.file, others, taken },
      sources.check,
    );
    for (const slo of result.slos) {
      taken.add(slo.name);
      slos.push({
        id: sloIdOf(entityRef, slo.name),
        entityRef,
        file: file.file,
        slo,
        hash: fingerprint(slo),
        measureHash: measureHashOf(slo),
      });
    }
    const { diagnostics } = result;
    return { ...file, diagnostics, errors: unread + errorsIn(diagnostics) };
  });
  return { files: compiled, slos };
}
