import { Tier } from '../../tier';

/** What speaks for the tier of a service. @public */
export interface TierEvidence {
  /** Ranks of the tiers of the services that need it, hard dependents only; null: without a tier. */
  readonly dependentRanks: readonly (number | null)[];
  /** Its highest SLO target in parts per million; null: it has no SLO. */
  readonly target: number | null;
  /** Incidents of the last 90 days. */
  readonly sev1: number;
  readonly sev2: number;
  /** Calls for people in the last 90 days. */
  readonly pages: number;
}

/** One reason, with the rank of the tier that it speaks for. @public */
export type TierReason = { readonly rank: number } & (
  | { readonly kind: 'dependents'; readonly count: number }
  | { readonly kind: 'slo'; readonly target: number; readonly asked: number }
  | { readonly kind: 'incidents'; readonly sev1: number; readonly sev2: number }
  | { readonly kind: 'pages'; readonly pages: number }
  | { readonly kind: 'many-dependents'; readonly count: number }
);

/** Another tier that the evidence speaks for. @public */
export interface TierProposal {
  readonly rank: number;
  readonly direction: 'declare' | 'raise' | 'lower';
  readonly confidence: 'high' | 'medium' | 'low';
  readonly reasons: readonly TierReason[];
}

/** From so many pages in 90 days people are woken for it. */
const MANY_PAGES = 30;

/** From so many hard dependents it is a part of the ground. */
const MANY_DEPENDENTS = 10;

/** Parts per million. */
const inPpm = (percent: number) => Math.round(percent * 10_000);

/** The most critical tier whose contract the target meets. */
function sloReason(target: number, tiers: readonly Tier[]): TierReason[] {
  const [met] = tiers
    .flatMap(({ rank, contract: { sloTarget } }) =>
      sloTarget === undefined ? [] : [{ rank, asked: inPpm(sloTarget) }],
    )
    .filter(({ asked }) => target >= asked)
    .sort((a, b) => b.asked - a.asked || a.rank - b.rank);
  return met ? [{ kind: 'slo', target, ...met }] : [];
}

function reasonsOf(
  evidence: TierEvidence,
  tiers: readonly Tier[],
): TierReason[] {
  const { dependentRanks, target, sev1, sev2, pages } = evidence;
  const atMost = (rank: number) => Math.min(rank, tiers.length - 1);
  const ranked = dependentRanks.flatMap(rank => rank ?? []);
  const top = ranked.reduce((least, rank) => Math.min(least, rank), Infinity);
  const needed = dependentRanks.length;
  return [
    ...(ranked.length > 0
      ? [
          {
            kind: 'dependents' as const,
            rank: top,
            count: ranked.filter(rank => rank === top).length,
          },
        ]
      : []),
    ...(target === null ? [] : sloReason(target, tiers)),
    ...(sev1 + sev2 > 0
      ? [
          {
            kind: 'incidents' as const,
            rank: atMost(sev1 > 0 ? 1 : 2),
            sev1,
            sev2,
          },
        ]
      : []),
    ...(pages >= MANY_PAGES
      ? [{ kind: 'pages' as const, rank: atMost(2), pages }]
      : []),
    ...(needed >= MANY_DEPENDENTS
      ? [{ kind: 'many-dependents' as const, rank: atMost(1), count: needed }]
      : []),
  ];
}

/**
 * The tier that the evidence speaks for, where it is another than the declared one. It is the most critical one of
 * what the reasons speak for: the tier of the most critical service that needs it; the most critical tier whose
 * contract its SLO meets; tier 1 for a severity 1 and tier 2 for a severity 2 in 90 days; tier 2 from 30 pages in
 * 90 days; tier 1 from 10 services that need it. A less critical tier is proposed only where both dependents and
 * an SLO are known, and never with more than low confidence: what is not seen is no proof.
 *
 * High confidence: the dependents speak for the tier, and something else for the same or a more critical one.
 * Medium: the dependents alone, or two other reasons. Low: one other reason.
 *
 * @param rank - of its own tier; null: it has none
 * @param tiers - as configured, the most critical first
 * @returns undefined where nothing speaks for another tier
 *
 * @public
 */
export function proposeTier(
  rank: number | null,
  evidence: TierEvidence,
  tiers: readonly Tier[],
): TierProposal | undefined {
  const reasons = reasonsOf(evidence, tiers);
  if (reasons.length === 0) return undefined;
  const proposed = Math.min(...reasons.map(reason => reason.rank));
  if (proposed === rank) return undefined;
  const kinds = new Set(reasons.map(({ kind }) => kind));
  if (rank !== null && proposed > rank) {
    const isKnown = kinds.has('dependents') && kinds.has('slo');
    return isKnown
      ? { rank: proposed, direction: 'lower', confidence: 'low', reasons }
      : undefined;
  }
  const speaking = reasons.filter(
    reason => rank === null || reason.rank < rank,
  );
  const atTop = speaking.filter(reason => reason.rank === proposed);
  const byDependents = atTop.some(({ kind }) => kind === 'dependents');
  const others = (byDependents ? speaking : atTop).filter(
    ({ kind }) => kind !== 'dependents',
  );
  const agreeing = others.filter(reason => reason.rank <= proposed).length;
  return {
    rank: proposed,
    direction: rank === null ? 'declare' : 'raise',
    confidence: confidenceOf(byDependents, agreeing),
    reasons: speaking,
  };
}

function confidenceOf(
  byDependents: boolean,
  agreeing: number,
): TierProposal['confidence'] {
  if (byDependents) return agreeing > 0 ? 'high' : 'medium';
  return agreeing > 1 ? 'medium' : 'low';
}
