import { ExpressionContext, plainValue, valueAt } from './expression';
import { FactPath } from './factPath';
import { ANY, segmentsOf } from './factKey';
import { FactDefinition, FactGroup, Facts, FactValue, isStale } from './facts';
import { conversionsOf } from './sharedValues';

/** A fact as a report keeps it. `state` tells a value that was never there from one that is too old. @public */
export interface ObservedFact {
  readonly state: 'known' | 'stale' | 'absent';
  /** The last value, also where it is stale. */
  readonly value?: FactValue;
  /** When the source observed it; milliseconds since the epoch. */
  readonly at?: number;
  readonly source?: string;
}

/** The facts of one service at one time, ready for expressions. @public */
export interface FactContext {
  readonly values: ExpressionContext;
  observe(path: FactPath): ObservedFact;
}

const ABSENT: ObservedFact = { state: 'absent' };

/** Long texts and big maps are cut in reports: a report explains an outcome, it is no archive. */
const MAX_TEXT = 200;
const MAX_MEMBERS = 20;

function abridged(value: FactValue): FactValue {
  if (typeof value === 'string') {
    return value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}…` : value;
  }
  if (Array.isArray(value)) {
    return value.slice(0, MAX_MEMBERS).map(abridged);
  }
  if (typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value)
        .slice(0, MAX_MEMBERS)
        .map(([key, member]) => [key, abridged(member)]),
    );
  }
  return value;
}

type Members = { [key: string]: unknown };

/** The integer facts below each root, as segments without the root. @public */
export type IntegerFacts = Readonly<Record<string, readonly string[][]>>;

type Values = FactGroup['values'];

/** What a root holds before any fact. */
const NOTHING: Members = {};

/** Where integers lie below a root: paths with their common beginnings put together. */
interface IntegerTree {
  readonly isInteger: boolean;
  readonly members: ReadonlyMap<string, IntegerTree>;
  /** Of every member. */
  readonly any?: IntegerTree;
}

function treeOf(paths: readonly (readonly string[])[]): IntegerTree {
  const below = new Map<string, (readonly string[])[]>();
  for (const [name, ...rest] of paths.filter(path => path.length > 0)) {
    below.set(name, [...(below.get(name) ?? []), rest]);
  }
  const trees = [...below].map(([name, rest]) => [name, treeOf(rest)] as const);
  return {
    isInteger: paths.some(path => path.length === 0),
    members: new Map(trees.filter(([name]) => name !== ANY)),
    any: trees.find(([name]) => name === ANY)?.[1],
  };
}

const trees = new WeakMap<readonly string[][], IntegerTree>();

/** The tree of paths that are used for every service. */
function knownTreeOf(paths: readonly string[][]): IntegerTree {
  const tree = trees.get(paths) ?? treeOf(paths);
  trees.set(paths, tree);
  return tree;
}

/** A value with its integers converted; what holds none is not copied. */
function convert(value: unknown, tree: IntegerTree): unknown {
  if (tree.isInteger) {
    if (typeof value === 'number') return BigInt(Math.trunc(value));
    if (Array.isArray(value)) return value.map(BigInt);
  }
  if (typeof value !== 'object' || value === null) return value;
  const result: Members = { ...value };
  if (tree.any) {
    for (const name of Object.keys(result)) {
      result[name] = convert(result[name], tree.any);
    }
  }
  for (const [name, member] of tree.members) {
    const before = result[name];
    if (before !== undefined) result[name] = convert(before, member);
  }
  return result;
}

/**
 * CEL knows integers apart from doubles; JSON does not. Copies only the objects in which a number changes:
 * most of a service's facts are annotations, and ten thousand copies of them are felt.
 */
function withIntegers(
  values: Values,
  paths: readonly string[][] | undefined,
): Members {
  if (!paths) return values;
  const conversions = conversionsOf(values);
  const known = conversions?.get(paths);
  if (known) return known;
  const result = convert(values, knownTreeOf(paths)) as Members;
  conversions?.set(paths, result);
  return result;
}

/** Whether a group has the path's root, and the member that the path begins with. */
const holds = (group: FactGroup, { segments }: FactPath) =>
  group.root === segments[0] &&
  (segments.length === 1 || Object.hasOwn(group.values, segments[1]));

/** Whether one of two paths leads to the other. */
const meet = (a: readonly string[], b: readonly string[]) =>
  a.every(
    (name, index) =>
      index >= b.length ||
      name === b[index] ||
      name === ANY ||
      b[index] === ANY,
  );

/**
 * The integer facts of a catalogue.
 *
 * @param read - what the expressions read for which the facts are converted; absent: anything
 * @public
 */
export function integerFacts(
  catalogue: readonly FactDefinition[],
  read?: readonly Pick<FactPath, 'segments'>[],
): IntegerFacts {
  const facts: Record<string, string[][]> = {};
  for (const { key, type } of catalogue) {
    if (type !== 'int' && type !== 'list<int>') continue;
    const segments = segmentsOf(key);
    if (read && !read.some(path => meet(path.segments, segments))) continue;
    const [root, ...path] = segments;
    (facts[root] ??= []).push(path);
  }
  return facts;
}

/** The roots of a catalogue that are there although they may hold nothing. @public */
export function emptyRoots(catalogue: readonly FactDefinition[]): string[] {
  const open = catalogue
    .map(({ key }) => segmentsOf(key))
    .filter(([, member]) => member === undefined || member === ANY)
    .map(([root]) => root);
  return [...new Set(open)];
}

/**
 * Builds the context in which a scorecard's expressions run. Stale groups are left out, so that what
 * rests on them is unknown, even whether they hold it; `observe` still tells their last values.
 *
 * @public
 */
export function createFactContext(
  facts: Facts,
  integers: IntegerFacts,
  roots: readonly string[],
  now: number,
): FactContext {
  const values: Members = {};
  for (const root of roots) values[root] = NOTHING;
  /** Roots of several groups, which are put together in a copy. */
  let copied: Set<string> | undefined;
  for (const group of facts) {
    const { root } = group;
    if (!isStale(group, now)) {
      const members = withIntegers(group.values, integers[root]);
      const before = (values[root] ?? NOTHING) as Members;
      if (before === NOTHING) {
        values[root] = members;
      } else if (copied?.has(root)) {
        Object.assign(before, members);
      } else {
        values[root] = Object.assign({}, before, members);
        (copied ??= new Set()).add(root);
      }
    }
  }

  const groupOf = (path: FactPath, stale: boolean): FactGroup | undefined => {
    for (const group of facts) {
      if (holds(group, path) && isStale(group, now) === stale) return group;
    }
    return undefined;
  };

  const observe = (path: FactPath): ObservedFact => {
    const known = valueAt(values, path);
    const group = groupOf(path, known === undefined);
    if (known !== undefined) {
      return {
        state: 'known',
        value: abridged(plainValue(known)),
        at: group?.at,
        source: group?.source,
      };
    }
    if (!group) return ABSENT;
    // What a stale source did not hold is as uncertain as what it did: it is not known to be absent.
    const last = valueAt({ [group.root]: group.values }, path);
    return {
      state: 'stale',
      ...(last !== undefined && { value: abridged(plainValue(last)) }),
      at: group.at,
      source: group.source,
    };
  };
  return { values, observe };
}
