import { readFile } from 'node:fs/promises';
import { createBringer } from '../demoPortal/createBringer';
import { readDemoAnswers } from './readDemoAnswers';
import { seedReadiness } from './seedReadiness';

/** Brings the answers, doubts and reviews of `demoReadiness.file`. */
export const demoReadinessPlugin = createBringer({
  name: 'readiness',
  key: 'demoReadiness.file',
  delay: 3,
  async bring(path, context) {
    const answers = readDemoAnswers(await readFile(path, 'utf8'));
    await seedReadiness(answers, { ...context, now: () => new Date() });
  },
});
