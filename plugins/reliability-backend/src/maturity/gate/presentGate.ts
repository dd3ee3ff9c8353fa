import {
  Exemption,
  exemptionEnd,
  GateAnswer,
  GateAnswerReason,
  gateFactCatalogue,
  GateGauge,
  GateReason,
  GateSeenFact,
  GateWaiverItem,
  RecordedGateDecision,
} from '@plimsoll/backstage-plugin-reliability-common';
import { isoOrNull, isoTime } from '../../database/dates';
import { observedFact } from '../presentReport';
import { DecisionLine } from './GateDecisionStore';
import { WaiverLine } from './GateWaiverStore';

const units = new Map(gateFactCatalogue.map(({ key, unit }) => [key, unit]));

function seenFact({ path, ...fact }: GateSeenFact) {
  const unit = units.get(path);
  return { ...observedFact(path, fact), ...(unit && { unit }) };
}

/** A reason as it is answered. */
export function presentReason(reason: GateReason): GateAnswerReason {
  const { waivedBy } = reason;
  return {
    kind: reason.kind,
    rules: [...reason.rules],
    title: reason.title,
    noun: reason.noun,
    decision: reason.decision,
    before: reason.before,
    text: reason.text,
    facts: reason.facts.map(seenFact),
    source: reason.source,
    at: isoOrNull(reason.at),
    waivedBy: waivedBy
      ? {
          id: waivedBy.id,
          by: waivedBy.by,
          reason: waivedBy.reason,
          until: isoTime(waivedBy.until),
        }
      : null,
  };
}

/** What the graphic draws, as it is answered. */
export const presentGauge = (gauge: GateGauge): GateAnswer['gauge'] => ({
  ...gauge,
  parts: gauge.parts.map(part => ({ ...part, at: isoOrNull(part.at) })),
});

/** Exemptions in force: how many, and when the next ends. */
export function presentExemptions(
  exemptions: readonly Exemption[],
): GateAnswer['exemptions'] {
  const ends = exemptions.map(exemptionEnd);
  return {
    count: exemptions.length,
    nextEnd: ends.length > 0 ? isoTime(Math.min(...ends)) : null,
  };
}

/** A waiver as it is answered at a time. */
export function presentWaiver(line: WaiverLine, now: number): GateWaiverItem {
  const { ended } = line;
  const running = line.until > now ? 'in-force' : 'over';
  return {
    id: line.id,
    entityRef: line.entityRef,
    serviceTitle: line.serviceTitle,
    owner: line.owner ?? null,
    rules: line.rules ? [...line.rules] : null,
    reason: line.reason,
    until: isoTime(line.until),
    by: line.by,
    at: isoTime(line.at),
    state: ended ? 'ended' : running,
    ended: ended ? { ...ended, at: isoTime(ended.at) } : null,
  };
}

/** A recorded decision as it is answered. */
export function presentDecision(line: DecisionLine): RecordedGateDecision {
  const { override } = line;
  return {
    id: line.id,
    entityRef: line.entityRef,
    serviceTitle: line.serviceTitle,
    owner: line.owner ?? null,
    tier: line.tier ?? null,
    decision: line.decision,
    state: line.state,
    headline: line.headline,
    reasons: [...line.reasons],
    change: line.change ?? null,
    ref: line.ref ?? null,
    url: line.url ?? null,
    by: line.by,
    at: isoTime(line.at),
    override: override ? { ...override, at: isoTime(override.at) } : null,
  };
}
