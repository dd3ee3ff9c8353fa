import { createBringer } from '../demoPortal/createBringer';
import { readProgrammeFolder } from './readDemoProgramme';
import { seedProgramme } from './seedProgramme';

/**
 * Brings the exemptions, campaigns, risks, questions to the load line and handovers of `demoProgramme.files`, as the leads
 * of the demo company and its pipelines would.
 */
export const demoProgrammePlugin = createBringer({
  name: 'programme',
  key: 'demoProgramme.files',
  delay: 8,
  async bring(path, context) {
    const file = await readProgrammeFolder(path);
    await seedProgramme(file, { ...context, now: Date.now() });
  },
});
