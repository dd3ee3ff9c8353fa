import { createCampaigns } from './campaigns/createCampaigns';
import { createChanges } from './changes/createChanges';
import { createExemptions } from './exemptions/createExemptions';
import { createGate } from './gate/createGate';
import { createPreviews } from './previews/createPreviews';
import { createKpis } from './kpis/createKpis';
import { createPromises } from './promises/createPromises';
import { createReports } from './reports/createReports';
import { createRollups } from './rollups/createRollups';
import { PastDays } from './PastDays';
import { ProgrammeOptions } from './programmeOptions';

/** The parts of the lead's view, put together. */
export function createProgramme(options: ProgrammeOptions) {
  const gate = createGate(options);
  const changes = createChanges(options);
  const pastDays = new PastDays(options);
  const rollups = createRollups({ ...options, pastDays });
  const exemptions = createExemptions(options);
  const campaigns = createCampaigns(options);
  const previews = createPreviews(options);
  const promises = createPromises(options);
  const kpis = createKpis({ ...options, pastDays });
  const reports = createReports(options);
  return {
    gate: gate.api,
    changes: changes.api,
    rollups: rollups.api,
    exemptions: exemptions.api,
    campaigns: campaigns.api,
    previews: previews.api,
    promises: promises.api,
    kpis: kpis.api,
    reports: reports.api,
    tasks: [
      ...gate.tasks,
      ...changes.tasks,
      ...rollups.tasks,
      ...exemptions.tasks,
      ...campaigns.tasks,
      ...previews.tasks,
      ...promises.tasks,
      ...kpis.tasks,
      ...reports.tasks,
    ],
  };
}

export type Programme = ReturnType<typeof createProgramme>;
