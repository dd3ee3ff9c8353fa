import { setImmediate as breathe } from 'node:timers/promises';
import { Db } from '../database/sql';

/** How one service stood at the end of a day; score and coverage in per mille. */
export interface PastState {
  readonly levelId: string;
  readonly score: number;
  readonly coverage: number;
}

/** Services at a level at the end of a day, with the sum of their coverages in per mille. */
export interface PastLevel {
  readonly day: string;
  readonly level: string;
  readonly services: number;
  readonly coverageSum: number;
}

interface Row {
  readonly entity_ref: string;
  readonly level_id: string;
  readonly score: number;
  readonly coverage: number;
}

const DAILY = 'reliability_daily';

/** A day of ten thousand services takes 60 KB, beside their names, which all days share. */
const MAX_DAYS = 150;

const DAY_MS = 24 * 60 * 60 * 1000;

/** The last snapshot of a day may be written a little after its end. */
const SETTLED_MS = 60 * 60 * 1000;

/** Names as numbers. */
class Names {
  private readonly places = new Map<string, number>();
  readonly names: string[] = [];

  add(name: string): number {
    const known = this.places.get(name);
    if (known !== undefined) return known;
    this.places.set(name, this.names.length);
    return this.names.push(name) - 1;
  }

  find(name: string): number | undefined {
    return this.places.get(name);
  }
}

/** How the services of one scorecard stood at the end of a day. */
export class PastDay {
  /** One more than the place of the level; 0: the service was not there. */
  private readonly level: Uint16Array;
  private readonly score: Uint16Array;
  private readonly coverage: Uint16Array;

  /** @param day - YYYY-MM-DD, UTC */
  constructor(
    readonly day: string,
    rows: readonly Row[],
    private readonly known: { readonly refs: Names; readonly levels: Names },
  ) {
    const { refs, levels } = known;
    const places = rows.map(row => refs.add(row.entity_ref));
    const size = refs.names.length;
    this.level = new Uint16Array(size);
    this.score = new Uint16Array(size);
    this.coverage = new Uint16Array(size);
    rows.forEach((row, index) => {
      this.level[places[index]] = levels.add(row.level_id) + 1;
      this.score[places[index]] = row.score;
      this.coverage[places[index]] = row.coverage;
    });
  }

  get(entityRef: string): PastState | undefined {
    const { refs, levels } = this.known;
    const place = refs.find(entityRef) ?? -1;
    const level = this.level[place];
    if (!level) return undefined;
    return {
      levelId: levels.names[level - 1],
      score: this.score[place],
      coverage: this.coverage[place],
    };
  }

  /** @param places - of services among all names; those that were not there yet do not count */
  levelsOf(places: readonly number[]): PastLevel[] {
    const services = new Map<number, { services: number; sum: number }>();
    for (const place of places) {
      const level = this.level[place];
      if (level) {
        const sums = services.get(level);
        if (sums) {
          sums.services += 1;
          sums.sum += this.coverage[place];
        } else {
          services.set(level, { services: 1, sum: this.coverage[place] });
        }
      }
    }
    return [...services].map(([level, found]) => ({
      day: this.day,
      level: this.known.levels.names[level - 1],
      services: found.services,
      coverageSum: found.sum,
    }));
  }
}

/** Days that are over, read once for all readers: what was recorded of them never changes. */
export class PastDays {
  private readonly days = new Map<string, PastDay>();
  private readonly names = { refs: new Names(), levels: new Names() };

  /** @param options - `now`: milliseconds since the epoch */
  constructor(private readonly options: { readonly now: () => number }) {}

  /** The last recorded day up to and with `day`; undefined: nothing was recorded so early. */
  async upTo(
    db: Db,
    scorecardId: string,
    day: string,
  ): Promise<PastDay | undefined> {
    const [{ last }] = await db(DAILY)
      .where('day', '<=', day)
      .max('day as last');
    return last ? this.on(db, scorecardId, last) : undefined;
  }

  /** One day, which must be over; undefined: nothing was recorded of it. */
  async on(
    db: Db,
    scorecardId: string,
    day: string,
  ): Promise<PastDay | undefined> {
    const key = JSON.stringify([scorecardId, day]);
    const known = this.days.get(key);
    if (known) {
      this.keep(key, known);
      return known;
    }
    const rows: Row[] = await db(DAILY)
      .where({ day, scorecard_id: scorecardId })
      .select('entity_ref', 'level_id', 'score', 'coverage');
    // On SQLite nothing else would be served between two days.
    await breathe();
    if (rows.length === 0) return undefined;
    const found = new PastDay(day, rows, this.names);
    const settledAt = Date.parse(day) + DAY_MS + SETTLED_MS;
    if (this.options.now() >= settledAt) this.keep(key, found);
    return found;
  }

  /**
   * How many services stood at each level on days, which must be over. Days of which nothing was recorded are left out.
   *
   * @param refs - of the services that count
   */
  async levels(
    db: Db,
    scorecardId: string,
    days: readonly string[],
    refs: readonly string[],
  ): Promise<PastLevel[]> {
    const found: PastDay[] = [];
    for (const day of days) {
      const past = await this.on(db, scorecardId, day);
      if (past) found.push(past);
    }
    const places = refs.flatMap(ref => this.names.refs.find(ref) ?? []);
    return found.flatMap(past => past.levelsOf(places));
  }

  /** The one that was asked for longest ago goes first. */
  private keep(key: string, day: PastDay): void {
    this.days.delete(key);
    this.days.set(key, day);
    if (this.days.size > MAX_DAYS) {
      const [oldest] = this.days.keys();
      this.days.delete(oldest);
    }
  }
}
