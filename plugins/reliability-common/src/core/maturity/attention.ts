import type { Assessment } from './assess';
import { isUrgentTier, TierResolution } from '../tier';
import { lacksTier } from './explain';
import { CompiledScorecard, exemptionEnd } from './scorecard';

/** Why a service should be looked at first. @public */
export type AttentionKind =
  | 'data-problem'
  | 'critical-below-first-level'
  | 'stale-facts'
  | 'unknown-facts'
  | 'exemption-ending'
  | 'dropped';

/** One reason, in words. @public */
export interface Attention {
  readonly kind: AttentionKind;
  readonly text: string;
}

const DAY = 24 * 60 * 60 * 1000;
/** How long before its end an exemption is a reason to look. @public */
export const EXEMPTION_NOTICE = 14 * DAY;

/** For how long a lost level is a reason to look. @public */
export const DROP_NOTICE = 14 * DAY;

const plural = (count: number, one: string) =>
  count === 1 ? `1 ${one}` : `${count} ${one}s`;

/**
 * The reasons to look at a service, most urgent first. They are stored with the report, so `now` is the
 * time of the assessment.
 *
 * @public
 */
export function attentionOf(
  assessment: Pick<Assessment, 'level' | 'checks'>,
  scorecard: CompiledScorecard,
  service: {
    tier: TierResolution;
    problems: readonly string[];
    /** When its level last fell. */
    droppedAt?: number;
  },
  now: number,
): Attention[] {
  const reasons: Attention[] = [];
  const { tier } = service.tier;
  if (tier && isUrgentTier(tier) && assessment.level < 0) {
    const first = scorecard.definition.levels[0].name;
    reasons.push({
      kind: 'critical-below-first-level',
      text: `${tier.name}, yet below ${first}`,
    });
  }
  for (const text of service.problems) {
    reasons.push({ kind: 'data-problem', text });
  }
  const { droppedAt } = service;
  if (droppedAt !== undefined && droppedAt + DROP_NOTICE > now) {
    reasons.push({ kind: 'dropped', text: 'Lost a level lately' });
  }
  let [stale, undecided, absent, ending] = [0, 0, 0, 0];
  for (const { enforcement, outcome, reason } of assessment.checks) {
    if (enforcement !== 'enforced') continue;
    if (outcome === 'unknown') {
      if (reason?.kind === 'stale') stale += 1;
      else if (lacksTier(reason)) undecided += 1;
      else absent += 1;
    }
    if (
      reason?.kind === 'exempt' &&
      exemptionEnd(reason) - now <= EXEMPTION_NOTICE
    ) {
      ending += 1;
    }
  }
  if (stale > 0) {
    reasons.push({
      kind: 'stale-facts',
      text: `${plural(stale, 'check')} without fresh facts`,
    });
  }
  if (undecided > 0) {
    reasons.push({
      kind: 'unknown-facts',
      text: `Without a tier ${plural(undecided, 'check')} cannot be decided`,
    });
  }
  if (absent > 0) {
    reasons.push({
      kind: 'unknown-facts',
      text: `${plural(absent, 'check')} without facts`,
    });
  }
  if (ending > 0) {
    reasons.push({
      kind: 'exemption-ending',
      text: `${plural(ending, 'exemption')} about to end`,
    });
  }
  return reasons;
}
