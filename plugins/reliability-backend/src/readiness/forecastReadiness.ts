import {
  assess,
  assessChecklist,
  ChecklistAssessment,
  CompiledChecklist,
  CompiledScorecard,
  Exemption,
  Facts,
  PhaseSignOff,
  readinessFacts,
  UNTIERED,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ReliabilityConfig } from '../config/config';
import { Subject } from '../maturity/buildReport';
import { levelRef } from '../maturity/present';
import { AnswersOfChecklist } from './assessSignOffs';
import { StoredForecast } from './readinessRow';

/** Ends of answers further away than this are no news, and each costs an assessment. */
export const FORECAST_MS = 30 * 24 * 60 * 60 * 1000;
const FORECASTS = 3;

/** A checklist with what it says about a service now. */
export interface LookedAt {
  readonly checklist: CompiledChecklist;
  readonly answers: AnswersOfChecklist;
  readonly assessment: ChecklistAssessment;
  readonly signOffs: readonly PhaseSignOff[];
}

/** Facts as they will be if only time passes: what else may go stale until then is another question. */
const lasting = (facts: Facts): Facts =>
  facts.map(({ expiresAt: _, ...group }) => group);

const signOffsAt = (signOffs: readonly PhaseSignOff[], at: number) =>
  signOffs.map(signOff => ({
    ...signOff,
    valid: signOff.valid && (signOff.validUntil ?? Infinity) > at,
  }));

/**
 * The soonest ends of answers, and whether the level on the first scorecard of the service falls then.
 *
 * @param all - every checklist of the service: an end in one leaves the facts of the others as they are
 */
export function forecastReadiness(
  looked: LookedAt,
  all: readonly LookedAt[],
  subject: Subject,
  context: {
    readonly config: Pick<ReliabilityConfig, 'scorecards'>;
    /** Of the service, configured and approved in the portal. */
    readonly exemptions: readonly Exemption[];
    readonly now: number;
  },
): StoredForecast[] {
  const { config, exemptions, now } = context;
  const { applies, forecast } = looked.assessment;
  const soon = applies
    ? forecast.filter(({ at }) => at - now < FORECAST_MS).slice(0, FORECASTS)
    : [];
  const scorecard = config.scorecards.find(({ definition }) =>
    subject.service.scorecards.includes(definition.id),
  );
  if (soon.length === 0 || !scorecard) return soon;
  let before = levelAt(now, all, subject, scorecard, exemptions);
  return soon.map(({ at, items }) => {
    const after = levelAt(at, all, subject, scorecard, exemptions);
    const from = before;
    before = after;
    const level = {
      from: levelRef(scorecard, from).name,
      to: levelRef(scorecard, after).name,
    };
    return after < from ? { at, items, level } : { at, items };
  });
}

function levelAt(
  at: number,
  all: readonly LookedAt[],
  { tier, facts }: Subject,
  scorecard: CompiledScorecard,
  exemptions: readonly Exemption[],
): number {
  const held = lasting(facts);
  const assessments = all.map(({ checklist, answers }) =>
    assessChecklist(
      { facts: held, tierId: tier.tier?.id ?? UNTIERED, answers },
      checklist,
      at,
    ),
  );
  const signOffs = all.flatMap(looked => signOffsAt(looked.signOffs, at));
  return assess(
    [...held, ...readinessFacts(assessments, signOffs, at)],
    scorecard,
    at,
    exemptions.filter(each => each.scorecard === scorecard.definition.id),
  ).level;
}
