import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  IncidentAccountsResponse,
  PORTAL_ACCOUNT,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { ReliabilityConfig } from '../config/config';
import { isoOrNull } from '../database/dates';
import { Stores } from '../database/stores';
import { IncidentAccess } from './IncidentAccess';
import { IncidentAccountRecord } from './IncidentAccountStore';
import { IncidentProviderKind } from './IncidentFactReader';

type AccountItem = IncidentAccountsResponse['items'][number];

/** What an account can do. */
export interface IncidentProviderAbilities extends IncidentProviderKind {
  /** Absent: it takes no webhooks. */
  readonly receive?: unknown;
}

const WEBHOOK_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

/** How each account at a provider of incidents does. */
export class IncidentAccountService {
  private readonly providers: ReadonlyMap<string, IncidentProviderAbilities>;

  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly incidentAccess: IncidentAccess;
      readonly incidentProviders?: readonly IncidentProviderAbilities[];
      readonly now: () => number;
    },
  ) {
    this.providers = new Map(
      (options.incidentProviders ?? []).map(each => [each.account, each]),
    );
  }

  /** Only incidents are counted that the caller may see; the portal itself is the last account. */
  async list(
    credentials: BackstageCredentials,
  ): Promise<IncidentAccountsResponse> {
    const { knex, stores, config, incidentAccess, now } = this.options;
    const seen = await incidentAccess.visibility(credentials);
    const counts = await stores.incidentList.byAccount(knex, {
      ...seen,
      tiers: config.tiers,
      now: now(),
      tests: true,
      words: [],
    });
    const records = await stores.incidentAccounts.all(knex);
    const deliveries = await stores.incidentDeliveries.counts(
      knex,
      now() - WEBHOOK_DAYS * DAY,
    );
    const accounts = [
      ...config.incidents.accounts,
      { name: PORTAL_ACCOUNT, type: PORTAL_ACCOUNT },
    ];
    return {
      items: accounts.map(({ name, type }) => {
        const record = records.get(name);
        const pushed = deliveries.get(name);
        return {
          account: name,
          provider: type,
          state: this.stateOf(name, record),
          ...(counts.get(name) ?? { incidents: 0, unmapped: 0 }),
          readAt: isoOrNull(record?.successAt),
          triedAt: isoOrNull(record?.triedAt),
          error: record?.error ?? null,
          backfilledTo: isoOrNull(record?.backfilledTo),
          webhooks: this.providers.get(name)?.receive
            ? {
                path: `/api/reliability/webhooks/${type}/${name}`,
                received: pushed?.received ?? 0,
                waiting: pushed?.waiting ?? 0,
                lastAt: isoOrNull(pushed?.lastAt),
              }
            : null,
        };
      }),
    };
  }

  private stateOf(
    name: string,
    record: IncidentAccountRecord | undefined,
  ): AccountItem['state'] {
    const provider = this.providers.get(name);
    if (name === PORTAL_ACCOUNT || (provider && !provider.read))
      return 'pushed';
    if (record?.triedAt === undefined) return 'pending';
    if (record.error !== undefined) return 'failing';
    return record.backfillDone ? 'ok' : 'backfilling';
  }
}
