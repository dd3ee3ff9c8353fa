import { ProgrammeOptions, ProgrammeTask } from '../programmeOptions';
import { ConfiguredExemptions } from './ConfiguredExemptions';
import { ExemptionDecisionService } from './ExemptionDecisionService';
import { ExemptionListService } from './ExemptionListService';
import { ExemptionListStore } from './ExemptionListStore';
import { ExemptionPresenter } from './ExemptionPresenter';
import { ExemptionReader } from './ExemptionReader';
import { ExemptionRequestService } from './ExemptionRequestService';
import { ExemptionsApi } from './exemptionsRouter';
import { MeanwhileStore } from './MeanwhileStore';
import { WaiverDebtService } from './WaiverDebtService';

/**
 * What the routes of dated permissions to fail one check need. Nothing runs beside them: a report says itself when
 * an exemption ends, and the task that reassesses what is due does the rest.
 */
export function createExemptions(options: ProgrammeOptions): {
  readonly api: ExemptionsApi;
  readonly tasks: readonly ProgrammeTask[];
} {
  const list = new ExemptionListStore();
  const meanwhile = new MeanwhileStore();
  const configured = new ConfiguredExemptions(options);
  const presenter = new ExemptionPresenter(options);
  const parts = { ...options, list, meanwhile, configured, presenter };
  const reader = new ExemptionReader(parts);
  return {
    api: {
      list: new ExemptionListService(parts),
      requests: new ExemptionRequestService(parts),
      decisions: new ExemptionDecisionService({ ...parts, reader }),
      debt: new WaiverDebtService(parts),
      reader,
    },
    tasks: [],
  };
}
