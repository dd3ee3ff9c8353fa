/** A sample's place in time; milliseconds since the epoch, `end` is not in it. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
}

/** Samples of one SLO and source that do not overlap, in the order of time. */
export class SampleTimeline<T extends TimeSpan> {
  private readonly spans: T[];

  /** @param spans - without overlaps, in any order */
  constructor(spans: readonly T[]) {
    this.spans = [...spans].sort((a, b) => a.start - b.start);
  }

  /** The sample at exactly this time. */
  at({ start, end }: TimeSpan): T | undefined {
    const found = this.spans[this.firstFrom(start)];
    return found?.start === start && found.end === end ? found : undefined;
  }

  /** A sample that overlaps this time, the same one apart. */
  overlapping({ start, end }: TimeSpan): T | undefined {
    const index = this.firstFrom(start);
    const before = this.spans[index - 1];
    if (before && before.end > start) return before;
    const next = this.spans[index];
    const isSame = next?.start === start && next.end === end;
    return next && next.start < end && !isSame ? next : undefined;
  }

  /** Puts a sample in its place, instead of the one at exactly this time. */
  put(span: T): void {
    const index = this.firstFrom(span.start);
    const replaced = this.spans[index]?.start === span.start ? 1 : 0;
    this.spans.splice(index, replaced, span);
  }

  private firstFrom(start: number): number {
    let [low, high] = [0, this.spans.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.spans[middle].start < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
