import { RuleSubject } from '@plimsoll/backstage-plugin-reliability-node';
import { printDuration } from '../promql/duration';
import { PrintOptions } from '../promql/parts';
import { PromqlError } from '../promql/PromqlError';
import { alertRules } from './alerts';
import { recordingRules } from './recording';
import { RuleGroup } from './rule';
import { recordedIndicators } from './subject';

const MINUTE = 60_000;
/** How often long windows are read: within the five minutes for which a sample is seen, and not much more. */
const SLOW_INTERVAL = 2 * MINUTE;

/** How the rules are printed. */
export interface RuleOptions extends PrintOptions {
  /** How often samples are taken, in milliseconds; rules are evaluated as often, at least every minute. */
  readonly stepMs: number;
}

function rawNotes(subject: RuleSubject): string[] {
  return recordedIndicators(subject)
    .filter(({ indicator }) => indicator.sli.kind === 'raw')
    .map(
      ({ objective }) =>
        `Objective ${objective} is a ratio already: long windows are the mean of its values. Good and total apart would be exact`,
    );
}

/**
 * The groups of rules of one SLO: events, short windows and alerts; then the long windows.
 *
 * @throws PromqlError where a query cannot be used
 */
export function groupsOf(
  subject: RuleSubject,
  options: RuleOptions,
): RuleGroup[] {
  const { fast, slow } = recordingRules(subject, options);
  const alerts = alertRules(subject, options.stepMs);
  const name = `plimsoll:${subject.id}`;
  const groups: RuleGroup[] = [
    {
      name,
      interval: printDuration(Math.min(options.stepMs, MINUTE)),
      rules: [...fast, ...alerts.rules],
      notes: [...alerts.notes, ...rawNotes(subject)],
    },
    {
      name: `${name}:long`,
      interval: printDuration(SLOW_INTERVAL),
      rules: slow,
      notes: [],
    },
  ];
  return groups.filter(({ rules }) => rules.length > 0);
}

/** The groups of an SLO, or why there can be none. */
export type GroupsOrReason =
  | { readonly groups: RuleGroup[] }
  | { readonly reason: string };

/** As {@link groupsOf}, so that an SLO with a bad query does not hide the rules of the others. */
export function tryGroupsOf(
  subject: RuleSubject,
  options: RuleOptions,
): GroupsOrReason {
  try {
    return { groups: groupsOf(subject, options) };
  } catch (error) {
    if (!(error instanceof PromqlError)) throw error;
    return { reason: error.message };
  }
}
