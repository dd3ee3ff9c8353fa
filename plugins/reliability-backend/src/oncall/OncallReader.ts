import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  OncallPerson,
  OncallWindow,
  personKey,
  reliabilityOncallPeoplePermission,
  ServiceCover,
  serviceCover,
  TierContract,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { ReliabilityConfig } from '../config/config';
import { OncallAccount } from '../config/oncall';
import { Stores } from '../database/stores';
import { CoverAt } from './oncallAt';
import { ReplyPeople } from './ReplyPeople';
import { Responder } from './ResponderStore';
import { isOwn, peopleIn, RotationView, viewOf } from './rotationView';
import { ServiceRotations } from './ServiceRotations';

/** Whether the account says that the person is gone. */
const isGone = (person: OncallPerson) =>
  (person as Partial<Responder>).left === true;

/** What the routes of on-call read. Everything is in our own database; no provider is asked. */
export class OncallReader {
  private readonly accounts: ReadonlyMap<string, OncallAccount>;

  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly access: Access;
      readonly now: () => number;
    },
  ) {
    this.accounts = new Map(
      options.config.oncall.accounts.map(each => [each.name, each]),
    );
  }

  /** For which times something can be known. */
  known(): OncallWindow {
    const { config, now } = this.options;
    return {
      from: now() - config.oncallShiftRetentionMs,
      to: now() + config.oncall.lookaheadMs,
    };
  }

  /** What the database needs to tell who is on call. */
  coverAt(at: number): CoverAt {
    const accounts = [...this.accounts.values()];
    return {
      at,
      freshAfter: this.freshAfter(),
      counting: accounts
        .filter(({ mirror }) => !mirror)
        .map(({ name }) => name),
    };
  }

  /** Whether a reader lacks the permission to see people. */
  async hidesPeople(credentials: BackstageCredentials): Promise<boolean> {
    const { access } = this.options;
    return !(await access.has(reliabilityOncallPeoplePermission, credentials));
  }

  /** What a tier demands; undefined where there is no such tier. */
  contractOf(tierId: string): TierContract | undefined {
    return this.options.config.tiers.find(({ id }) => id === tierId)?.contract;
  }

  /** Rotations by id, with their shifts in a period; default: what was read last. */
  async views(
    ids: readonly string[],
    period?: OncallWindow,
  ): Promise<Map<string, RotationView>> {
    const { knex, stores } = this.options;
    const options = {
      accounts: this.accounts,
      freshAfter: this.freshAfter(),
      period,
    };
    const records = await stores.oncallRotations.of(knex, ids, period);
    return new Map(
      [...records].map(([id, record]) => [id, viewOf(record, options)]),
    );
  }

  /** The rotations of services, with their shifts in a period; default: what was read last. */
  async ofServices(
    refs: readonly string[],
    period?: OncallWindow,
  ): Promise<ServiceRotations> {
    const { knex, stores } = this.options;
    const links = await stores.oncallLinks.ofServices(knex, refs);
    const ids = [...links.values()].flat().map(({ rotationId }) => rotationId);
    const views = await this.views([...new Set(ids)], period);
    return new ServiceRotations(links, views);
  }

  /** The people of a reply about rotations. */
  async people(
    views: readonly RotationView[],
    hidden: boolean,
  ): Promise<ReplyPeople> {
    const { knex, stores } = this.options;
    const people = peopleIn(views);
    const refs = people.flatMap(({ entityRef }) => entityRef ?? []);
    return new ReplyPeople(people, {
      hidden,
      known: await stores.people.of(knex, [...new Set(refs)]),
      left: new Set(people.filter(isGone).map(personKey)),
    });
  }

  /** The cover of a service by all its rotations; without a tier nothing is said of what it wants. */
  cover(
    views: readonly RotationView[],
    { at, tierId }: { at: number; tierId?: string },
  ): ServiceCover {
    const { config, now } = this.options;
    const own = views.filter(isOwn);
    return serviceCover(
      own.flatMap(({ known }) => known ?? []),
      {
        at,
        now: now(),
        contract: tierId === undefined ? undefined : this.contractOf(tierId),
        hours: config.oncall.businessHours,
        staleAfterMs: config.oncall.staleAfterMs,
        pending: own.filter(({ known }) => !known).map(({ id }) => id),
      },
    );
  }

  private freshAfter(): number {
    return this.options.now() - this.options.config.oncall.staleAfterMs;
  }
}
