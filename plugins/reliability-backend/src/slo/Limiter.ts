/** Lets only so many things happen at once, and of one key fewer, so that a slow host leaves room for others. */
export class Limiter {
  private readonly running = new Map<string, number>();
  private readonly waiting: { key: string; start: () => void }[] = [];
  private count = 0;

  constructor(
    private readonly limits: { readonly all: number; readonly perKey: number },
  ) {}

  async run<T>(key: string, task: () => Promise<T>): Promise<T> {
    if (this.isFree(key)) this.take(key);
    else {
      await new Promise<void>(start => this.waiting.push({ key, start }));
    }
    try {
      return await task();
    } finally {
      this.release(key);
    }
  }

  private isFree(key: string): boolean {
    return (
      this.count < this.limits.all &&
      (this.running.get(key) ?? 0) < this.limits.perKey
    );
  }

  private take(key: string): void {
    this.count += 1;
    this.running.set(key, (this.running.get(key) ?? 0) + 1);
  }

  private release(key: string): void {
    this.count -= 1;
    const left = (this.running.get(key) ?? 1) - 1;
    if (left > 0) this.running.set(key, left);
    else this.running.delete(key);
    const next = this.waiting.findIndex(candidate =>
      this.isFree(candidate.key),
    );
    if (next < 0) return;
    const [{ key: nextKey, start }] = this.waiting.splice(next, 1);
    this.take(nextKey);
    start();
  }
}
