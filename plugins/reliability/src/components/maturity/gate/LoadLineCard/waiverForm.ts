import type {
  CreateGateWaiverRequest,
  GateAnswer,
} from '@plimsoll/backstage-plugin-reliability-common';
import { DateTime, Duration } from 'luxon';
import { localField } from '../../../../utils/incidents/times';

/** What somebody writes to waive. */
export interface WaiverForm {
  /** Ids of rules. */
  rules: readonly string[];
  reason: string;
  /** As a field of type `datetime-local` holds it. */
  until: string;
}

export type WaiverField = keyof WaiverForm;

/** A working day, or less where the policy allows less. */
const USUAL = Duration.fromISO('PT24H');

const maxOf = ({ maxWaiver }: GateAnswer) =>
  Duration.fromISO(maxWaiver ?? 'P7D');

/** The reasons that hold: what can be waived. */
export const holding = ({ reasons }: GateAnswer) =>
  reasons.filter(({ decision }) => decision === 'hold');

/** The longest time of a waiver, in words. */
export const maxWords = (answer: GateAnswer) => maxOf(answer).toHuman();

/** Everything that holds, for a day. */
export function emptyWaiver(answer: GateAnswer, now: number): WaiverForm {
  const max = maxOf(answer);
  const length = max.toMillis() < USUAL.toMillis() ? max : USUAL;
  const until = DateTime.fromMillis(now).plus(length);
  return {
    rules: holding(answer).flatMap(({ rules }) => rules),
    reason: '',
    until: localField(until.toISO()),
  };
}

/** Fields with which it would be refused. */
export function problemsOfWaiver(
  { rules, reason, until }: WaiverForm,
  answer: GateAnswer,
  now: number,
): Set<WaiverField> {
  const end = DateTime.fromISO(until);
  const latest = DateTime.fromMillis(now).plus(maxOf(answer));
  const problems = new Set<WaiverField>();
  if (rules.length === 0) problems.add('rules');
  if (reason.trim().length < 3) problems.add('reason');
  if (!end.isValid || end.toMillis() <= now || end > latest) {
    problems.add('until');
  }
  return problems;
}

/** What is sent. */
export const requestOf = (form: WaiverForm): CreateGateWaiverRequest => ({
  reason: form.reason.trim(),
  until: DateTime.fromISO(form.until)
    .toUTC()
    .toISO({ suppressMilliseconds: true })!,
  rules: [...form.rules],
});
