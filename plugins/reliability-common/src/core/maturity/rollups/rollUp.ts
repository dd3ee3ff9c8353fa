import { DimensionScore } from '../score';

/** A service as a rollup sees it. Scores and coverages in per mille. @public */
export interface RatedService {
  readonly entityRef: string;
  readonly tierId: string;
  /** `spec.type`; empty where there is none. */
  readonly type: string;
  /** Index of the level attained; -1 below the first. */
  readonly level: number;
  readonly score: number;
  readonly coverage: number;
  readonly dimensions: Readonly<Record<string, DimensionScore>>;
  readonly needsAttention: boolean;
  /** Enforced checks that are not applicable or exempt, and all that are enforced. */
  readonly excused: number;
  readonly checks: number;
  /** How it stood at the start of its trend; absent for a service that was not there. */
  readonly then?: {
    /** YYYY-MM-DD */
    readonly day: string;
    readonly score: number;
    /** Absent where nobody recorded it. */
    readonly coverage?: number;
  };
}

/** What a rollup is weighted by. @public */
export interface RollupOptions {
  /** By tier id; a tier that is not there weighs 1. */
  readonly weights: ReadonlyMap<string, number>;
  /** How many levels the scorecard has. */
  readonly levels: number;
}

/** A dimension over services: those of which something in it counts. @public */
export interface DimensionRollup extends DimensionScore {
  readonly services: number;
}

/** What a set of services comes to. Shares, scores and coverages in per mille, rounded down. @public */
export interface Rollup {
  readonly services: number;
  readonly score: number;
  readonly coverage: number;
  /** Levels attained of those there are; 1000 when all services are at the top. */
  readonly levelShare: number;
  /** From "no level" to the highest; `share` is of the weight. */
  readonly levels: readonly {
    readonly level: number;
    readonly count: number;
    readonly share: number;
  }[];
  readonly dimensions: Readonly<Record<string, DimensionRollup>>;
  readonly failing: number;
  readonly unknown: number;
  readonly needAttention: number;
  /** Of the services that were there then; absent where none was. */
  readonly trend?: {
    /** The earliest start among them. */
    readonly since: string;
    readonly scoreThen: number;
    readonly delta: number;
    readonly services: number;
  };
}

/** Rounds down; the epsilon is for weights like 0.1. */
const share = (part: number, whole: number, of = 1) =>
  whole === 0 ? 0 : Math.floor((of * part) / whole + 1e-9);

class DimensionTally {
  services = 0;
  failing = 0;
  unknown = 0;
  private weight = 0;
  private score = 0;
  private coverage = 0;

  add(dimension: DimensionScore, weight: number): void {
    this.services += 1;
    this.weight += weight;
    this.score += weight * dimension.score;
    this.coverage += weight * dimension.coverage;
    this.failing += dimension.failing;
    this.unknown += dimension.unknown;
  }

  addAll(other: DimensionTally): void {
    this.services += other.services;
    this.failing += other.failing;
    this.unknown += other.unknown;
    this.weight += other.weight;
    this.score += other.score;
    this.coverage += other.coverage;
  }

  total(): DimensionRollup {
    const { services, failing, unknown } = this;
    return {
      score: share(this.score, this.weight),
      coverage: share(this.coverage, this.weight),
      failing,
      unknown,
      services,
    };
  }
}

/** Adds services up, one at a time. @public */
export class RollupTally {
  private services = 0;
  private weight = 0;
  private score = 0;
  private coverage = 0;
  private attained = 0;
  private needAttention = 0;
  private readonly counts: number[];
  private readonly weightAt: number[];
  private readonly dimensions = new Map<string, DimensionTally>();
  private readonly trend = {
    services: 0,
    weight: 0,
    now: 0,
    then: 0,
    since: '',
  };

  constructor(private readonly options: RollupOptions) {
    this.counts = new Array(options.levels + 1).fill(0);
    this.weightAt = new Array(options.levels + 1).fill(0);
  }

