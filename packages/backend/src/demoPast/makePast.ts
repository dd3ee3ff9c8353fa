import {
  Flip,
  Outcome,
  outcomeLetters,
  outcomeOfLetter,
  WhatIf,
  whatIf,
} from '@plimsoll/backstage-plugin-reliability-common';
import { DAY, HOUR, MINUTE, spread } from '../demoIncidents/times';
import { eventsOf, Outcomes, PastEvent } from './events';
import { factsOf, Told, whoBrings } from './sources';
import { earlierRules, Rules } from './rules';

/** Days of the past that is made up. */
export const DAYS = 90;
/** The day on which the rules changed. */
const RULES_CHANGED = 24;
const FIRST_DAY_END = 20;

/** A report as it is now. */
export interface Present {
  readonly entityRef: string;
  /** One letter for each check. */
  readonly outcomes: string;
  readonly told: Told;
}

/** The end of a day. */
export interface MadeDay {
  readonly daysAgo: number;
  readonly at: number;
  readonly state: MadeState;
}

/** Level, score and outcomes, with the rules that made them. */
export interface MadeState
  extends Pick<WhatIf, 'level' | 'score' | 'coverage'> {
  readonly rules: Rules;
  readonly levelId: string;
  readonly outcomes: Outcomes;
}

/** A step of the history; `from` is absent for the first one. */
export interface MadeStep {
  readonly at: number;
  readonly by: string;
  readonly cause?: Flip['cause'];
  readonly from?: MadeState;
  readonly to: MadeState;
  readonly flips: readonly Flip[];
}

/** Something happened: the outcome of one check, or the rules. */
interface Moment {
  readonly at: number;
  readonly event?: PastEvent;
  /** Whether it ends here. */
  readonly ends?: boolean;
}

function stateOf(rules: Rules, all: Outcomes, at: number): MadeState {
  const { levels, checks } = rules.definition;
  const outcomes = new Map(checks.map(({ id }) => [id, all.get(id)!]));
  const { level, score, coverage } = whatIf(
    {
      levels,
      checks: checks.map(({ id, level: of, weight, enforceFrom, planned }) => {
        const waits = !!enforceFrom && Date.parse(enforceFrom) > at;
        const enforcement = waits ? 'scheduled' : 'enforced';
        return {
          id,
          level: of,
          weight,
          outcome: outcomes.get(id)!,
          enforcement: planned ? 'planned' : enforcement,
        };
      }),
    },
    new Set(),
  );
  const levelId = levels[level]?.id ?? 'none';
  return { rules, level, levelId, score, coverage, outcomes };
}

/** The letters of the outcomes, in the order of the checks. */
export const lettersOf = ({ rules, outcomes }: MadeState): string =>
  rules.definition.checks
    .map(({ id }) => outcomeLetters[outcomes.get(id) ?? 'unknown'])
    .join('');

/** Within the working day, before anything else of the next day. */
const timeOn = (daysAgo: number, name: string, today: number) =>
  today -
  daysAgo * DAY +
  7 * HOUR +
  Math.floor(spread(name) * (FIRST_DAY_END - 8) * 60) * MINUTE;

function momentsOf(ref: string, events: PastEvent[], today: number): Moment[] {
  const at = (daysAgo: number, { check }: PastEvent) =>
    timeOn(daysAgo, `${ref} ${check} ${daysAgo}`, today);
  const begins = events.flatMap(event =>
    event.from === undefined ? [] : [{ at: at(event.from, event), event }],
  );
  const ends = events.map(event => ({
    at: at(event.until, event),
    event,
    ends: true,
  }));
  return [
    ...begins,
    ...ends,
    { at: timeOn(RULES_CHANGED, 'rules', today) },
  ].sort((a, b) => a.at - b.at);
}

function flipsOf(
  { event, ends }: Moment,
  before: MadeState,
  after: MadeState,
  told: Told,
): Flip[] {
  const ids = new Set([...before.outcomes.keys(), ...after.outcomes.keys()]);
  return [...ids].flatMap(check => {
    const from = before.outcomes.get(check);
    const to = after.outcomes.get(check);
    if (from === to) return [];
    const cause = event?.cause ?? 'rule';
    const facts = event ? factsOf(event, { ends, told }, after.rules) : [];
    return [{ check, from, to, cause, facts }];
  });
}

/**
 * Ninety days of one service that end in what it is now. Invented, but whole: every level and score is computed by the
 * functions that assess, every step leads from the state before it to the one after it, and the last one to the present.
 *
 * @param today - the beginning of the UTC day, milliseconds since the epoch
 */
export function makePast(
  { entityRef, outcomes: letters, told }: Present,
  rules: Rules,
  today: number,
): { readonly days: MadeDay[]; readonly steps: MadeStep[] } {
  const now = new Map<string, Outcome>(
    rules.definition.checks.map(({ id }, index) => [
      id,
      outcomeOfLetter(letters[index]) ?? 'unknown',
    ]),
  );
  const events = eventsOf(entityRef, rules, now);
  const current = new Map(now);
  for (const { check, outcome, from } of events) {
    if (from === undefined) current.set(check, outcome);
  }
  let inForce = earlierRules(rules) ?? rules;
  const beginning = timeOn(DAYS, 'beginning', today);
  let state = stateOf(inForce, current, beginning);
  const steps: MadeStep[] = [
    { at: beginning, by: 'source:catalog', to: state, flips: [] },
  ];
  const days: MadeDay[] = [];
  const closeDays = (before: number) => {
    for (let left = DAYS - days.length; left > 0; left -= 1) {
      const at = today - (left - 1) * DAY - MINUTE;
      if (at >= before) return;
      days.push({ daysAgo: left, at, state });
    }
  };
  for (const moment of momentsOf(entityRef, events, today)) {
    closeDays(moment.at);
    const { event, ends, at } = moment;
    if (!event) inForce = rules;
    else {
      current.set(event.check, ends ? now.get(event.check)! : event.outcome);
    }
    const next = stateOf(inForce, current, at);
    if (next.level !== state.level || next.score !== state.score) {
      steps.push({
        at,
        by: event ? whoBrings(event, rules, ends) : 'source:configuration',
        cause: event?.cause ?? 'rule',
        from: state,
        to: next,
        flips: flipsOf(moment, state, next, told),
      });
    }
    state = next;
  }
  closeDays(Infinity);
  return { days, steps };
}
