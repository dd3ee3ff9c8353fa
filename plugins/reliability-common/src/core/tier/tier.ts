import { Duration } from 'luxon';

/** How on-call cover is promised: around the clock, in office hours, or as people find the time. @public */
export type OncallCoverage = '24x7' | 'business-hours' | 'best-effort';

/**
 * What a tier demands of its services. Durations are ISO 8601, targets are percent:
 * the form in which people write and read them.
 *
 * @public
 */
export interface TierContract {
  /** Availability objective in percent, for instance 99.95. */
  readonly sloTarget?: number;
  /** Recovery time objective: how long an outage may last. */
  readonly rto?: string;
  /** Recovery point objective: how much data, counted in time, may be lost. */
  readonly rpo?: string;
  readonly oncall?: {
    readonly coverage?: OncallCoverage;
    /** People who share the rotation. */
    readonly minResponders?: number;
    /** Escalation levels. */
    readonly minLevels?: number;
    /** A page is acknowledged within this time. */
    readonly acknowledge?: string;
  };
  readonly postmortem?: {
    /** Severities that need a postmortem, 1 being the worst. */
    readonly severities?: readonly number[];
    /** A draft stands this long after the incident was resolved. */
    readonly draft?: string;
    /** It is published this long after the incident was resolved. */
    readonly publish?: string;
  };
  readonly slo?: {
    /** An SLO is at risk with less of its error budget left than this; percent. */
    readonly atRiskBelow?: number;
    /** Which alerts its SLOs raise; absent: both. */
    readonly alerts?: readonly ('page' | 'ticket')[];
  };
  /** Readiness and objectives are reviewed at least this often. */
  readonly reviewEvery?: string;
}

/** A tier as configured; `rank` is its place in the list, 0 the most critical. @public */
export interface Tier {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly rank: number;
  readonly contract: TierContract;
}

/** The id of a service that declares no tier, or one that is not configured. @public */
export const UNTIERED = 'untiered';

/** The rank under which services without a tier sort: after every tier. @public */
export const UNTIERED_RANK = 999;

/** The annotation that declares a tier. @public */
export const TIER_ANNOTATION = 'plimsoll.dev/tier';

/** An ISO 8601 duration in the unit asked for; undefined stays undefined. */
function inUnit(
  iso: string | undefined,
  unit: 'minutes' | 'hours' | 'days',
): number | undefined {
  return iso === undefined ? undefined : Duration.fromISO(iso).as(unit);
}

/** Drops undefined members, so that an absent demand is an absent fact. */
function present<T extends object>(object: T): T {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined),
  ) as T;
}

/**
 * A contract as facts for checks: `tier.contract.*`, durations as numbers in the unit that
 * the name ends in. A demand that the contract does not make is absent, so a check that
 * compares with it is unknown rather than met.
 *
 * @public
 */
export function contractFacts(contract: TierContract) {
  const { oncall = {}, postmortem = {}, slo = {} } = contract;
  return present({
    sloTarget: contract.sloTarget,
    rtoMinutes: inUnit(contract.rto, 'minutes'),
    rpoMinutes: inUnit(contract.rpo, 'minutes'),
    oncall: present({
      coverage: oncall.coverage,
      minResponders: oncall.minResponders,
      minLevels: oncall.minLevels,
      acknowledgeMinutes: inUnit(oncall.acknowledge, 'minutes'),
    }),
    postmortem: present({
      severities: postmortem.severities,
      draftHours: inUnit(postmortem.draft, 'hours'),
      publishHours: inUnit(postmortem.publish, 'hours'),
    }),
    slo: present({ atRiskBelow: slo.atRiskBelow, alerts: slo.alerts }),
    reviewEveryDays: inUnit(contract.reviewEvery, 'days'),
  });
}

/** Tiers of rank 0 and 1 promise recovery within minutes or an hour; their gaps are looked at first. @public */
export function isUrgentTier(tier: Pick<Tier, 'rank'>): boolean {
  return tier.rank <= 1;
}
