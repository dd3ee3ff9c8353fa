import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const root = path.resolve(__dirname, '../..');

/** A file of the repository; the path is relative to its root, with forward slashes. */
export interface Source {
  path: string;
  text: string;
}

/** A rule over one file at a time. Its examples prove that it can fail, and that it does not always. */
export interface Rule {
  name: string;
  appliesTo(file: string): boolean;
  check(source: Source): Finding[];
  bad: Source[];
  good: Source[];
}

export interface Finding {
  line: number;
  message: string;
}

const IGNORED = new Set(['.git', 'node_modules', 'dist', 'dist-types']);

function walk(folder: string): string[] {
  return fs
    .readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter(entry => !IGNORED.has(entry.name))
    .flatMap(entry => {
      const file = path.posix.join(folder, entry.name);
      return entry.isDirectory() ? walk(file) : [file];
    });
}

/** What git tracks or would track; in a copy without git, everything outside the known build folders. */
export function repositoryFiles(): string[] {
  try {
    const listed = execFileSync(
      'git',
      ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
      { cwd: root, stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 },
    );
    return listed
      .toString()
      .split('\0')
      .filter(file => file && fs.existsSync(path.join(root, file)));
  } catch {
    return walk('');
  }
}

/** Reads a text file; undefined for a binary one. */
export function readSource(file: string): Source | undefined {
  const content = fs.readFileSync(path.join(root, file));
  return content.includes(0)
    ? undefined
    : { path: file, text: content.toString('utf8') };
}

export const isTest = (file: string) =>
  /\.test\.[cm]?[jt]sx?$|\/(setupTests|testUtils|__testUtils__|__fixtures__)\b/.test(
    file,
  );

export const isScript = (file: string) => /\.[cm]?[jt]sx?$/.test(file);

const parsed = new WeakMap<Source, ts.SourceFile>();

export function parse(source: Source): ts.SourceFile {
  let file = parsed.get(source);
  if (!file) {
    const kind = /x$/.test(source.path) ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    file = ts.createSourceFile(
      source.path,
      source.text,
      ts.ScriptTarget.Latest,
      true,
      kind,
    );
    parsed.set(source, file);
  }
  return file;
}

/** Collects what `pick` says about each node of the file. */
export function findNodes(
  source: Source,
  pick: (node: ts.Node) => string | undefined,
): Finding[] {
  const file = parse(source);
  const findings: Finding[] = [];
  const visit = (node: ts.Node) => {
    const message = pick(node);
    if (message) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      findings.push({ line: line + 1, message });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return findings;
}

/** Collects one finding for each line that matches. */
export function findLines(
  source: Source,
  pattern: RegExp,
  message: string,
): Finding[] {
  return source.text
    .split('\n')
    .flatMap((text, index) =>
      pattern.test(text) ? [{ line: index + 1, message }] : [],
    );
}
