/** What a fact may hold. Maps and lists hold plain values only. @public */
export type FactValue =
  | string
  | number
  | boolean
  | readonly FactValue[]
  | { readonly [key: string]: FactValue };

/**
 * Facts that one source reported at one time. `root` is the name under which checks see them
 * (`entity`, `tier`, `facts` …), `values` the nested members below it.
 *
 * @public
 */
export interface FactGroup {
  readonly root: string;
  readonly source: string;
  /** When the source observed the values; milliseconds since the epoch. */
  readonly at: number;
  /** From this time on the values are stale and count as unknown; absent: never. */
  readonly expiresAt?: number;
  readonly values: { readonly [key: string]: FactValue };
}

/** Everything known about one service. A fact that is in no group is absent. @public */
export type Facts = readonly FactGroup[];

/** The types of a fact, in the words of CEL. `dyn` is for pushed facts. @public */
export type FactType =
  | 'string'
  | 'int'
  | 'double'
  | 'bool'
  | 'list<string>'
  | 'list<int>'
  | 'map<string, string>'
  | 'map<string, dyn>';

/** One documented fact. @public */
export interface FactDefinition {
  /** Path as a check writes it, for instance `entity.links.runbook`; `["<…>"]` stands for any key of a map. */
  readonly key: string;
  readonly type: FactType;
  readonly unit?: string;
  /** Which source reports it. */
  readonly source: string;
  /** ISO 8601 duration after which a value that was not confirmed is stale; absent: never. */
  readonly ttl?: string;
  readonly description: string;
}

/** Whether the facts of a group may still be used. @public */
export function isStale(group: Pick<FactGroup, 'expiresAt'>, now: number) {
  return group.expiresAt !== undefined && group.expiresAt <= now;
}
