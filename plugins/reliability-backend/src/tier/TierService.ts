import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  fingerprint,
  OverrideTierRequest,
  reliabilityTierOverridePermission,
  ServiceResponse,
  TierHistoryResponse,
  TiersResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { nameOf } from '../access/nameOf';
import { requirePerson } from '../access/requirePerson';
import { ReliabilityConfig } from '../config/config';
import { Stores } from '../database/stores';
import { decodeCursor, encodeCursor, isInteger, pageOf } from '../http/cursor';
import { PageCommand } from '../maturity/commands';
import { MaturityService } from '../maturity/MaturityService';
import { RankingService } from '../maturity/RankingService';
import { Reassessor } from '../maturity/Reassessor';

/** Tiers, and the tier of one service. */
export class TierService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly access: Access;
      readonly reassessor: Reassessor;
      readonly ranking: RankingService;
      readonly maturity: MaturityService;
      readonly now: () => number;
    },
  ) {}

  tiers(): TiersResponse {
    const { tiers } = this.options.config;
    return {
      items: tiers as TiersResponse['items'],
      hash: fingerprint(tiers),
    };
  }

  /** Sets the tier by hand. @throws InputError when no such tier is configured */
  async override(
    entityRef: string,
    request: OverrideTierRequest,
    credentials: BackstageCredentials,
  ): Promise<ServiceResponse> {
    const { stores, config, now } = this.options;
    await this.requirePermission(entityRef, credentials);
    const known = config.tiers.map(({ id }) => id);
    if (!known.includes(request.tier)) {
      throw new InputError(
        `tier: unknown tier "${request.tier}", expected one of ${known.join(
          ', ',
        )}`,
      );
    }
    return this.change(entityRef, credentials, tx =>
      stores.tiers.set(tx, entityRef, {
        ...request,
        setBy: nameOf(credentials),
        setAt: now(),
      }),
    );
  }

  /** Takes the override back; without one nothing changes. */
  async removeOverride(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<ServiceResponse> {
    const { stores, now } = this.options;
    await this.requirePermission(entityRef, credentials);
    return this.change(entityRef, credentials, tx =>
      stores.tiers.remove(tx, entityRef, nameOf(credentials), now()),
    );
  }

  async history(
    entityRef: string,
    command: PageCommand,
    credentials: BackstageCredentials,
  ): Promise<TierHistoryResponse> {
    const { knex, stores, maturity } = this.options;
    await maturity.requireVisible(entityRef, credentials);
    const madeFor = fingerprint(['tier history', entityRef]);
    const found = await stores.tiers.changes(knex, entityRef, {
      before: decodeCursor(command.cursor, madeFor, isInteger),
      limit: command.limit + 1,
    });
    const { items, ...page } = pageOf(found.items, command.limit, last =>
      encodeCursor(last.id, madeFor),
    );
    return {
      items: items.map(({ id: _, ...change }) => change),
      totalItems: found.total,
      ...page,
    };
  }

  /** Whoever may not see the service is told that there is none; whoever may, but not change it, is refused. */
  private async requirePermission(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const { access, maturity } = this.options;
    await maturity.requireVisible(entityRef, credentials);
    requirePerson(credentials, 'set a tier by hand or take it back');
    await access.requireOn(
      reliabilityTierOverridePermission,
      credentials,
      entityRef,
    );
  }

  private async change(
    entityRef: string,
    credentials: BackstageCredentials,
    write: (tx: Knex.Transaction) => Promise<void>,
  ): Promise<ServiceResponse> {
    const { knex, stores, reassessor, ranking, maturity, now } = this.options;
    await knex.transaction(async tx => {
      // The lock comes first: a reassessment under way must not save a report with the old tier after us.
      await stores.services.lock(tx, [entityRef]);
      await write(tx);
      // Deadlines of postmortems follow from the tier.
      await stores.incidentMarks.touch(tx, [entityRef], now());
      await reassessor.reassess(tx, [entityRef], now(), nameOf(credentials));
    });
    ranking.changed();
    return maturity.get(entityRef, credentials);
  }
}
