import { LoggerService } from '@backstage/backend-plugin-api';
import type { ProviderRuntime } from '@plimsoll/backstage-plugin-reliability-node';

/** A runtime whose time passes only by sleeping. @public */
export interface SimulatedRuntime extends ProviderRuntime {
  /** All sleeps so far, in milliseconds. */
  readonly slept: readonly number[];
  /** All that was logged, as text. */
  readonly logged: readonly string[];
  /** Lets time pass. */
  advance(ms: number): void;
  /** From now on a request that is not answered times out after so many real milliseconds. */
  shortenTimeouts(ms: number): void;
}

/**
 * A runtime for tests: sleeping takes no real time and moves the clock, jitter is a half, and what is logged is kept.
 *
 * @param start - milliseconds since the epoch
 * @public
 */
export function simulatedRuntime(start: number): SimulatedRuntime {
  let now = start;
  let shortened: number | undefined;
  const slept: number[] = [];
  const logged: string[] = [];
  const log = (message: unknown, meta?: unknown) => {
    logged.push(`${message} ${meta ? JSON.stringify(meta) : ''}`);
  };
  const logger: LoggerService = {
    error: log,
    warn: log,
    info: log,
    debug: log,
    child: () => logger,
  };
  return {
    slept,
    logged,
    logger,
    now: () => now,
    random: () => 0.5,
    timeout: ms => AbortSignal.timeout(shortened ?? ms),
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      slept.push(ms);
      const until = now + ms;
      // Whoever begins to sleep at the same moment sleeps at the same time.
      await Promise.resolve();
      now = Math.max(now, until);
    },
    advance(ms) {
      now += ms;
    },
    shortenTimeouts(ms) {
      shortened = ms;
    },
  };
}
