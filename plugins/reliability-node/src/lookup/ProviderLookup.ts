import { concernsOneRotation, ProviderError } from '../http/ProviderError';

/** What was found under an id, or why nothing was. @public */
export type Found<T> = T | ProviderError;

/** How many single questions are left. @public */
export interface Allowance {
  left: number;
}

/** @public */
export interface ProviderLookupOptions<T> {
  readonly one: (id: string, signal: AbortSignal) => Promise<T>;
  /** Absent: there is no list. */
  readonly all?: (
    signal: AbortSignal,
  ) => AsyncIterable<readonly (T & { readonly id?: string | null })[]>;
  /** Up to so many are asked for one by one. */
  readonly few: number;
  /** Milliseconds for which an answer is good. */
  readonly keepMs: number;
  /** The same for failures, which may pass; default: as for answers. */
  readonly keepFailuresMs?: number;
  readonly now: () => number;
  /** What it means that the list has not got one. */
  readonly notFound: (id: string) => Found<T>;
}

/** Takes down what was found under an id. */
type Keep<T> = (id: string, found: Found<T>) => void;

/**
 * Finds what changes seldom at a provider, such as titles and people: few one by one, many in the list of all.
 * Keeps only what was asked for, and that nothing was found as well.
 *
 * @public
 */
export class ProviderLookup<T> {
  private readonly kept = new Map<string, { at: number; found: Found<T> }>();

  constructor(private readonly options: ProviderLookupOptions<T>) {}

  /**
   * @param allowance - for questions one by one; ids beyond it are not asked for
   * @returns what is known
   * @throws ProviderError when the account as a whole gives no answer
   */
  async find(
    ids: readonly string[],
    signal: AbortSignal,
    allowance: Allowance = { left: Infinity },
  ): Promise<ReadonlyMap<string, Found<T>>> {
    this.forget();
    // Of our own: while we wait, another read may drop what was kept.
    const known = new Map<string, Found<T>>();
    for (const id of ids) {
      const kept = this.kept.get(id);
      if (kept) known.set(id, kept.found);
    }
    const keep: Keep<T> = (id, found) => {
      this.kept.set(id, { at: this.options.now(), found });
      known.set(id, found);
    };
    const wanted = [...new Set(ids)].filter(id => !known.has(id));
    const { all, few } = this.options;
    if (all && wanted.length > few) {
      await this.findInList(all, new Set(wanted), { signal, keep });
    } else {
      const now = wanted.slice(0, allowance.left);
      Object.assign(allowance, { left: allowance.left - now.length });
      await this.findEach(now, { signal, keep });
    }
    return new Map(
      ids.flatMap(id => {
        const found = known.get(id);
        return found === undefined ? [] : [[id, found] as const];
      }),
    );
  }

  /** As `find`, but only those that were found: what the token may not read is missing. */
  async known(
    ids: readonly string[],
    signal: AbortSignal,
    allowance?: Allowance,
  ): Promise<ReadonlyMap<string, T>> {
    const found = await this.find(ids, signal, allowance);
    return new Map(
      [...found].flatMap(([id, each]) =>
        each instanceof ProviderError ? [] : [[id, each] as const],
      ),
    );
  }

  private forget(): void {
    const { keepMs, keepFailuresMs = keepMs, now } = this.options;
    for (const [id, { at, found }] of this.kept) {
      const keep = found instanceof ProviderError ? keepFailuresMs : keepMs;
      if (at <= now() - keep) this.kept.delete(id);
    }
  }

  private async findEach(
    ids: readonly string[],
    { signal, keep }: { signal: AbortSignal; keep: Keep<T> },
  ): Promise<void> {
    for (const id of ids) {
      try {
        keep(id, await this.options.one(id, signal));
      } catch (error) {
        if (!concernsOneRotation(error)) throw error;
        keep(id, error);
      }
    }
  }

  private async findInList(
    all: NonNullable<ProviderLookupOptions<T>['all']>,
    wanted: Set<string>,
    { signal, keep }: { signal: AbortSignal; keep: Keep<T> },
  ): Promise<void> {
    let why: ProviderError | undefined;
    try {
      for await (const page of all(signal)) {
        for (const item of page) {
          if (item.id && wanted.delete(item.id)) keep(item.id, item);
        }
        if (wanted.size === 0) return;
      }
    } catch (error) {
      if (!concernsOneRotation(error)) throw error;
      why = error;
    }
    for (const id of wanted) keep(id, why ?? this.options.notFound(id));
  }
}
