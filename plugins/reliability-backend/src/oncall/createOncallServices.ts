import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { OncallProvider } from '@plimsoll/backstage-plugin-reliability-node';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { ReliabilityConfig } from '../config/config';
import { Stores } from '../database/stores';
import { RankingService } from '../maturity/RankingService';
import { Reassessor } from '../maturity/Reassessor';
import { OncallLinks } from './links/OncallLinks';
import { PeopleSync } from './people/PeopleSync';
import { PeopleTask } from './people/PeopleTask';
import { StaticProvider } from './static/StaticProvider';
import { OncallRefresher } from './sync/OncallRefresher';
import { OncallSync } from './sync/OncallSync';
import { OncallTasks } from './sync/OncallTasks';
import { RotationWriter } from './sync/RotationWriter';

/** Everything that reads and keeps rotations and people, put together. */
export function createOncallServices(options: {
  readonly config: ReliabilityConfig;
  readonly knex: Knex;
  readonly stores: Stores;
  readonly reassessor: Reassessor;
  readonly ranking: RankingService;
  readonly catalog: CatalogService;
  readonly auth: AuthService;
  readonly logger: LoggerService;
  /** As the configuration lists them; the one of the configuration itself is not among them. */
  readonly oncallProviders?: readonly OncallProvider[];
  readonly now: () => number;
}) {
  const { config } = options;
  const oncallProviders: OncallProvider[] = [
    ...(options.oncallProviders ?? []),
    new StaticProvider({ ...options, rotas: config.oncall.rotas }),
  ];
  const providers = new Map(
    oncallProviders.map(provider => [provider.account, provider]),
  );
  const oncallLinks = new OncallLinks({
    ...options,
    accounts: config.oncall.accounts.flatMap(account => {
      const provider = providers.get(account.name);
      return provider ? [{ ...account, provider }] : [];
    }),
  });
  const rotationWriter = new RotationWriter(options);
  const oncallSync = new OncallSync({
    ...options,
    oncallProviders,
    rotationWriter,
  });
  const peopleSync = new PeopleSync(options);
  const peopleTask = new PeopleTask({ ...options, peopleSync });
  return {
    oncallLinks,
    oncallSync,
    peopleSync,
    oncallTasks: new OncallTasks({ ...options, oncallSync, peopleTask }),
    oncallRefresher: new OncallRefresher({ ...options, oncallSync }),
  };
}