  add(service: RatedService): void {
    const weight = this.options.weights.get(service.tierId) ?? 1;
    // A report by an older scorecard may name a level that is no more.
    const rung = Math.min(service.level, this.options.levels - 1) + 1;
    this.services += 1;
    this.weight += weight;
    this.score += weight * service.score;
    this.coverage += weight * service.coverage;
    this.attained += weight * rung;
    this.counts[rung] += 1;
    this.weightAt[rung] += weight;
    if (service.needsAttention) this.needAttention += 1;
    for (const [name, dimension] of Object.entries(service.dimensions)) {
      this.dimension(name).add(dimension, weight);
    }
    if (service.then) this.addTrend(service.score, service.then, weight);
  }

  /** Adds all services of another tally with the same options, which stays as it is. */
  addAll(other: RollupTally): void {
    this.services += other.services;
    this.weight += other.weight;
    this.score += other.score;
    this.coverage += other.coverage;
    this.attained += other.attained;
    this.needAttention += other.needAttention;
    other.counts.forEach((count, rung) => (this.counts[rung] += count));
    other.weightAt.forEach((weight, rung) => (this.weightAt[rung] += weight));
    for (const [name, dimension] of other.dimensions) {
      this.dimension(name).addAll(dimension);
    }
    const { trend } = this;
    trend.services += other.trend.services;
    trend.weight += other.trend.weight;
    trend.now += other.trend.now;
    trend.then += other.trend.then;
    this.began(other.trend.since);
  }

  total(): Rollup {
    const { weight, trend } = this;
    const dimensions = [...this.dimensions].map(
      ([name, tally]): [string, DimensionRollup] => [name, tally.total()],
    );
    const sum = (of: 'failing' | 'unknown') =>
      dimensions.reduce((total, [, dimension]) => total + dimension[of], 0);
    const scoreThen = share(trend.then, trend.weight);
    return {
      services: this.services,
      score: share(this.score, weight),
      coverage: share(this.coverage, weight),
      levelShare: share(this.attained, weight * this.options.levels, 1000),
      levels: this.counts.map((count, rung) => ({
        level: rung - 1,
        count,
        share: share(this.weightAt[rung], weight, 1000),
      })),
      dimensions: Object.fromEntries(dimensions),
      failing: sum('failing'),
      unknown: sum('unknown'),
      needAttention: this.needAttention,
      ...(trend.services > 0 && {
        trend: {
          since: trend.since,
          scoreThen,
          delta: share(trend.now, trend.weight) - scoreThen,
          services: trend.services,
        },
      }),
    };
  }

  private addTrend(
    score: number,
    then: NonNullable<RatedService['then']>,
    weight: number,
  ): void {
    const { trend } = this;
    trend.services += 1;
    trend.weight += weight;
    trend.now += weight * score;
    trend.then += weight * then.score;
    this.began(then.day);
  }

  /** @param day - empty where nothing was there */
  private began(day: string): void {
    const { trend } = this;
    if (day !== '' && (trend.since === '' || day < trend.since)) {
      trend.since = day;
    }
  }

  private dimension(name: string): DimensionTally {
    let tally = this.dimensions.get(name);
    if (!tally) this.dimensions.set(name, (tally = new DimensionTally()));
    return tally;
  }
}

/**
 * What services come to together: score = Σ weight × score ÷ Σ weight, the weight of a service being that of
 * its tier; coverage, level shares and dimensions in the same way. What is unknown earned a service
 * nothing, so it earns the whole nothing; the coverage beside the score says how much of it that is.
 * The trend compares the services that were there then with themselves, so that one that comes or
 * goes does not move it.
 *
 * @public
 */
export function rollUp(
  services: Iterable<RatedService>,
  options: RollupOptions,
): Rollup {
  const tally = new RollupTally(options);
  for (const service of services) tally.add(service);
  return tally.total();
}
