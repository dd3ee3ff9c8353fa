import { quantile } from '../../incidents';
import { DatedExemption, isExemptionEnding } from './exemptionState';

/** An exemption in force, as its debt is counted. @public */
export interface DebtExemption extends DatedExemption {
  readonly entityRef: string;
  readonly check: string;
  /** Share of the check in the score, as of the approval. */
  readonly weight: number;
  /** Since when the check is exempt without a break, in milliseconds since the epoch; absent: not known. */
  readonly since?: number;
  readonly renewals: number;
}

/** An incident of a service that began while a check of the service was exempt. @public */
export interface DebtIncident {
  readonly incidentId: string;
  readonly entityRef: string;
  /** The largest share of one error budget of the service that it took; 1: all of it; null: not measured. */
  readonly budgetShare: number | null;
}

/** What a team owes: the demands that were waived, for how long, and what happened meanwhile. @public */
export interface WaiverDebt {
  readonly exemptions: number;
  readonly services: number;
  readonly weight: number;
  /** Whole days; null where nobody knows since when anything is exempt. */
  readonly medianAgeDays: number | null;
  readonly oldestAgeDays: number | null;
  /** Exemptions of which nobody knows since when they are. */
  readonly undated: number;
  readonly renewals: number;
  /** In force for two weeks more at most. */
  readonly expiring: number;
  readonly incidents: number;
  /** Sum over incidents and services; null where there are incidents and none was measured. */
  readonly budgetShare: number | null;
  /** Pairs of incident and service without a measured share. */
  readonly unmeasured: number;
}

const DAY = 24 * 60 * 60 * 1000;

const byPair = (incidents: readonly DebtIncident[]) => [
  ...new Map(
    incidents.map(each => [`${each.entityRef} ${each.incidentId}`, each]),
  ).values(),
];

/**
 * What incidents took out of budgets: the sum of the largest share that each took of one budget of each service.
 * An incident is counted once, however many services or exemptions it met.
 *
 * @public
 */
export function spentByIncidents(
  incidents: readonly DebtIncident[],
): Pick<WaiverDebt, 'incidents' | 'budgetShare' | 'unmeasured'> {
  const pairs = byPair(incidents);
  const shares = pairs.flatMap(({ budgetShare }) => budgetShare ?? []);
  return {
    incidents: new Set(pairs.map(({ incidentId }) => incidentId)).size,
    budgetShare:
      pairs.length > 0 && shares.length === 0
        ? null
        : shares.reduce((sum, share) => sum + share, 0),
    unmeasured: pairs.length - shares.length,
  };
}

/**
 * The waiver debt of some services. The age of an exemption is the time since the check is exempt without a break,
 * so that a renewal makes nothing younger. Of ages there are a median and the oldest, and no mean: one that is
 * forgotten for years would hide behind it.
 *
 * @param exemptions - those in force
 * @param incidents - what began while they were
 * @param now - milliseconds since the epoch
 * @public
 */
export function waiverDebt(
  exemptions: readonly DebtExemption[],
  incidents: readonly DebtIncident[],
  now: number,
): WaiverDebt {
  const ages = exemptions
    .flatMap(({ since }) => (since === undefined ? [] : now - since))
    .sort((a, b) => a - b);
  const days = (age: number | null) =>
    age === null ? null : Math.floor(age / DAY);
  const sum = (valueOf: (exemption: DebtExemption) => number) =>
    exemptions.reduce((total, exemption) => total + valueOf(exemption), 0);
  return {
    exemptions: exemptions.length,
    services: new Set(exemptions.map(({ entityRef }) => entityRef)).size,
    weight: sum(({ weight }) => weight),
    medianAgeDays: days(quantile(ages, 0.5)),
    oldestAgeDays: days(quantile(ages, 1)),
    undated: exemptions.length - ages.length,
    renewals: sum(({ renewals }) => renewals),
    expiring: exemptions.filter(each => isExemptionEnding(each, now)).length,
    ...spentByIncidents(incidents),
  };
}

/**
 * The owners that answer for what an owner has: itself and, where groups are nested, every group above it. A group
 * that is its own ancestor is counted once.
 *
 * @param parents - of each group, by reference
 * @public
 */
export function answerableOwners(
  owner: string,
  parents: ReadonlyMap<string, readonly string[]>,
): string[] {
  const seen = new Set([owner]);
  for (const each of seen) {
    for (const parent of parents.get(each) ?? []) seen.add(parent);
  }
  return [...seen];
}
