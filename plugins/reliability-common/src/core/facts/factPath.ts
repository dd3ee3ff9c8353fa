import type { ASTNode } from '@marcbachmann/cel-js';
import { ANY, segmentsOf } from './factKey';
import { FactDefinition } from './facts';

/** A fact as an expression names it: root first, map keys as plain segments. @public */
export interface FactPath {
  readonly segments: readonly string[];
  /** As a person would write it, for instance `facts["ci/coverage"]`. */
  readonly text: string;
  /** Offset in the expression, for messages. */
  readonly start: number;
  /** The expression only asks whether it is there, so its absence is an answer. */
  readonly tested?: true;
}

const plainName = /^[A-Za-z_][A-Za-z0-9_]*$/;

function printPath(segments: readonly string[]): string {
  return segments.reduce((text, segment, index) => {
    if (index === 0) return segment;
    return plainName.test(segment)
      ? `${text}.${segment}`
      : `${text}[${JSON.stringify(segment)}]`;
  }, '');
}

const literalString = (node: ASTNode): string | undefined =>
  node.op === 'value' && typeof node.args === 'string' ? node.args : undefined;

/** The segments of `a.b["c"]`, or undefined where the node is anything else. */
function chain(node: ASTNode): string[] | undefined {
  if (node.op === 'id') return [node.args];
  if (node.op === '.') {
    const [object, name] = node.args;
    const head = chain(object);
    return head && [...head, name];
  }
  if (node.op === '[]') {
    const [object, index] = node.args;
    const head = chain(object);
    const key = literalString(index);
    return head && key !== undefined ? [...head, key] : undefined;
  }
  return undefined;
}

function children(node: ASTNode): ASTNode[] {
  const isNode = (value: unknown): value is ASTNode =>
    typeof value === 'object' && value !== null && 'op' in value;
  const flat = (value: unknown): ASTNode[] => {
    if (isNode(value)) return [value];
    return Array.isArray(value) ? value.flatMap(flat) : [];
  };
  return flat(node.args);
}

/** Every operator and function name below a node. */
export function operatorsOf(node: ASTNode): Set<string> {
  const names = new Set<string>([node.op]);
  if (node.op === 'call' || node.op === 'rcall') names.add(node.args[0]);
  for (const child of children(node)) {
    operatorsOf(child).forEach(name => names.add(name));
  }
  return names;
}

/** What `has(a.b)` or `"b" in a` ask for, the latter where `a` is a map. */
function testedBy(
  node: ASTNode,
  maps: ReadonlySet<string>,
): Omit<FactPath, 'text'> | undefined {
  if (node.op === 'call') {
    const [name, [argument]] = node.args;
    const segments = name === 'has' ? chain(argument) : undefined;
    return segments && { segments, start: argument.range.start, tested: true };
  }
  if (node.op !== 'in') return undefined;
  const [left, right] = node.args;
  const key = literalString(left);
  const map = chain(right);
  return key !== undefined && map && maps.has(map.join('.'))
    ? { segments: [...map, key], start: node.range.start, tested: true }
    : undefined;
}

/** The maps of a catalogue: those whose members are documented, and those of which any may be there. */
function mapsOf(catalogue: readonly FactDefinition[]): Set<string> {
  const maps = catalogue.flatMap(({ key, type }) => {
    if (type.startsWith('map')) return [key];
    const segments = segmentsOf(key);
    const any = segments.indexOf(ANY);
    return any < 0 ? [] : [segments.slice(0, any).join('.')];
  });
  return new Set(maps);
}

/**
 * The facts that an expression reads, without evaluating it. `"x" in entity.annotations` reads the
 * member `x`, so that a result shows one value and not the whole map.
 */
export function factPathsOf(
  root: ASTNode,
  catalogue: readonly FactDefinition[],
): FactPath[] {
  const roots = new Set(catalogue.map(fact => segmentsOf(fact.key)[0]));
  const maps = mapsOf(catalogue);
  const found = new Map<string, FactPath>();
  const add = (path: Omit<FactPath, 'text'>) => {
    const text = printPath(path.segments);
    const earlier = found.get(text);
    if (!earlier || (earlier.tested && !path.tested)) {
      found.set(text, { ...path, text });
    }
  };
  const visit = (node: ASTNode): void => {
    const segments = chain(node);
    const path = segments
      ? { segments, start: node.range.start }
      : testedBy(node, maps);
    if (!path) children(node).forEach(visit);
    else if (roots.has(path.segments[0])) add(path);
  };
  visit(root);
  return [...found.values()];
}

/** Whether the catalogue documents the path, or a map or group that holds it. */
export function isKnownPath(
  path: FactPath,
  catalogue: readonly FactDefinition[],
): boolean {
  const { segments } = path;
  return catalogue.some(({ key, type }) => {
    const documented = segmentsOf(key);
    const agree = documented.every(
      (name, index) =>
        index >= segments.length || name === ANY || name === segments[index],
    );
    return (
      agree && (segments.length <= documented.length || type.startsWith('map'))
    );
  });
}

/** A text that an expression compares a fact with. @public */
export interface ComparedText {
  readonly text: string;
  /** Offset in the expression, for messages. */
  readonly start: number;
}

/** The texts that an expression compares a fact with by `==`, `!=` or `in [...]`. */
export function textsComparedWith(root: ASTNode, fact: string): ComparedText[] {
  const isFact = (node: ASTNode) => chain(node)?.join('.') === fact;
  const textsOf = (nodes: readonly ASTNode[]) =>
    nodes.flatMap(node => {
      const text = literalString(node);
      return text === undefined ? [] : [{ text, start: node.range.start }];
    });
  const visit = (node: ASTNode): ComparedText[] => {
    if (node.op === '==' || node.op === '!=') {
      if (node.args.some(isFact)) return textsOf(node.args);
    }
    if (node.op === 'in' && isFact(node.args[0])) {
      return textsOf(children(node.args[1]));
    }
    return children(node).flatMap(visit);
  };
  return visit(root);
}
