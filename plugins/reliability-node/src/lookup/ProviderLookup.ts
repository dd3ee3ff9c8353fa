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
  readonly now: () => number;
  readonly notFound: (id: string) => ProviderError;
}

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
    const wanted = [...new Set(ids)].filter(id => !this.kept.has(id));
    const { all, few } = this.options;
    if (all && wanted.length > few) {
      await this.findInList(all, new Set(wanted), signal);
    } else {
      const now = wanted.slice(0, allowance.left);
      Object.assign(allowance, { left: allowance.left - now.length });
      await this.findEach(now, signal);
    }
    return new Map(
      ids.flatMap(id => {
        const kept = this.kept.get(id);
        return kept ? [[id, kept.found] as const] : [];
      }),
    );
  }

  private forget(): void {
    const oldest = this.options.now() - this.options.keepMs;
    for (const [id, { at }] of this.kept) {
      if (at <= oldest) this.kept.delete(id);
    }
  }

  private keep(id: string, found: Found<T>): void {
    this.kept.set(id, { at: this.options.now(), found });
  }

  private async findEach(
    ids: readonly string[],
    signal: AbortSignal,
  ): Promise<void> {
    for (const id of ids) {
      try {
        this.keep(id, await this.options.one(id, signal));
      } catch (error) {
        if (!concernsOneRotation(error)) throw error;
        this.keep(id, error);
      }
    }
  }

  private async findInList(
    all: NonNullable<ProviderLookupOptions<T>['all']>,
    wanted: Set<string>,
    signal: AbortSignal,
  ): Promise<void> {
    let why: ProviderError | undefined;
    try {
      for await (const page of all(signal)) {
        for (const item of page) {
          if (item.id && wanted.delete(item.id)) this.keep(item.id, item);
        }
        if (wanted.size === 0) return;
      }
    } catch (error) {
      if (!concernsOneRotation(error)) throw error;
      why = error;
    }
    for (const id of wanted) this.keep(id, why ?? this.options.notFound(id));
  }
}
