import { InputError } from '@backstage/errors';
import {
  incidentFilterSchema,
  incidentStatuses,
  PostmortemState,
  postmortemStateSchema,
  Severity,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { IncidentListFilter } from './matchingIncidents';

/** The filter of a request, parsed. */
export type IncidentFilterCommand = z.output<typeof incidentFilterSchema>;

/** More words than these do not make a search sharper. */
const MAX_WORDS = 10;

const STATUSES: readonly string[] = [...incidentStatuses, 'active'];
const SEVERITIES: readonly string[] = ['1', '2', '3', '4', '5', 'none'];
const POSTMORTEMS: readonly string[] = postmortemStateSchema.options;

/** @throws InputError that names the field and what is allowed */
function requireKnown(
  field: string,
  values: readonly string[] | undefined,
  known: readonly string[],
): void {
  const wrong = values?.find(value => !known.includes(value));
  if (wrong !== undefined) {
    throw new InputError(
      `${field}: expected one of ${known.join(', ')}, not "${wrong}"`,
    );
  }
}

const severityOf = (text: string) =>
  text === 'none' ? null : (Number(text) as Severity);

/** The words of a search, each of which must be found. */
export const searchWords = (q: string | undefined): string[] =>
  [...new Set((q ?? '').trim().split(/\s+/))]
    .filter(word => word !== '')
    .slice(0, MAX_WORDS);

const timeOf = (text: string | undefined) =>
  text === undefined ? undefined : Date.parse(text);

/**
 * What a request asks for, as the store takes it.
 *
 * @throws InputError where a severity, status or state of a postmortem is none
 */
export function filterAsked(
  command: IncidentFilterCommand,
): Omit<IncidentListFilter, 'tiers' | 'now' | 'visible' | 'unmapped'> {
  const { severity, status, postmortem, q, from, to, ...rest } = command;
  requireKnown('severity', severity, SEVERITIES);
  requireKnown('status', status, STATUSES);
  requireKnown('postmortem', postmortem, POSTMORTEMS);
  return {
    ...rest,
    severity: severity?.map(severityOf),
    status,
    postmortem: postmortem as PostmortemState[] | undefined,
    from: timeOf(from),
    to: timeOf(to),
    words: searchWords(q),
  };
}
