import { Knex } from 'knex';
import { Access } from '../access/Access';
import { ReliabilityConfig } from '../config/config';
import { Stores } from '../database/stores';
import { MaturityService } from '../maturity/MaturityService';
import { CorrectionService } from './CorrectionService';
import { DryRunService } from './DryRunService';
import { RulesService } from './RulesService';
import { SampleService } from './SampleService';
import { SliSources } from './SliSources';
import { SloListService } from './SloListService';
import { SloServices } from './sloRouter';
import { SloService } from './SloService';
import { ValidateService } from './ValidateService';

/** What the routes of SLOs need, put together. */
export function createSloApi(options: {
  readonly knex: Knex;
  readonly stores: Stores;
  readonly config: ReliabilityConfig;
  readonly access: Access;
  readonly maturity: MaturityService;
  readonly sources: SliSources;
  /** Evaluates SLOs at once; a failure is kept in their state. */
  readonly evaluate: (ids: readonly string[]) => Promise<void>;
  readonly now: () => number;
}): SloServices {
  const slos = new SloService(options);
  const sloList = new SloListService(options);
  return {
    slos,
    sloList,
    sloRules: new RulesService({ ...options, slos, sloList }),
    sloValidation: new ValidateService(options),
    sloDryRuns: new DryRunService(options),
    sloSamples: new SampleService(options),
    sloCorrections: new CorrectionService({ ...options, slos }),
  };
}
