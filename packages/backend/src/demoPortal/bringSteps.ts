import { LoggerService } from '@backstage/backend-plugin-api';
import { setTimeout as wait } from 'node:timers/promises';

/** One thing to bring; bringing it again changes nothing. */
export interface Step {
  readonly what: string;
  readonly run: () => Promise<unknown>;
}

/** How often, and how patiently, steps are tried. */
export interface BringOptions {
  readonly logger: LoggerService;
  readonly signal: AbortSignal;
  readonly attempts?: number;
  readonly pauseMs?: number;
}

/**
 * Takes steps until all are taken. In the first minutes after a start services, people and facts are not read yet.
 *
 * @param name - what they are, for the log, such as `demo incidents`
 */
export async function bringSteps(
  name: string,
  steps: readonly Step[],
  { logger, signal, attempts = 100, pauseMs = 5_000 }: BringOptions,
): Promise<void> {
  let open = steps;
  let reason = '';
  for (let made = 0; made < attempts && open.length > 0; made += 1) {
    if (made > 0) await wait(pauseMs, undefined, { signal });
    const left: Step[] = [];
    for (const step of open) {
      try {
        await step.run();
      } catch (error) {
        left.push(step);
        reason = `${step.what}: ${error}`;
      }
    }
    open = left;
  }
  if (open.length === 0) logger.info(`Brought the ${name}`);
  else
    logger.warn(
      `${open.length} parts of the ${name} were not taken: ${reason}`,
    );
}
