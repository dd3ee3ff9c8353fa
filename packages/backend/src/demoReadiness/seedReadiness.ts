import { LoggerService } from '@backstage/backend-plugin-api';
import { setTimeout as wait } from 'node:timers/promises';
import { DemoAnswers, DemoProfile } from './readDemoAnswers';
import { ReliabilityClient } from './ReliabilityClient';
import { seedService } from './seedService';

export interface SeedOptions {
  client: Pick<ReliabilityClient, 'asMachine' | 'asPerson'>;
  logger: LoggerService;
  signal: AbortSignal;
  now: () => Date;
  attempts?: number;
  pauseMs?: number;
}

/**
 * Brings the demo company's answers until all are taken. In the first seconds after a start the catalog is
 * empty, so that services and people are still unknown.
 */
export async function seedReadiness(
  file: DemoAnswers,
  options: SeedOptions,
): Promise<void> {
  const { client, logger, signal, now } = options;
  const { attempts = 60, pauseMs = 3_000 } = options;
  let open: readonly DemoProfile[] = file.services;
  let reason = '';
  for (let made = 0; made < attempts && open.length > 0; made += 1) {
    if (made > 0) await wait(pauseMs, undefined, { signal });
    const left: DemoProfile[] = [];
    for (const profile of open) {
      try {
        await seedService(profile, { client, file, now: now() });
      } catch (error) {
        left.push(profile);
        reason = `${profile.service}: ${error}`;
      }
    }
    open = left;
  }
  if (open.length === 0) logger.info('Brought the demo answers');
  else {
    logger.warn(
      `The demo answers of ${open.length} services were not taken: ${reason}`,
    );
  }
}
