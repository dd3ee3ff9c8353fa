import { ExpressionContext, plainValue, valueAt } from './expression';
import { FactPath } from './factPath';
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

/** The facts of one service at one time, ready for expressions. */
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

/** CEL knows integers apart from doubles; JSON does not. Converts in place. */
function makeIntegers(context: Members, paths: readonly string[][]): void {
  for (const path of paths) {
    const parent = path
      .slice(0, -1)
      .reduce<unknown>((node, key) => (node as Members)?.[key], context);
    const last = path[path.length - 1];
    const value = (parent as Members | undefined)?.[last];
    if (typeof value === 'number') {
      (parent as Members)[last] = BigInt(Math.trunc(value));
    } else if (Array.isArray(value)) {
      (parent as Members)[last] = value.map(BigInt);
    }
  }
}

function copy(value: FactValue): unknown {
  return typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value).map(([key, member]) => [key, copy(member)]),
      )
    : value;
}

const holds = (group: FactGroup, path: FactPath) =>
  group.root === path.segments[0] &&
  (path.segments.length === 1 || Object.hasOwn(group.values, path.segments[1]));

/** The paths of all integer facts of a catalogue, as segments. */
export function integerPaths(catalogue: readonly FactDefinition[]): string[][] {
  return catalogue
    .filter(fact => fact.type === 'int' || fact.type === 'list<int>')
    .map(fact => fact.key.split('.'));
}

/**
 * Builds the context in which a scorecard's expressions run. Stale groups are left out, so that what
 * rests on them is unknown; `observe` still tells their last values.
 */
export function createFactContext(
  facts: Facts,
  integers: readonly string[][],
  roots: readonly string[],
  now: number,
): FactContext {
  const values: Members = Object.fromEntries(roots.map(root => [root, {}]));
  for (const group of facts) {
    if (!isStale(group, now)) {
      Object.assign(
        (values[group.root] ??= {}) as Members,
        copy(group.values) as Members,
      );
    }
  }
  makeIntegers(values, integers);

  const observe = (path: FactPath): ObservedFact => {
    const known = valueAt(values, path);
    const group = facts.find(
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
    const last = group && valueAt({ [group.root]: group.values }, path);
    return group && last !== undefined
      ? {
          state: 'stale',
          value: abridged(plainValue(last)),
          at: group.at,
          source: group.source,
        }
      : { state: 'absent' };
  };
  return { values, observe };
}
