/** Why no work on its checks lifts a service to the goal. @public */
export interface PathObstacle {
  /** No check of the level applies; or the level asks for a score and nothing counts. */
  readonly kind: 'nothing-applies' | 'no-score';
  /** Index of the level. */
  readonly level: number;
}

/** What it takes to lift one service to the goal. @public */
export interface ServicePath {
  readonly entityRef: string;
  readonly owner?: string;
  readonly state: 'reached' | 'reachable' | 'unreachable';
  /** Ids of checks that fail and must pass. */
  readonly fix: readonly string[];
  /** Ids of checks that must become known and pass: finding data is work of another kind. */
  readonly learn: readonly string[];
  readonly obstacle?: PathObstacle;
}

/** How often a check is part of the work. @public */
export interface PathStep {
  readonly check: string;
  /** Services that fail it. */
  readonly fix: number;
  /** Services of which nothing is known about it. */
  readonly learn: number;
  /** Services for which it is the only step. */
  readonly last: number;
}

/** The work of one owner. @public */
export interface PathShare {
  readonly owner?: string;
  /** Services below the goal. */
  readonly services: number;
  readonly unreachable: number;
  readonly fix: number;
  readonly learn: number;
}

/** How often each check is part of the work, most services first. */
export function sumByCheck(paths: readonly ServicePath[]): PathStep[] {
  const sums = new Map<string, { fix: number; learn: number; last: number }>();
  for (const { fix, learn } of paths) {
    const last = fix.length + learn.length === 1 ? 1 : 0;
    for (const kind of ['fix', 'learn'] as const) {
      for (const check of kind === 'fix' ? fix : learn) {
        const sum = sums.get(check) ?? { fix: 0, learn: 0, last: 0 };
        sums.set(check, sum);
        sum[kind] += 1;
        sum.last += last;
      }
    }
  }
  return [...sums]
    .map(([check, sum]) => ({ check, ...sum }))
    .sort((a, b) => b.fix + b.learn - (a.fix + a.learn) || b.last - a.last);
}

/** The work of each owner, most work first. */
export function sumByOwner(paths: readonly ServicePath[]): PathShare[] {
  const sums = new Map<
    string | undefined,
    { services: number; unreachable: number; fix: number; learn: number }
  >();
  for (const { owner, state, fix, learn } of paths) {
    if (state === 'reached') continue;
    const sum = sums.get(owner) ?? {
      services: 0,
      unreachable: 0,
      fix: 0,
      learn: 0,
    };
    sums.set(owner, sum);
    sum.services += 1;
    if (state === 'unreachable') sum.unreachable += 1;
    sum.fix += fix.length;
    sum.learn += learn.length;
  }
  return [...sums]
    .map(([owner, sum]) => ({ ...(owner !== undefined && { owner }), ...sum }))
    .sort(
      (a, b) => b.fix + b.learn - (a.fix + a.learn) || b.services - a.services,
    );
}
