import { UNTIERED_RANK } from '../../tier';

/** What makes it likely that a failing check does harm at a service. @public */
export interface RiskEvidence {
  /** Whether the check fails for 30 days or longer. */
  readonly longFailing: boolean;
  /** Of the service that began in the last 90 days. */
  readonly incidents: number;
  /** Of them of severity 1 or 2. */
  readonly severe: number;
  /** Share of the worst error budget that is left; null: not known. */
  readonly remaining: number | null;
  /** Highest burn rate over 6 hours; null: not known. */
  readonly burn: number | null;
}

/** Likelihood and impact, each 1 to 5. @public */
export interface RiskDegrees {
  readonly likelihood: number;
  readonly impact: number;
  /** Their product. */
  readonly score: number;
}

/** From so many days on a failing check counts as failing for long. @public */
export const RISK_LONG_DAYS = 30;

const MANY = 3;

const isBurning = ({ remaining, burn }: RiskEvidence) =>
  (remaining !== null && remaining <= 0) || (burn !== null && burn > 1);

/**
 * 1, and 1 more for each: the check fails for 30 days; the service had an incident in 90 days; it had three, or one
 * of severity 1 or 2; a budget of it is spent or burns faster than it lasts. Our own formula. What is not known adds
 * nothing.
 *
 * @public
 */
export function riskLikelihood(evidence: RiskEvidence): number {
  const { longFailing, incidents, severe } = evidence;
  return [
    longFailing,
    incidents > 0,
    incidents >= MANY || severe > 0,
    isBurning(evidence),
  ].reduce((sum, holds) => sum + (holds ? 1 : 0), 1);
}

/** 5 for the most critical tier and one less for each below, 1 at least; without a tier 3, the middle. @public */
export const riskImpact = (tierRank: number): number =>
  tierRank === UNTIERED_RANK ? 3 : Math.max(1, 5 - tierRank);

/** How much a failing check of a service weighs. @public */
export function derivedRisk(
  evidence: RiskEvidence,
  tierRank: number,
): RiskDegrees {
  const likelihood = riskLikelihood(evidence);
  const impact = riskImpact(tierRank);
  return { likelihood, impact, score: likelihood * impact };
}

const counted = (count: number, word: string) =>
  `${count} ${word}${count === 1 ? '' : 's'}`;

/** Why a derived risk is where it is, in plain words; the tier last. @public */
export function riskReasons(
  evidence: RiskEvidence,
  at: { readonly tierName: string; readonly tierRank: number },
): string[] {
  const { longFailing, incidents, severe, remaining } = evidence;
  const spent = remaining !== null && remaining <= 0;
  const incidentsWords = `${counted(incidents, 'incident')} in 90 days`;
  return [
    longFailing ? 'The check fails for 30 days or longer' : 'It fails now',
    ...(incidents > 0
      ? [
          severe > 0
            ? `${incidentsWords}, ${severe} of severity 1 or 2`
            : incidentsWords,
        ]
      : []),
    ...(spent ? ['An error budget is spent'] : []),
    ...(!spent && isBurning(evidence)
      ? ['An error budget burns faster than it lasts']
      : []),
    at.tierRank === UNTIERED_RANK
      ? 'The service has no tier; its impact is taken as 3'
      : `The tier is ${at.tierName}`,
  ];
}
