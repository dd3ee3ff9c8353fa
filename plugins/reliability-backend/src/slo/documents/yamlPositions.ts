import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Document,
  Node,
  Pair,
} from 'yaml';

/** A place in a text; offset from 0. */
export interface Found {
  readonly offset: number;
  /** What is there, where something is. */
  readonly node?: Node;
}

type Path = readonly (string | number)[];

const startOf = (node: unknown): number | undefined =>
  (node as Node | undefined)?.range?.[0];

function resolved(node: unknown, document: Document): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

function pairOf(node: unknown, key: string | number): Pair | undefined {
  if (!isMap(node)) return undefined;
  return node.items.find(
    item =>
      isPair(item) &&
      isScalar(item.key) &&
      String(item.key.value) === String(key),
  );
}

/** What is at one member or index. */
function step(holder: unknown, key: string | number): Found | undefined {
  if (isSeq(holder)) {
    const node = holder.items[Number(key)] as Node | undefined;
    const offset = startOf(node);
    return offset === undefined ? undefined : { offset, node };
  }
  const pair = pairOf(holder, key);
  const offset = startOf(pair?.key);
  if (!pair || offset === undefined) return undefined;
  return { offset, node: (pair.value ?? undefined) as Node | undefined };
}

/**
 * Where a path leads to: the value where that is on one line, the key where it holds more; of a path that
 * leads nowhere the place of what should hold it.
 *
 * @param onKey - the key in any case
 */
export function locate(
  document: Document,
  root: Node | null,
  path: Path,
  onKey = false,
): Found {
  let found: Found = { offset: startOf(root) ?? 0, node: root ?? undefined };
  for (const key of path) {
    const next = step(resolved(found.node, document), key);
    if (!next) return { offset: found.offset };
    found = next;
  }
  const value = startOf(found.node);
  const shown =
    !onKey && isScalar(found.node) && found.node.value !== null && value;
  return typeof shown === 'number' ? { ...found, offset: shown } : found;
}

/** How many characters of the source make the next one of the value, and whether that is white space. */
function nextCharacter(
  source: string,
  at: number,
  quote: string,
): { readonly length: number; readonly white: boolean } {
  const character = source[at];
  if (quote === '"' && character === '\\') {
    const sort = source[at + 1];
    const digits = { x: 2, u: 4, U: 8 }[sort] ?? 0;
    return { length: 2 + digits, white: /[nrtbfve0aNLP_\s]/.test(sort) };
  }
  if (quote === "'" && source.startsWith("''", at)) {
    return { length: 2, white: false };
  }
  return { length: 1, white: /\s/.test(character) };
}

/** Where the characters of a scalar begin: behind its quote, or the line of `|` and `>`. */
function bodyOf(source: string, start: number): { at: number; quote: string } {
  const first = source[start];
  if (first === '"' || first === "'") return { at: start + 1, quote: first };
  if (first === '|' || first === '>') {
    return { at: source.indexOf('\n', start) + 1, quote: '' };
  }
  return { at: start, quote: '' };
}

/**
 * Where a character of a scalar's value is written. White space is not counted, as folding, indentation and
 * line ends change it and nothing else.
 *
 * @param offset - within the value, from 0
 */
export function offsetInScalar(
  source: string,
  start: number,
  value: string,
  offset: number,
): number {
  let left = value.slice(0, offset).replace(/\s/g, '').length;
  const { at: body, quote } = bodyOf(source, start);
  let at = body;
  while (at < source.length) {
    const { length, white } = nextCharacter(source, at, quote);
    if (!white && left === 0) return at;
    if (!white) left -= 1;
    at += length;
  }
  return start;
}
