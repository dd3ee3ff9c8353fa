import {
  CompiledSloFile,
  compileSlos,
  Indicator,
  KnownSource,
  QueryRole,
  Slo,
  SloDiagnostic,
  SloDiagnosticItem,
  SloQuery,
  SloQueryPlace,
} from '@plimsoll/backstage-plugin-reliability-common';
import { SliQueryProblem } from '@plimsoll/backstage-plugin-reliability-node';
import { isScalar } from 'yaml';
import { pathText } from './pathText';
import { ReadDocument, ReadYaml, readYaml } from './readYaml';
import { locate, offsetInScalar } from './yamlPositions';

/** What parsing needs to know beside the text. */
export interface SloFileContext {
  readonly sources: readonly KnownSource[];
  /** As the annotation names the file; diagnostics carry it. */
  readonly file?: string | null;
  /** Documents of the service's other files, for references by name. */
  readonly others?: readonly unknown[];
  /** Names of SLOs that the service's earlier files define. */
  readonly taken?: ReadonlySet<string>;
}

/** Finds what is wrong with a query without asking anybody: `SliSource.check` of the source it names. */
export type QueryCheck = (
  query: SloQuery,
  role: QueryRole,
  indicator: Indicator,
) => readonly SliQueryProblem[];

/** The SLOs of a file that are right, and what is wrong with the others; in the order of the file. */
export interface ParsedSloFile {
  readonly slos: Slo[];
  readonly diagnostics: SloDiagnosticItem[];
}

/** A problem at an offset of the text. */
type Located = Pick<
  SloDiagnosticItem,
  'severity' | 'code' | 'message' | 'path'
> & {
  readonly offset: number;
};

/** Codes that are about the name of a member rather than its value. */
const ON_KEY: readonly string[] = ['member-unknown', 'option-unknown'];

function locateDiagnostic(
  { severity, code, message, document, path }: SloDiagnostic,
  documents: readonly ReadDocument[],
): Located {
  const at = documents[document];
  const { offset } = locate(at.document, at.root, path, ON_KEY.includes(code));
  return {
    severity,
    code,
    message,
    path: pathText(path),
    offset: at.base + offset,
  };
}

function queryOf({ objective, role }: SloQueryPlace): SloQuery | undefined {
  const { sli } = objective.indicator;
  if (sli.kind !== 'ratio') return sli.query;
  return role === 'good' || role === 'bad' ? sli[role] : sli.total;
}

function locateProblem(
  problem: SliQueryProblem,
  place: SloQueryPlace,
  written: unknown,
  { text, yaml }: { readonly text: string; readonly yaml: ReadYaml },
): Located {
  const { severity, code, message, member, offset } = problem;
  const { document, root, base } = yaml.documents[place.document];
  const found = [[...place.path, member], place.path]
    .map(path => ({ path, ...locate(document, root, path) }))
    .find(({ node }) => node);
  const path = found?.path ?? place.path;
  const at = found ?? locate(document, root, place.path);
  const exact =
    offset !== undefined &&
    typeof written === 'string' &&
    isScalar(at.node) &&
    at.node.value === written;
  return {
    severity,
    code,
    message,
    path: pathText(path),
    offset: exact
      ? offsetInScalar(text, base + at.offset, written, offset)
      : base + at.offset,
  };
}

/** A check that looks at a query once, however many objectives and SLOs refer to it. */
function once(check: QueryCheck): QueryCheck {
  const known = new Map<SloQuery, Map<string, readonly SliQueryProblem[]>>();
  return (query, role, indicator) => {
    const { sli, ...rest } = indicator;
    const { kind, ...about } = sli;
    const parts = Object.entries(about).filter(
      ([, value]) => typeof value !== 'object',
    );
    const key = JSON.stringify([role, kind, parts, rest]);
    const ofQuery = known.get(query) ?? new Map();
    known.set(query, ofQuery);
    const problems = ofQuery.get(key) ?? check(query, role, indicator);
    ofQuery.set(key, problems);
    return problems;
  };
}

function checkQueries(
  { queries }: CompiledSloFile,
  check: QueryCheck,
  source: { readonly text: string; readonly yaml: ReadYaml },
): { readonly found: Located[]; readonly wrong: ReadonlySet<string> } {
  const wrong = new Set<string>();
  const found = queries.flatMap(place => {
    const query = queryOf(place);
    if (!query) return [];
    const problems = check(query, place.role, place.objective.indicator);
    if (problems.some(({ severity }) => severity === 'error')) {
      wrong.add(place.slo);
    }
    return problems.map(problem =>
      locateProblem(problem, place, query.spec[problem.member], source),
    );
  });
  return { found, wrong };
}

function present(
  located: readonly Located[],
  file: string | null,
  { lines }: ReadYaml,
): SloDiagnosticItem[] {
  const items = [...located]
    .sort((one, other) => one.offset - other.offset)
    .map(({ offset, ...item }): SloDiagnosticItem => {
      const { line, col } = lines.linePos(offset);
      return {
        ...item,
        file,
        line: Math.max(1, line),
        column: Math.max(1, col),
      };
    });
  // Objectives that share a query share what is wrong with it.
  return [...new Map(items.map(each => [JSON.stringify(each), each])).values()];
}

/**
 * Reads the SLOs of one file.
 *
 * @param text - YAML or JSON, one or several documents; OpenSLO v1 or the short form
 * @param check - asked about every query; an SLO with a wrong query is left out
 */
export function parseSloFile(
  text: string,
  context: SloFileContext,
  check: QueryCheck = () => [],
): ParsedSloFile {
  const yaml = readYaml(text);
  const { file = null, ...compileContext } = context;
  const compiled = compileSlos(
    yaml.documents.map(({ value }) => value),
    compileContext,
  );
  const { found, wrong } = checkQueries(compiled, once(check), {
    text,
    yaml,
  });
  const located = [
    ...yaml.problems.map(each => ({ ...each, path: '' })),
    ...compiled.diagnostics.map(each => locateDiagnostic(each, yaml.documents)),
    ...found,
  ];
  return {
    slos: compiled.slos.filter(({ name }) => !wrong.has(name)),
    diagnostics: present(located, file, yaml),
  };
}

/** The documents of a file as plain data, for references from the service's other files. */
export const readSloDocuments = (text: string): unknown[] =>
  readYaml(text).documents.map(({ value }) => value);
