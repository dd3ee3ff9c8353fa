import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ReliabilityNotifier } from '@plimsoll/backstage-plugin-reliability-node';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { CatalogSync } from '../catalog/CatalogSync';
import { ReliabilityConfig } from '../config/config';
import { Stores } from '../database/stores';
import { LocalApi } from '../http/LocalApi';
import { IncidentProviderKind } from '../incidents/IncidentFactReader';
import { MaturityService } from './MaturityService';
import { RankingService } from './RankingService';
import { Reassessor } from './Reassessor';
import { SloBudgets } from './SloBudgets';

/** What the parts of the lead's view are made of. */
export interface ProgrammeOptions {
  readonly config: ReliabilityConfig;
  readonly knex: Knex;
  readonly stores: Stores;
  readonly access: Access;
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly logger: LoggerService;
  readonly reassessor: Reassessor;
  readonly ranking: RankingService;
  readonly sync: CatalogSync;
  readonly maturity: MaturityService;
  readonly sloBudgets: SloBudgets;
  /** What the other nouns say, as a reader may see it. */
  readonly local: LocalApi;
  readonly incidentProviders?: readonly IncidentProviderKind[];
  /** Absent where no module brings digests to people. */
  readonly notifier?: ReliabilityNotifier;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Something that runs on a schedule, one replica at a time. */
export interface ProgrammeTask {
  /** Unique within the plugin, such as `reliability-exemptions`. */
  readonly id: string;
  readonly everySeconds: number;
  run(signal?: AbortSignal): Promise<void>;
}
