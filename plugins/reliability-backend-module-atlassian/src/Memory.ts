/** Remembers answers for a while. Failures are not remembered: the next question is asked again. */
export class Memory {
  private readonly kept = new Map<string, { at: number; value: unknown }>();

  /** @param keepMs - milliseconds for which an answer is good */
  constructor(
    private readonly now: () => number,
    private readonly keepMs: number,
  ) {}

  async get<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const kept = this.kept.get(key);
    if (kept && kept.at > this.now() - this.keepMs) return kept.value as T;
    const value = await ask();
    this.kept.set(key, { at: this.now(), value });
    return value;
  }

  /** Drops what is too old to be given. */
  forget(): void {
    const oldest = this.now() - this.keepMs;
    for (const [key, { at }] of this.kept) {
      if (at <= oldest) this.kept.delete(key);
    }
  }
}
