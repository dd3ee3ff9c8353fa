import {
  ChangeCause,
  Outcome,
} from '@plimsoll/backstage-plugin-reliability-common';
import { spread } from '../demoIncidents/times';
import { Rules } from './rules';

/** A check that had another outcome than now for a while. */
export interface PastEvent {
  readonly check: string;
  readonly outcome: Outcome;
  readonly cause: Exclude<ChangeCause, 'rule'>;
  /** Days ago; absent: from the beginning on. */
  readonly from?: number;
  /** Days ago. */
  readonly until: number;
}

/** Checks that a team passes once it has done something. */
const EARNED = [
  'runbook',
  'dashboard',
  'docs',
  'support-channel',
  'dependencies-declared',
  'logs',
  'slo-alerts-routed',
  'oncall-owner',
  'oncall-enough-people',
  'oncall-levels',
  'slo-reviewed',
  'readiness-mostly-met',
  'tests-pass',
  'no-critical-vulnerabilities',
  'quick-rollback',
  'steady-flow',
];

/** Checks whose source was silent for some days. */
const SOURCED = [
  'slo-budget-left',
  'oncall-no-gaps',
  'tests-pass',
  'few-failures',
  'steady-flow',
];

/** Checks that fail now and did not always. */
const LOST = [
  'postmortems-in-time',
  'follow-ups-in-time',
  'readiness-fresh',
  'slo-budget-left',
  'tests-pass',
];

/** What the running campaign of the demo is about: every service came to it on a day of its own. */
const CAMPAIGN = 'restore-tested';

/** The outcome of each check now. */
export type Outcomes = ReadonlyMap<string, Outcome>;

const passing = (outcomes: Outcomes, ids: readonly string[]) =>
  ids.filter(id => outcomes.get(id) === 'pass');

/**
 * Two to four events of one service, always the same for the same name.
 *
 * @param ref - of the service
 */
export function eventsOf(
  ref: string,
  { definition }: Pick<Rules, 'definition'>,
  outcomes: Outcomes,
): PastEvent[] {
  const name = `${definition.id} ${ref}`;
  const days = (what: string, least: number, most: number) =>
    least + Math.floor(spread(`${name} ${what}`) * (most - least + 1));
  const pick = (what: string, ids: readonly string[]) =>
    ids[Math.floor(spread(`${name} ${what}`) * ids.length)];
  const events: PastEvent[] = [];
  const add = (check: string | undefined, event: Omit<PastEvent, 'check'>) => {
    if (check && !events.some(each => each.check === check)) {
      events.push({ check, ...event });
    }
  };
  const service = { cause: 'service' } as const;
  if (outcomes.get(CAMPAIGN) === 'pass') {
    const until = days('campaign', 2, 50);
    add(CAMPAIGN, { ...service, outcome: 'fail', until });
  }
  for (const turn of ['first', 'second']) {
    const earned = pick(turn, passing(outcomes, EARNED));
    const until = days(`${turn} day`, 2, 80);
    add(earned, { ...service, outcome: 'fail', until });
  }
  const lost = LOST.filter(id => outcomes.get(id) === 'fail');
  add(pick('lost', lost), {
    ...service,
    outcome: 'pass',
    until: days('lost day', 17, 60),
  });
  const until = days('silent', 3, 70);
  if (spread(`${name} is silent`) < 0.4) {
    add(pick('source', passing(outcomes, SOURCED)), {
      cause: 'data',
      outcome: 'unknown',
      from: until + days('silence', 2, 6),
      until,
    });
  }
  return events;
}
