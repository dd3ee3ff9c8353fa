/** Collects items and writes them in batches, one batch after the other. */
export class BatchWriter<T> {
  private pending: T[] = [];
  private last: Promise<void> = Promise.resolve();
  private timer?: ReturnType<typeof setTimeout>;
  private failure?: { readonly error: unknown };
  private count = 0;

  /** @param options - `patience`: how many milliseconds an item waits for others */
  constructor(
    private readonly options: {
      readonly size: number;
      readonly patience: number;
      readonly write: (batch: readonly T[]) => Promise<void>;
    },
  ) {}

  add(item: T): void {
    const { size, patience } = this.options;
    this.count += 1;
    this.pending.push(item);
    if (this.pending.length >= size) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), patience);
  }

  /**
   * Writes what is left.
   *
   * @returns how many items there were
   * @throws the first error of a batch, after the others were written
   */
  async finish(): Promise<number> {
    this.flush();
    await this.last;
    if (this.failure) throw this.failure.error;
    return this.count;
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const batch = this.pending;
    this.pending = [];
    if (batch.length === 0) return;
    this.last = this.last
      .then(() => this.options.write(batch))
      .catch(error => {
        this.failure ??= { error };
      });
  }
}
