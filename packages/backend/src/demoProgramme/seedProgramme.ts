import { BringOptions, bringSteps, Step } from '../demoPortal/bringSteps';
import { DemoProgramme } from './readDemoProgramme';
import { seedCampaign } from './seedCampaign';
import { ProgrammeContext } from './seedContext';
import { seedExemption } from './seedExemption';
import { seedGate } from './seedGate';
import { seedHandover } from './seedHandover';
import { seedRisk } from './seedRisk';

/** Brings what the leads of the demo company decided, until all is taken. */
export async function seedProgramme(
  { exemptions, campaigns, risks, gate, handovers }: DemoProgramme,
  options: ProgrammeContext & BringOptions,
): Promise<void> {
  const steps: Step[] = [
    ...exemptions.map(each => ({
      what: `the exemption of ${each.service} from ${each.check}`,
      run: () => seedExemption(each, options),
    })),
    ...campaigns.map(each => ({
      what: `the campaign "${each.title}"`,
      run: () => seedCampaign(each, options),
    })),
    ...risks.map(each => ({
      what: `the risk "${each.title}"`,
      run: () => seedRisk(each, options),
    })),
    ...gate.map(each => ({
      what: `the questions about ${each.service}`,
      run: () => seedGate(each, options),
    })),
    ...handovers.map(each => ({
      what: `the handover of ${each.service}`,
      run: () => seedHandover(each, options),
    })),
  ];
  await bringSteps('demo programme', steps, options);
}
