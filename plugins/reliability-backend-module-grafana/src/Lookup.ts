import {
  concernsOneRotation,
  ProviderError,
} from '@plimsoll/backstage-plugin-reliability-node';

/** What was found under an id, or why nothing was. */
export type Found<T> = T | ProviderError;

interface LookupOptions<T> {
  readonly one: (id: string, signal: AbortSignal) => Promise<T>;
  /** Those of the wanted ones that a list has. */
  readonly all: (
    wanted: ReadonlySet<string>,
    signal: AbortSignal,
  ) => Promise<ReadonlyMap<string, T>>;
  /** What it means that the list has not got one. */
  readonly absent: (id: string) => Found<T>;
  /** Milliseconds for which an answer is good. */
  readonly keepMs: number;
  readonly now: () => number;
}

/** Up to so many are asked for one by one. */
const FEW = 5;
/** A failure may pass, or somebody may put it right. */
const KEEP_FAILURES_MS = 60_000;

/** Finds things by id: few one by one, many in the list of all. Keeps only what was asked for. */
export class Lookup<T> {
  private readonly kept = new Map<string, { at: number; found: Found<T> }>();

  constructor(private readonly options: LookupOptions<T>) {}

  /** @throws ProviderError when the account as a whole gives no answer */
  async find(
    ids: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Found<T>>> {
    this.forget();
    const wanted = new Set(ids.filter(id => !this.kept.has(id)));
    if (wanted.size > FEW) await this.findInList(wanted, signal);
    else await this.findEach(wanted, signal);
    return new Map(
      ids.flatMap(id => {
        const kept = this.kept.get(id);
        return kept ? [[id, kept.found] as const] : [];
      }),
    );
  }

  /** Those that were found; what the token may not read is missing. */
  async known(
    ids: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, T>> {
    const found = await this.find(ids, signal);
    return new Map(
      [...found].flatMap(([id, each]) =>
        each instanceof ProviderError ? [] : [[id, each] as const],
      ),
    );
  }

  private forget(): void {
    const { keepMs, now } = this.options;
    for (const [id, { at, found }] of this.kept) {
      const keep = found instanceof ProviderError ? KEEP_FAILURES_MS : keepMs;
      if (at <= now() - keep) this.kept.delete(id);
    }
  }

  private keep(id: string, found: Found<T>): void {
    this.kept.set(id, { at: this.options.now(), found });
  }

  private async findEach(
    wanted: ReadonlySet<string>,
    signal: AbortSignal,
  ): Promise<void> {
    for (const id of wanted) {
      try {
        this.keep(id, await this.options.one(id, signal));
      } catch (error) {
        if (!concernsOneRotation(error)) throw error;
        this.keep(id, error);
      }
    }
  }

  private async findInList(
    wanted: ReadonlySet<string>,
    signal: AbortSignal,
  ): Promise<void> {
    try {
      const found = await this.options.all(wanted, signal);
      for (const id of wanted) {
        this.keep(id, found.get(id) ?? this.options.absent(id));
      }
    } catch (error) {
      if (!concernsOneRotation(error)) throw error;
      for (const id of wanted) this.keep(id, error);
    }
  }
}
