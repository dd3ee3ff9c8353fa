import {
  httpUrlSchema,
  PushedChange,
  pushedChangeSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { isoTime } from '../database/dates';
import { describeIssues } from '../http/describeIssues';
import { StoredChange } from './ChangeStore';
import { fullRef } from './fieldsAsked';

/** Clocks differ; a change from further ahead is a mistake. */
const CLOCK_SKEW_MS = 5 * 60 * 1000;

/** PostgreSQL takes no text with a NUL in it. */
const hasNul = (raw: unknown) =>
  Object.values(raw as object).some(
    value => typeof value === 'string' && value.includes('\0'),
  );

/**
 * Reads one change of a push.
 *
 * @param limits - milliseconds since the epoch; what is older than `oldest` would be removed at once
 * @returns the change, or why it is refused
 */
export function readChange(
  raw: unknown,
  source: string,
  limits: { readonly now: number; readonly oldest: number },
): StoredChange | string {
  const parsed = pushedChangeSchema.safeParse(raw);
  if (!parsed.success) return describeIssues(parsed.error);
  if (hasNul(raw)) return 'change: holds a NUL';
  const change: PushedChange = parsed.data;
  const entityRef = fullRef(change.entityRef);
  if (entityRef === undefined) {
    return `entityRef: expected a reference such as component:default/pay, not "${change.entityRef}"`;
  }
  const at = Date.parse(change.at);
  if (at > limits.now + CLOCK_SKEW_MS) {
    return `at: ${change.at} is in the future`;
  }
  if (at < limits.oldest) {
    return `at: expected a time after ${isoTime(limits.oldest)}`;
  }
  if (change.url !== null && !httpUrlSchema.safeParse(change.url).success) {
    return 'url: expected a link that begins with http:// or https://';
  }
  return { ...change, source, entityRef, at };
}
