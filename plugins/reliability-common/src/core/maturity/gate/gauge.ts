import type { FactContext, FactValue, ObservedFact } from '../../facts';
import { gatePathOf } from './compileGatePolicy';
import { wordsOf } from './gateWording';

/** What bounds how much a service may change. @public */
export type GateGaugeNoun =
  | 'budget'
  | 'burn'
  | 'incidents'
  | 'oncall'
  | 'readiness';

/** How much room one of them leaves. @public */
export interface GateGaugePart {
  readonly noun: GateGaugeNoun;
  /** 0–1000, 1000 is all of it; null: not known, or nothing to go by. */
  readonly room: number | null;
  readonly text: string;
  readonly source: string | null;
  /** Milliseconds since the epoch. */
  readonly at: number | null;
}

/** What the graphic draws. @public */
export interface GateGauge {
  /** The smallest room that is left, 0–1000; null: none is known. */
  readonly line: number | null;
  /** Whose room that is. */
  readonly binding: GateGaugeNoun | null;
  readonly parts: readonly GateGaugePart[];
}

/**
 * Pages of one week that are too many: two in each shift of 12 hours, the most that Google's SRE book has an
 * engineer deal with properly.
 *
 * @public
 */
export const FULL_PAGER_WEEK = 28;

/** Room that is left while an incident goes on, by its severity; a minor one leaves most of it. */
const ROOM = { sev1: 0, sev2: 250, unrated: 250, minor: 750, none: 1000 };

type See = (path: string) => ObservedFact;

const numberOf = (fact: ObservedFact) =>
  fact.state === 'known' && typeof fact.value === 'number'
    ? fact.value
    : undefined;

const clamp = (room: number) =>
  Math.max(0, Math.min(1000, Math.round(room))) || 0;

function partOf(
  noun: GateGaugeNoun,
  fact: ObservedFact,
  room: number | null,
  text: string,
): GateGaugePart {
  const source = fact.source ?? null;
  return { noun, room, text, source, at: fact.at ?? null };
}

/** What is not known is said to be too old, or never to have been there. */
const lacking = (noun: GateGaugeNoun, fact: ObservedFact, never: string) =>
  partOf(
    noun,
    fact,
    null,
    fact.state === 'stale' ? 'What was known of it is too old' : never,
  );

function budget(see: See): GateGaugePart {
  const fact = see('gate.budgetLeft');
  const left = numberOf(fact);
  if (numberOf(see('slo.count')) === 0) {
    return partOf('budget', see('slo.count'), null, 'It has no SLO');
  }
  if (left === undefined) {
    const evaluated = see('slo.withData');
    return lacking('budget', evaluated, 'No SLO has enough data');
  }
  const text =
    left < 0
      ? `The error budget is overspent by ${-left} %`
      : `${left} % of the error budget is left`;
  return partOf('budget', fact, clamp(left * 10), text);
}

function burn(see: See): GateGaugePart {
  const fact = see('slo.burning');
  const burning = numberOf(fact);
  const measured = numberOf(see('slo.withData'));
  if (numberOf(see('slo.count')) === 0) {
    return partOf('burn', see('slo.count'), null, 'It has no SLO');
  }
  if (burning === undefined || !measured) {
    return lacking('burn', fact, 'No SLO has enough data');
  }
  return burning > 0
    ? partOf('burn', fact, 0, 'An SLO burns fast enough to page')
    : partOf('burn', fact, 1000, 'No SLO burns fast enough to page');
}

function incidents(see: See): GateGaugePart {
  const known = see('incidents.known');
  if (known.state === 'known' && known.value === false) {
    return partOf('incidents', known, null, 'Nobody would know of an incident');
  }
  const fact = see('incidents.open');
  const open = numberOf(fact);
  if (open === undefined) {
    return lacking('incidents', fact, 'Their source was never read');
  }
  const some = (path: string) => (numberOf(see(path)) ?? 0) > 0;
  if (some('gate.openSev1')) {
    return partOf('incidents', fact, ROOM.sev1, 'A sev-1 goes on');
  }
  if (some('gate.openSev2')) {
    return partOf('incidents', fact, ROOM.sev2, 'A sev-2 goes on');
  }
  if (some('gate.openUnrated')) {
    const text = 'An incident without a severity goes on';
    return partOf('incidents', fact, ROOM.unrated, text);
  }
  return open > 0
    ? partOf('incidents', fact, ROOM.minor, 'A minor incident goes on')
    : partOf('incidents', fact, ROOM.none, 'No incident goes on');
}

function oncall(see: See): GateGaugePart {
  if (numberOf(see('oncall.rotations')) === 0) {
    const text = 'No rotation is known';
    return partOf('oncall', see('oncall.rotations'), null, text);
  }
  const fact = see('oncall.now');
  const people = numberOf(fact);
  if (people === undefined) {
    return lacking('oncall', fact, 'Who is on call is not known');
  }
  const always = see('tier.contract.oncall.coverage').value === '24x7';
  if (people === 0 && always) {
    const text = 'Nobody is on call, and the tier wants somebody';
    return partOf('oncall', fact, 0, text);
  }
  const pages = numberOf(see('gate.pages7d'));
  const who = people === 0 ? 'Nobody is on call' : `On call: ${people}`;
  if (pages === undefined) {
    return partOf('oncall', fact, null, `${who}; their pages are not known`);
  }
  return partOf(
    'oncall',
    fact,
    clamp(1000 - (1000 * pages) / FULL_PAGER_WEEK),
    `${who}; ${pages} of at most ${FULL_PAGER_WEEK} pages in 7 days`,
  );
}

function readiness(see: See): GateGaugePart {
  const fact = see('gate.requiredTotal');
  const total = numberOf(fact);
  const missing = numberOf(see('gate.requiredMissing'));
  if (total === undefined || missing === undefined) {
    return lacking('readiness', fact, 'Nothing is known of its checklists');
  }
  if (total === 0) {
    return partOf('readiness', fact, null, 'No checklist requires anything');
  }
  const met: FactValue = total - missing;
  return partOf(
    'readiness',
    fact,
    clamp((1000 * met) / total),
    `${wordsOf(met)} of ${wordsOf(total)} required items are met`,
  );
}

/**
 * How much room each thing leaves, and which leaves least. What is not known has no room and bounds nothing, which
 * is why the decision is made by rules and not by the gauge.
 *
 * @public
 */
export function gateGauge(context: FactContext): GateGauge {
  const see: See = path => context.observe(gatePathOf(path));
  const parts = [budget, burn, incidents, oncall, readiness].map(make =>
    make(see),
  );
  const known = parts.filter(({ room }) => room !== null);
  const [first, ...others] = known;
  if (!first) return { line: null, binding: null, parts };
  const least = others.reduce(
    (one, other) => (other.room! < one.room! ? other : one),
    first,
  );
  return { line: least.room, binding: least.noun, parts };
}
