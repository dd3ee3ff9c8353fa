import { routes } from '@plimsoll/backstage-plugin-reliability-common';
import { Endpoint } from '../http/endpoint';
import { CorrectionService } from './CorrectionService';
import { DryRunService } from './DryRunService';
import { RulesService } from './RulesService';
import { SampleService } from './SampleService';
import { SloListService } from './SloListService';
import { SloService } from './SloService';
import { ValidateService } from './ValidateService';

export interface SloServices {
  readonly slos: SloService;
  readonly sloList: SloListService;
  readonly sloRules: RulesService;
  readonly sloValidation: ValidateService;
  readonly sloDryRuns: DryRunService;
  readonly sloSamples: SampleService;
  readonly sloCorrections: CorrectionService;
}

/** SLOs, their documents, rules, samples and corrections. Paths with a word come before those with an id. */
export function addSloRoutes(on: Endpoint, services: SloServices) {
  addSloDocumentRoutes(on, services);
  addSloReadRoutes(on, services);
  const { sloSamples, sloCorrections } = services;

  on(routes.addCorrection, ({ params, body, credentials }) =>
    sloCorrections.add(params.id, body, credentials),
  );
  on(routes.removeCorrection, ({ params, credentials }) =>
    sloCorrections.remove(params.id, params.correctionId, credentials),
  );
  on(routes.pushSamples, ({ body, credentials }) =>
    sloSamples.push(body, credentials),
  );
}

function addSloDocumentRoutes(on: Endpoint, services: SloServices) {
  const { sloRules, sloValidation, sloDryRuns } = services;

  on(routes.validateSlos, ({ body, credentials }) =>
    sloValidation.validate(body, credentials),
  );
  on(routes.dryRunSlo, ({ body, credentials }) =>
    sloDryRuns.run(body, credentials),
  );
  on(routes.getAllRules, ({ query, credentials }) =>
    sloRules.ofMany(query, credentials),
  );
  on(routes.getServiceRules, ({ entityRef, query, credentials }) =>
    sloRules.ofService(entityRef, query, credentials),
  );
  on(routes.getSloRules, ({ params, query, credentials }) =>
    sloRules.ofSlo(params.id, query, credentials),
  );
  on(routes.getOpenSlo, ({ params, query, credentials }) =>
    sloRules.openSlo(params.id, query.format, credentials),
  );
}

function addSloReadRoutes(on: Endpoint, { slos, sloList }: SloServices) {
  on(routes.listSlos, ({ query, credentials }) =>
    sloList.list(query, credentials),
  );
  on(routes.getServiceSlos, ({ entityRef, credentials }) =>
    slos.ofService(entityRef, credentials),
  );
  on(routes.getSlo, ({ params, credentials }) =>
    slos.get(params.id, credentials),
  );
  on(routes.getSloHistory, ({ params, query, credentials }) =>
    slos.history(params.id, query, credentials),
  );
}
