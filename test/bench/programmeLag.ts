import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 5;

/** What a thing took of the process, beside the time that passed. */
export interface Strain {
  /** The longest time in which the event loop served nobody else; milliseconds. */
  readonly blockedMs: number;
  /** Processor time of one run; milliseconds. */
  readonly cpuMs: number;
}

/** Runs something a few times and watches the event loop; what the client of the same process does counts too. */
export async function strainOf(
  run: () => Promise<unknown>,
  runs = 3,
): Promise<Strain> {
  await run();
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  const before = process.cpuUsage();
  delay.enable();
  for (let n = 0; n < runs; n += 1) await run();
  // The delay of a timer is noted when it fires.
  await new Promise(resolve => setTimeout(resolve, 2 * RESOLUTION_MS));
  delay.disable();
  const { user, system } = process.cpuUsage(before);
  return {
    blockedMs: Math.round(Math.max(0, delay.max / 1e6 - RESOLUTION_MS)),
    cpuMs: Math.round((user + system) / 1000 / runs),
  };
}
