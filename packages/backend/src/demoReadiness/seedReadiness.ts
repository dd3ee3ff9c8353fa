import { BringOptions, bringSteps } from '../demoPortal/bringSteps';
import { ReliabilityClient } from '../demoPortal/ReliabilityClient';
import { DemoAnswers } from './readDemoAnswers';
import { seedService } from './seedService';

export interface SeedOptions extends BringOptions {
  readonly client: Pick<ReliabilityClient, 'asMachine' | 'asPerson'>;
  readonly now: () => Date;
}

/** Brings the demo company's answers, doubts and reviews, until all are taken. */
export async function seedReadiness(
  file: DemoAnswers,
  { client, now, ...options }: SeedOptions,
): Promise<void> {
  const steps = file.services.map(profile => ({
    what: profile.service,
    run: () => seedService(profile, { client, file, now: now() }),
  }));
  await bringSteps('demo answers', steps, { pauseMs: 3_000, ...options });
}
