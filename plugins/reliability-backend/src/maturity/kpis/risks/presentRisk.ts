import {
  CompiledScorecard,
  RiskItem,
  RiskOwnership,
  riskReasons,
  Tier,
  UNTIERED,
} from '@plimsoll/backstage-plugin-reliability-common';
import { isoTime } from '../../../database/dates';
import { tierNames } from '../../../tier/tierNames';
import { StoredItem } from '../../reportRow';
import { DerivedRisk } from './DerivedRisks';
import { StoredRisk } from './riskRow';
import { SeenRisk } from './riskVisibility';

/** What risks are presented with. */
export interface RiskContext {
  readonly scorecards: readonly CompiledScorecard[];
  readonly tiers: readonly Tier[];
  /** UTC, YYYY-MM-DD. */
  readonly today: string;
}

/** Whether the day of a risk is over and nobody closed it. */
export const isOverdue = (
  { state, reviewBy }: Pick<StoredRisk, 'state' | 'reviewBy'>,
  today: string,
): boolean => state !== 'closed' && reviewBy < today;

const ownershipOf = (risk: StoredRisk, today: string): RiskOwnership => ({
  id: risk.id,
  owner: risk.owner,
  state: risk.state,
  mitigation: risk.mitigation,
  reviewBy: risk.reviewBy,
  overdue: isOverdue(risk, today),
  version: risk.version,
});

const titleOfCheck = (
  { scorecards }: RiskContext,
  scorecard: string,
  check: string,
) =>
  scorecards
    .find(({ definition }) => definition.id === scorecard)
    ?.definition.checks.find(({ id }) => id === check)?.title ?? check;

/** A risk that somebody wrote down. @param derived - of the check that it took over, where that fails now */
export function presentWritten(
  { risk, services, seesCheck }: SeenRisk,
  derived: DerivedRisk | undefined,
  context: RiskContext,
): RiskItem {
  const check = seesCheck ? risk.check : null;
  return {
    id: risk.id,
    kind: 'written',
    title: risk.title,
    description: risk.description,
    likelihood: risk.likelihood,
    impact: risk.impact,
    score: risk.likelihood * risk.impact,
    reasons: derived ? reasonsOf(derived, context) : [],
    check: check && {
      scorecard: check.scorecard,
      id: check.check,
      title: titleOfCheck(context, check.scorecard, check.check),
      entityRef: check.entityRef,
      failing: derived !== undefined,
      since: derived?.since ?? null,
    },
    services: services.map(({ entityRef, title }) => ({ entityRef, title })),
    scope: risk.scope,
    tier: null,
    owner: risk.owner,
    mitigation: risk.mitigation,
    reviewBy: risk.reviewBy,
    overdue: isOverdue(risk, context.today),
    state: risk.state,
    version: risk.version,
    createdBy: risk.createdBy,
    createdAt: isoTime(risk.createdAt),
    changedBy: risk.changedBy,
    changedAt: isoTime(risk.changedAt),
    owned: null,
  };
}

function reasonsOf(
  { report, evidence }: DerivedRisk,
  { tiers }: RiskContext,
): string[] {
  const { tierId, tierRank } = report;
  return riskReasons(evidence, {
    tierName: tierNames(tiers)(tierId),
    tierRank,
  });
}

/** A risk that a failing check means. @param owned - what somebody wrote down of it */
export function presentDerived(
  derived: DerivedRisk,
  owned: StoredRisk | undefined,
  context: RiskContext,
): RiskItem {
  const { report, index, since, likelihood, impact, score } = derived;
  const { scorecardId: scorecard, entityRef, tierId, tierRank } = report;
  const { title, owner } = JSON.parse(report.item) as StoredItem;
  const check = context.scorecards.find(
    ({ definition }) => definition.id === scorecard,
  )!.definition.checks[index];
  return {
    id: `${scorecard}/${check.id}/${entityRef}`,
    kind: 'derived',
    title: check.title,
    description: check.why ?? '',
    likelihood,
    impact,
    score,
    reasons: reasonsOf(derived, context),
    check: {
      scorecard,
      id: check.id,
      title: check.title,
      entityRef,
      failing: true,
      since,
    },
    services: [{ entityRef, title }],
    scope: { owner: null, system: null },
    tier: {
      id: tierId,
      name: tierNames(context.tiers)(tierId),
      rank: tierId === UNTIERED ? null : tierRank,
    },
    owner,
    mitigation: '',
    reviewBy: null,
    overdue: false,
    state: 'open',
    version: null,
    createdBy: null,
    createdAt: null,
    changedBy: null,
    changedAt: null,
    owned: owned ? ownershipOf(owned, context.today) : null,
  };
}
