import {
  incidentFilterSchema,
  incidentStatuses,
  PostmortemState,
  postmortemStateSchema,
  Severity,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { requireOneOf } from './fieldsAsked';
import { IncidentListFilter } from './matchingIncidents';

/** The filter of a request, parsed. */
export type IncidentFilterCommand = z.output<typeof incidentFilterSchema>;

/** More words than these do not make a search sharper. */
const MAX_WORDS = 10;

const STATUSES: readonly string[] = [...incidentStatuses, 'active'];
const SEVERITIES: readonly string[] = ['1', '2', '3', '4', '5', 'none'];
const POSTMORTEMS: readonly string[] = postmortemStateSchema.options;

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
  requireOneOf('severity', severity, SEVERITIES);
  requireOneOf('status', status, STATUSES);
  requireOneOf('postmortem', postmortem, POSTMORTEMS);
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
