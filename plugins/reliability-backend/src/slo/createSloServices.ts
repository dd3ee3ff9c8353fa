import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { ReliabilityConfig } from '../config/config';
import { Stores } from '../database/stores';
import { RankingService } from '../maturity/RankingService';
import { Reassessor } from '../maturity/Reassessor';
import { AnySliSource, SliSources } from './SliSources';
import { SloDefinitions } from './SloDefinitions';
import { SloDrift } from './SloDrift';
import { SloEvaluator } from './SloEvaluator';
import { SloDocuments, SloFileReader } from './SloFileReader';
import { SloHistory } from './SloHistory';
import { SloMeasurer } from './SloMeasurer';
import { SloRefresher } from './SloRefresher';
import { SloSubjects } from './SloSubjects';
import { SloTasks } from './SloTasks';

const noDocuments: SloDocuments = {
  read: async () => {
    throw new Error('No files are read here');
  },
};

/** Everything that reads, measures and keeps SLOs, put together. */
export function createSloServices(options: {
  readonly config: ReliabilityConfig;
  readonly knex: Knex;
  readonly stores: Stores;
  readonly reassessor: Reassessor;
  readonly ranking: RankingService;
  readonly logger: LoggerService;
  readonly sliSources?: readonly AnySliSource[];
  /** Absent where no files are read. */
  readonly sloDocuments?: SloDocuments;
  readonly now: () => number;
}) {
  const { config, stores } = options;
  const sliSources = new SliSources({
    knex: options.knex,
    samples: stores.sloSamples,
    entries: config.slo.sources,
    sources: options.sliSources ?? [],
  });
  const base = { ...options, sliSources };
  const sloSubjects = new SloSubjects(base);
  const sloMeasurer = new SloMeasurer(sliSources);
  const sloDefinitions = new SloDefinitions({
    ...base,
    files: new SloFileReader({
      documents: options.sloDocuments ?? noDocuments,
      now: options.now,
    }),
  });
  const sloEvaluator = new SloEvaluator({ ...base, sloSubjects, sloMeasurer });
  const known = { ...base, sloSubjects, sloMeasurer, sloEvaluator };
  const sloHistory = new SloHistory(known);
  const sloDrift = new SloDrift(known);
  const sloTasks = new SloTasks({
    ...known,
    sloDefinitions,
    sloHistory,
    sloDrift,
  });
  return {
    sliSources,
    sloSubjects,
    sloMeasurer,
    sloDefinitions,
    sloEvaluator,
    sloHistory,
    sloDrift,
    sloTasks,
    sloRefresher: new SloRefresher({ ...known, sloDefinitions }),
  };
}
