/** A time limit that begins when it is made. */
export class Deadline {
  private readonly signal: AbortSignal;

  constructor(milliseconds: number) {
    this.signal = AbortSignal.timeout(milliseconds);
  }

  /** What comes of the work, or `late` where the time is over before. The work goes on and nobody hears of it. */
  race<T, L>(work: Promise<T>, late: () => L): Promise<T | L> {
    const { signal } = this;
    if (signal.aborted) {
      work.catch(() => {});
      return Promise.resolve(late());
    }
    return new Promise<T | L>((resolve, reject) => {
      const over = () => resolve(late());
      signal.addEventListener('abort', over, { once: true });
      work
        .then(resolve, reject)
        .finally(() => signal.removeEventListener('abort', over));
    });
  }
}
