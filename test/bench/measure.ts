/** Repeated runs of one thing: milliseconds. */
export interface Timing {
  readonly median: number;
  /** Quartiles: half of the runs lie between them. */
  readonly low: number;
  readonly high: number;
  readonly runs: number;
}

const quantile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** Median and quartiles of durations in milliseconds. */
export function summarise(durations: readonly number[]): Timing {
  const sorted = [...durations].sort((a, b) => a - b);
  return {
    median: quantile(sorted, 0.5),
    low: quantile(sorted, 0.25),
    high: quantile(sorted, 0.75),
    runs: sorted.length,
  };
}

async function timed(run: () => Promise<unknown> | unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** Runs something so many times, after one run that does not count. */
export async function measure(
  runs: number,
  run: () => Promise<unknown> | unknown,
): Promise<Timing> {
  await timed(run);
  const durations: number[] = [];
  for (let i = 0; i < runs; i++) durations.push(await timed(run));
  return summarise(durations);
}

/**
 * Measures a thing and its floor in turns, so that whatever else the machine does meets both alike.
 */
export async function measureBeside(
  runs: number,
  thing: () => Promise<unknown> | unknown,
  floor: () => Promise<unknown> | unknown,
): Promise<{ thing: Timing; floor: Timing }> {
  await timed(thing);
  await timed(floor);
  const things: number[] = [];
  const floors: number[] = [];
  for (let i = 0; i < runs; i++) {
    things.push(await timed(thing));
    floors.push(await timed(floor));
  }
  return { thing: summarise(things), floor: summarise(floors) };
}
