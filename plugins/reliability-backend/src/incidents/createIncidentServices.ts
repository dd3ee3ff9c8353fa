import { LoggerService } from '@backstage/backend-plugin-api';
import { IncidentProvider } from '@plimsoll/backstage-plugin-reliability-node';
import { Knex } from 'knex';
import { ReliabilityConfig } from '../config/config';
import { Stores } from '../database/stores';
import { RankingService } from '../maturity/RankingService';
import { Reassessor } from '../maturity/Reassessor';
import { IncidentRemapper } from './IncidentRemapper';
import { IncidentWriter } from './IncidentWriter';
import { IncidentLinks } from './links/IncidentLinks';
import { IncidentBatchWriter } from './sync/IncidentBatchWriter';
import { IncidentSync } from './sync/IncidentSync';
import { IncidentTasks } from './sync/IncidentTasks';
import { DeliveryWorker } from './webhooks/DeliveryWorker';
import { WebhookService } from './webhooks/WebhookService';

/** By what incidents come in, put together. */
export function createIncidentServices(options: {
  readonly knex: Knex;
  readonly stores: Stores;
  readonly config: ReliabilityConfig;
  readonly reassessor: Reassessor;
  readonly ranking: RankingService;
  readonly incidentProviders?: readonly IncidentProvider[];
  readonly logger: LoggerService;
  readonly now: () => number;
}) {
  const { config, incidentProviders = [] } = options;
  const providers = new Map(
    incidentProviders.map(provider => [provider.account, provider]),
  );
  const incidentWriter = new IncidentWriter(options);
  const base = { ...options, incidentProviders, incidentWriter };
  const incidentRemapper = new IncidentRemapper(base);
  const incidentBatches = new IncidentBatchWriter(base);
  const shared = { ...base, incidentRemapper, incidentBatches };
  const deliveryWorker = new DeliveryWorker(shared);
  const incidentSync = new IncidentSync(shared);
  return {
    incidentWriter,
    incidentRemapper,
    deliveryWorker,
    incidentSync,
    incidentLinks: new IncidentLinks({
      ...options,
      accounts: config.incidents.accounts.flatMap(account => {
        const provider = providers.get(account.name);
        return provider ? [{ ...account, provider }] : [];
      }),
    }),
    incidentWebhooks: new WebhookService({ ...base, deliveryWorker }),
    incidentTasks: new IncidentTasks({
      ...shared,
      incidentSync,
      deliveryWorker,
    }),
  };
}
