import { Slo } from '@plimsoll/backstage-plugin-reliability-common';
import { pathText } from './documents/pathText';
import { readYaml } from './documents/readYaml';
import { locate } from './documents/yamlPositions';

/** A place in a document, as diagnostics name it. */
export interface DocumentPlace {
  readonly line: number;
  readonly column: number;
  readonly path: string;
}

type Path = readonly (string | number)[];

interface Named {
  readonly kind?: unknown;
  readonly name?: unknown;
  readonly metadata?: { readonly name?: unknown } | null;
}

function isSlo(value: unknown, name: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, name: short, metadata } = value as Named;
  return kind === 'SLO' && (short === name || metadata?.name === name);
}

/** Where the lowest target of an SLO is written: in the short form, or in one of its objectives. */
function pathsOf({ objectives, composite }: Slo): Path[] {
  const lowest = Math.min(...objectives.map(({ target }) => target));
  const index = objectives.findIndex(({ target }) => target === lowest);
  const objective = ['spec', 'objectives', index];
  return [
    ['target'],
    ...(composite
      ? [['metadata', 'annotations', 'plimsoll.dev/composite-target']]
      : []),
    [...objective, 'target'],
    [...objective, 'targetPercent'],
  ];
}

/** Where a document writes the lowest target of an SLO; its start where that cannot be told. */
export function targetPlace(text: string, slo: Slo): DocumentPlace {
  const { documents, lines } = readYaml(text);
  const found = documents.find(({ value }) => isSlo(value, slo.name));
  for (const path of found ? pathsOf(slo) : []) {
    const { document, root, base } = found!;
    const { node, offset } = locate(document, root, path);
    if (node) {
      const { line, col } = lines.linePos(base + offset);
      return { line, column: col, path: pathText(path) };
    }
  }
  return { line: 1, column: 1, path: '' };
}
