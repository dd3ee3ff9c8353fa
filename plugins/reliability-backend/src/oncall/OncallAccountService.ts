import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  OncallAccountItem,
  OncallAccountsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { ReliabilityConfig } from '../config/config';
import { isoOrNull } from '../database/dates';
import { Stores } from '../database/stores';
import { AccountRecord } from './AccountStore';

/** How each account at a provider does. */
export class OncallAccountService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly access: Access;
      readonly config: ReliabilityConfig;
    },
  ) {}

  /** Of rotations only those are counted that services use which the caller may see. */
  async list(
    credentials: BackstageCredentials,
  ): Promise<OncallAccountsResponse> {
    const { knex, stores, config, access } = this.options;
    const visible = await access.visibleRefs(credentials);
    const counts = await stores.oncallRotationList.byAccount(knex, visible);
    const records = await stores.oncallAccounts.all(knex);
    return {
      items: config.oncall.accounts.map(({ name, type, mirror }) => {
        const record = records.get(name);
        const count = counts.get(name) ?? { rotations: 0, failing: 0 };
        return {
          name,
          type,
          mirror,
          state: accountStateOf(record, count),
          ...count,
          lastSuccessAt: isoOrNull(record?.lastSuccessAt),
          lastTryAt: isoOrNull(record?.lastTryAt),
          error: record?.error ?? null,
          nextTryAt: isoOrNull(record?.nextDueAt),
          requests: record?.health?.requests ?? 0,
          failures: record?.health?.failures ?? 0,
          waits: record?.health?.waits ?? 0,
          remaining: record?.health?.remaining ?? null,
        };
      }),
    };
  }
}

/** How an account does: what its provider says of itself counts less than whether the last run succeeded. */
export function accountStateOf(
  record: AccountRecord | undefined,
  { rotations, failing }: { rotations: number; failing: number },
): OncallAccountItem['state'] {
  if (record?.lastTryAt === undefined) {
    return rotations === 0 ? 'unused' : 'pending';
  }
  if (record.error !== undefined) return 'failing';
  if (rotations > 0 && failing === rotations) return 'failing';
  if (record.health?.state === 'limited') return 'limited';
  return 'ok';
}
