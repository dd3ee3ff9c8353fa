import {
  AuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { Knex } from 'knex';
import { Access } from './access/Access';
import { CatalogSync } from './catalog/CatalogSync';
import { ReliabilityConfig } from './config/config';
import { createStores } from './database/stores';
import { addRoutes } from './http/addRoutes';
import { LocalApi } from './http/LocalApi';
import { CampaignReminders } from './maturity/campaigns/CampaignReminders';
import { createProgramme } from './maturity/createProgramme';
import { LevelEvents } from './maturity/events/LevelEvents';
import { FactSourceReader } from './maturity/FactSourceReader';
import { FactsService } from './maturity/FactsService';
import { MaturityService } from './maturity/MaturityService';
import { RankingService } from './maturity/RankingService';
import { Reassessor } from './maturity/Reassessor';
import { StandardsService } from './maturity/StandardsService';
import {
  FactSource,
  IncidentProvider,
  OncallProvider,
  ReliabilityNotifier,
} from '@plimsoll/backstage-plugin-reliability-node';
import { AnswerService } from './readiness/AnswerService';
import { DossierService } from './readiness/DossierService';
import { ExportService } from './readiness/ExportService';
import { ImportService } from './readiness/ImportService';
import { DigestService } from './readiness/notices/DigestService';
import { ProposalService } from './readiness/proposals/ProposalService';
import { OrganisationService } from './readiness/OrganisationService';
import { ReadinessService } from './readiness/ReadinessService';
import { OwnershipOf, TaskService } from './readiness/TaskService';
import { ReviewService } from './readiness/ReviewService';
import { createLedger } from './incidents/createLedger';
import { createIncidentServices } from './incidents/createIncidentServices';
import { createIncidentApi } from './incidents/createIncidentApi';
import { createOncallApi } from './oncall/createOncallApi';
import { createOncallServices } from './oncall/createOncallServices';
import { AnySliSource } from './slo/SliSources';
import { createSloApi } from './slo/createSloApi';
import { createSloServices } from './slo/createSloServices';
import { SloDocuments } from './slo/SloFileReader';
import { Tasks } from './tasks/tasks';
import { TierService } from './tier/TierService';

/** Nobody waits longer for the numbers after a correction; milliseconds. */
const EVALUATION_PATIENCE = 15_000;

/** What the services need from outside. */
export interface ServicesOptions {
  readonly config: ReliabilityConfig;
  readonly knex: Knex;
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly logger: LoggerService;
  readonly permissions: PermissionsService;
  readonly ownershipOf?: OwnershipOf;
  /** As the configuration lists them; the one of pushed samples is not among them. */
  readonly sliSources?: readonly AnySliSource[];
  /** Absent where no files are read. */
  readonly sloDocuments?: SloDocuments;
  /** As the configuration lists the accounts; the static one is not among them. */
  readonly oncallProviders?: readonly OncallProvider[];
  /** As the configuration lists the accounts; the portal is not among them. */
  readonly incidentProviders?: readonly IncidentProvider[];
  /** What modules bring beside pushes. */
  readonly factSources?: readonly FactSource[];
  /** Absent where nobody is told that levels changed. */
  readonly events?: EventsService;
  /** Absent where no module brings digests to people. */
  readonly notifier?: ReliabilityNotifier;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Everything between the router and the database, put together. */
export function createServices(options: ServicesOptions) {
  const { config, knex, now } = options;
  const stores = createStores();
  const access = new Access({
    ...options,
    servicesFilter: config.servicesFilter,
  });
  const base = { ...options, stores, access };
  const reassessor = new Reassessor(base);
  const ranking = new RankingService(base);
  const slo = createSloServices({ ...base, reassessor, ranking });
  const oncall = createOncallServices({ ...base, reassessor, ranking });
  const incidents = createIncidentServices({ ...base, reassessor, ranking });
  const ledger = createLedger({ ...base, ...slo });
  const sources = { ...base, ...slo, ...oncall, ...incidents, ...ledger };
  const sync = new CatalogSync({ ...sources, reassessor });
  const maturity = new MaturityService({ ...sources, ranking, sync });
  const shared = { ...base, reassessor, ranking, sync, maturity };
  const readiness = new ReadinessService(shared);
  const organisation = new OrganisationService({ ...base, readiness });
  const reviews = new ReviewService({ ...shared, readiness });
  const features = {
    ...createOncallApi(shared),
    ...createIncidentApi({ ...shared, ...incidents, ...ledger }),
    ...createSloApi({
      ...shared,
      sources: slo.sliSources,
      evaluate: ids =>
        slo.sloEvaluator.evaluateNow(
          ids,
          AbortSignal.timeout(EVALUATION_PATIENCE),
        ),
    }),
    readiness,
  };
  const local = new LocalApi();
  const programme = createProgramme({ ...shared, ...ledger, local });
  const { events, factSources = [] } = options;
  const facts = new FactsService(shared);
  const factReader = new FactSourceReader({ ...base, facts });
  const eventTasks = events ? [new LevelEvents({ ...base, events }).task] : [];
  const services = {
    stores,
    reassessor,
    ranking,
    sync,
    maturity,
    facts,
    factReader,
    tiers: new TierService(shared),
    answers: new AnswerService({ ...shared, readiness }),
    proposals: new ProposalService({ ...shared, readiness }),
    reviews,
    dossiers: new DossierService({ ...shared, reviews }),
    organisation,
    exports: new ExportService({ ...base, readiness, organisation }),
    imports: new ImportService({ ...shared, readiness }),
    readinessTasks: new TaskService(base),
    standards: new StandardsService(base),
    programme,
    ...features,
    tasks: new Tasks({
      ...shared,
      ...sources,
      programmeTasks: [
        ...programme.tasks,
        ...eventTasks,
        ...factSources.map(source => factReader.task(source)),
      ],
      digests: new DigestService({
        ...base,
        reminders: new CampaignReminders({ ...base, ranking }),
      }),
    }),
    local,
    slo,
    ...oncall,
    ...incidents,
    ...ledger,
    /** Keeps the versions of the scorecards in force, and forgets reports of those that are not. */
    async start(): Promise<void> {
      await stores.versions.keep(knex, config.scorecards, now());
      await stores.reports.removeOtherScorecards(knex, config.scorecardIds);
      await stores.checklistItems.keep(knex, config.checklists, now());
      await stores.readiness.removeOtherChecklists(
        knex,
        config.checklists.map(({ definition }) => definition.id),
      );
      await slo.sloDefinitions.start();
    },
  };
  addRoutes(local.on, services);
  return services;
}
