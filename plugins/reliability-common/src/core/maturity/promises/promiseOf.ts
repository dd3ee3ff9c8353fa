/** What one hard dependency brings into the product. @public */
export interface DependencyTarget {
  readonly entityRef: string;
  /** Its highest SLO target in parts per million; null: no SLO is known. */
  readonly target: number | null;
}

/** What a service promises. @public */
export interface PromiseInput {
  /** Its highest SLO target in parts per million; null: it has no SLO. */
  readonly ownTarget: number | null;
  /** What the contract of its tier asks, in parts per million; null: nothing. */
  readonly tierTarget: number | null;
  /** Direct hard dependencies; one that is named twice counts once. */
  readonly dependencies: readonly DependencyTarget[];
}

/** A promise against what the dependencies allow; targets are in parts per million. @public */
export interface PromiseStanding {
  readonly verdict: 'broken' | 'tight' | 'unknown' | 'kept';
  /** Why nothing can be said; null where something can. */
  readonly unknown:
    | 'no-promise'
    | 'no-dependencies'
    | 'dependency-without-slo'
    | null;
  readonly promised: number | null;
  readonly promisedBy: 'slo' | 'tier' | null;
  /** null: no dependency has an SLO. */
  readonly allowed: number | null;
  /** null: it has no SLO of its own, or no dependency has one. */
  readonly reachable: number | null;
  readonly upperBound: boolean;
}

const MILLION = 1_000_000;

/** More of the promised downtime than this for dependencies leaves too little for the service itself. */
const TIGHT_SHARE = 0.5;

/** Exact enough that a product of targets is not rounded below itself. */
const roundedDown = (share: number) => Math.floor(share * MILLION + 1e-6);

function promiseIn({ ownTarget, tierTarget }: PromiseInput) {
  if (ownTarget !== null) {
    return { promised: ownTarget, promisedBy: 'slo' as const };
  }
  return {
    promised: tierTarget,
    promisedBy: tierTarget === null ? null : ('tier' as const),
  };
}

function judge(
  input: { promised: number | null; product: number; unknowns: number },
  known: number,
): Pick<PromiseStanding, 'verdict' | 'unknown'> {
  const { promised, product, unknowns } = input;
  const unknown = (why: PromiseStanding['unknown']) =>
    ({ verdict: 'unknown', unknown: why } as const);
  if (promised === null) return unknown('no-promise');
  if (known + unknowns === 0) return unknown('no-dependencies');
  const share = promised / MILLION;
  // A bound that is too low is too low, whatever else there is.
  if (known > 0 && product < share - 1e-12) {
    return { verdict: 'broken', unknown: null };
  }
  if (unknowns > 0) return unknown('dependency-without-slo');
  const isTight = 1 - product > TIGHT_SHARE * (1 - share) + 1e-12;
  return { verdict: isTight ? 'tight' : 'kept', unknown: null };
}

/**
 * Whether a service can keep what it promises. Promised is its highest SLO target, or else what the contract of
 * its tier asks. Allowed is the product of the highest SLO targets of its direct hard dependencies, each once, as
 * if their failures had nothing to do with each other and each just met its target: what those in turn depend on
 * is their own promise. Reachable is that times the own target.
 *
 * Broken: allowed is below promised. Tight: the dependencies may use more than half of the promised downtime.
 * Kept: neither. A dependency without an SLO makes the product an upper bound: it can show that a promise is
 * broken, and never that it is kept. Without a known dependency nothing can be said.
 *
 * @public
 */
export function promiseOf(input: PromiseInput): PromiseStanding {
  const { promised, promisedBy } = promiseIn(input);
  const targets = new Map(
    input.dependencies.map(({ entityRef, target }) => [entityRef, target]),
  );
  const known = [...targets.values()].flatMap(target => target ?? []);
  const unknowns = targets.size - known.length;
  const product = known.reduce((part, target) => (part * target) / MILLION, 1);
  const hasOwn = known.length > 0 && input.ownTarget !== null;
  return {
    ...judge({ promised, product, unknowns }, known.length),
    promised,
    promisedBy,
    allowed: known.length > 0 ? roundedDown(product) : null,
    reachable: hasOwn
      ? roundedDown((product * input.ownTarget!) / MILLION)
      : null,
    upperBound: unknowns > 0,
  };
}
