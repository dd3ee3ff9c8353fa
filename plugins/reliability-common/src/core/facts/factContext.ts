import { ExpressionContext, plainValue, valueAt } from './expression';
import { FactPath } from './factPath';
import { ANY, segmentsOf } from './factKey';
import { FactDefinition, FactGroup, Facts, FactValue, isStale } from './facts';

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

/** The facts of a tier are the same object for all its services: they are converted once. */
const converted = new WeakMap<Values, Members>();

/** Converts what lies at a path, from its `depth` on; `parent` is a copy already. */
function convert(
  parent: Members,
  path: readonly string[],
  depth: number,
  copies: Set<unknown>,
): void {
  const name = path[depth];
  if (name === ANY) {
    for (const key of Object.keys(parent)) {
      convert(parent, [key, ...path.slice(depth + 1)], 0, copies);
    }
    return;
  }
  const value = parent[name];
  if (depth === path.length - 1) {
    if (typeof value === 'number') parent[name] = BigInt(Math.trunc(value));
    else if (Array.isArray(value)) parent[name] = value.map(BigInt);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  let child = value as Members;
  if (!copies.has(child)) {
    child = { ...child };
    copies.add(child);
    parent[name] = child;
  }
  convert(child, path, depth + 1, copies);
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
  const known = converted.get(values);
  if (known) return known;
  const result: Members = { ...values };
  const copies = new Set<unknown>();
  for (const path of paths) convert(result, path, 0, copies);
  converted.set(values, result);
  return result;
}

/** Whether a group of the path's root has the member that the path begins with. */
const holds = (group: FactGroup, path: FactPath) =>
  path.segments.length === 1 || Object.hasOwn(group.values, path.segments[1]);

/** The integer facts of a catalogue. @public */
export function integerFacts(
  catalogue: readonly FactDefinition[],
): IntegerFacts {
  const facts: Record<string, string[][]> = {};
  for (const { key, type } of catalogue) {
    if (type === 'int' || type === 'list<int>') {
      const [root, ...path] = segmentsOf(key);
      (facts[root] ??= []).push(path);
    }
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
  for (const root of roots) values[root] = {};
  const groups = new Map<string, FactGroup[]>();
  for (const group of facts) {
    const { root } = group;
    const sameRoot = groups.get(root);
    if (sameRoot) sameRoot.push(group);
    else groups.set(root, [group]);
    if (!isStale(group, now)) {
      Object.assign(
        (values[root] ??= {}) as Members,
        withIntegers(group.values, integers[root]),
      );
    }
  }

  const observe = (path: FactPath): ObservedFact => {
    const known = valueAt(values, path);
    const group = groups
      .get(path.segments[0])
      ?.find(
        candidate =>
          holds(candidate, path) &&
          isStale(candidate, now) === (known === undefined),
      );
    if (known !== undefined) {
      return {
        state: 'known',
        value: abridged(plainValue(known)),
        at: group?.at,
        source: group?.source,
      };
    }
    if (!group) return { state: 'absent' };
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
