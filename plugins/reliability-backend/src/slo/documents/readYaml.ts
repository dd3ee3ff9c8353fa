import { MAX_SLO_DOCUMENT } from '@plimsoll/backstage-plugin-reliability-common';
import {
  Document,
  isSeq,
  LineCounter,
  Node,
  parseAllDocuments,
  YAMLParseError,
} from 'yaml';
import { partsOf } from './partsOf';
import { problem, TextProblem } from './textProblem';
import { repeatedMembers, toData } from './yamlData';

/** One document of a text; an item of a list at its top is a document too. */
export interface ReadDocument {
  /** Plain data; undefined where the document cannot be read. */
  readonly value: unknown;
  readonly document: Document;
  readonly root: Node | null;
  /** Where its part of the text begins: positions of nodes count from there. */
  readonly base: number;
}

/** A text as documents. */
export interface ReadYaml {
  readonly documents: readonly ReadDocument[];
  readonly problems: readonly TextProblem[];
  readonly lines: LineCounter;
}

/** After the first few mistakes a parser mostly repeats itself. */
const MOST_ERRORS = 5;
const MOST_MEMBERS = 40_000;
const MOST_DOCUMENTS = 1_000;

const tooLarge = (is: string, most: string): TextProblem =>
  problem(
    'file-too-large',
    `The file has ${is}, at most ${most} are read. Split it.`,
  );

const HINTS: Record<string, string> = {
  TAB_AS_INDENT: 'Indent with spaces, not with tabs.',
  BAD_INDENT: 'Members of one group begin in the same column.',
  MULTILINE_IMPLICIT_KEY:
    'Is a colon missing, or a quote? A text with ": " or " #" goes in quotes or below `|`.',
  BLOCK_AS_IMPLICIT_KEY: 'A text with ": " goes in quotes or below `|`.',
  UNEXPECTED_TOKEN:
    'A text that begins with a special character goes in quotes.',
};

function syntaxProblem(
  { code, message, pos }: YAMLParseError,
  base: number,
): TextProblem {
  const said = message.split('\n')[0].replace(/[.:]+$/, '');
  return problem(
    'yaml-syntax',
    `This is not YAML: ${said}. ${HINTS[code] ?? ''}`.trim(),
    base + pos[0],
  );
}

function readDocument(
  document: Document,
  base: number,
  problems: TextProblem[],
): ReadDocument[] {
  const root = document.contents as Node | null;
  const errors = [
    ...document.errors.map(each => syntaxProblem(each, base)),
    ...repeatedMembers(document, base),
  ].slice(0, MOST_ERRORS);
  problems.push(...errors);
  const value =
    errors.length > 0 ? undefined : toData(document, base, problems);
  if (!Array.isArray(value) || !isSeq(root)) {
    return [{ value, document, root, base }];
  }
  return value.map((each, index) => ({
    value: each,
    document,
    root: (root.items[index] ?? null) as Node | null,
    base,
  }));
}

function parse(text: string): Document[] {
  const parsed = parseAllDocuments(text, {
    prettyErrors: false,
    // YAML 1.1 would make a date of `startTime` and true of `on`; a %YAML directive must not bring it back.
    schema: 'core',
    merge: true,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  return Array.isArray(parsed) ? (parsed as Document[]) : [];
}

function linesOf(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    lines.addNewLine(at + 1);
  }
  return lines;
}

/** Reads YAML or JSON, one or several documents. A document that cannot be read does not hide the others. */
export function readYaml(text: string): ReadYaml {
  const lines = linesOf(text);
  const only = (each: TextProblem): ReadYaml => ({
    documents: [],
    problems: [each],
    lines,
  });
  if (text.length > MAX_SLO_DOCUMENT) {
    return only(tooLarge(`${text.length} characters`, `${MAX_SLO_DOCUMENT}`));
  }
  if (/^\s*<(!doctype|html|\?xml)/i.test(text)) {
    return only(
      problem(
        'file-html',
        'This is a web page, not YAML or JSON. Is the address that of the file itself, and may the portal read it without signing in?',
      ),
    );
  }
  const parts = partsOf(text);
  const members = text.match(/[:,\n]/g)?.length ?? 0;
  if (members > MOST_MEMBERS || parts.length > MOST_DOCUMENTS) {
    return only(
      tooLarge(
        `${parts.length} documents with ${members} lines, colons and commas`,
        `${MOST_DOCUMENTS} with ${MOST_MEMBERS}`,
      ),
    );
  }
  try {
    const problems: TextProblem[] = [];
    const documents = parts.flatMap(({ part, base }) =>
      parse(part).flatMap(document => readDocument(document, base, problems)),
    );
    const empty = documents.every(({ value }) => value === null);
    return empty && problems.length === 0
      ? only(problem('file-empty', 'The file holds no document.'))
      : { documents, problems, lines };
  } catch {
    // Groups within groups by the thousand are more than the parser bears.
    return only(
      problem('yaml-syntax', 'The file is nested too deeply to be read.'),
    );
  }
}
