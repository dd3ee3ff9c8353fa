import {
  OncallCoverage,
  OncallWindow,
  requiredTimes,
  RotationItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { ReliabilityConfig } from '../config/config';
import { Stores } from '../database/stores';
import { presentRotation, timelineOf, UsedBy } from './presentRotation';
import { ReplyPeople } from './ReplyPeople';
import { RotationView } from './rotationView';

/** Who asks, and for which time. */
export interface RotationAudience {
  readonly at: number;
  /** References of services that the reader may see; absent: all. */
  readonly visible?: readonly string[];
  readonly reply: ReplyPeople;
}

/** The most demanding first. */
const COVERAGES: readonly OncallCoverage[] = [
  '24x7',
  'business-hours',
  'best-effort',
];

/** Tells of rotations together with the services that use them. */
export class RotationPresenter {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
    },
  ) {}

  /** Rotations as lists show them, in their order. */
  async present(
    views: readonly RotationView[],
    { at, visible, reply }: RotationAudience,
  ): Promise<RotationItem[]> {
    const using = await this.servicesUsing(
      views.map(({ id }) => id),
      visible,
    );
    return views.map(view => {
      const services = using.get(view.id) ?? [];
      const required = this.required(services, at);
      return presentRotation(view, services, { reply, at, required });
    });
  }

  /** The services that the reader may see, by the id of the rotation. */
  servicesUsing(
    ids: readonly string[],
    visible: readonly string[] | undefined,
  ): Promise<Map<string, UsedBy[]>> {
    const { knex, stores, config } = this.options;
    const { tiers } = config;
    return stores.oncallRotationList.servicesUsing(knex, ids, {
      visible,
      tiers,
    });
  }

  /** The times in which the most demanding service wants somebody. */
  private required(services: readonly UsedBy[], at: number): OncallWindow[] {
    const { tiers, oncall } = this.options.config;
    const wanted = services.map(
      ({ tierId }) =>
        tiers.find(({ id }) => id === tierId)?.contract.oncall?.coverage,
    );
    return requiredTimes(
      COVERAGES.find(coverage => wanted.includes(coverage)),
      timelineOf(at),
      oncall.businessHours,
    );
  }
}
