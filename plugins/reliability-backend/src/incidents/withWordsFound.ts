import { incidentStatuses } from '@plimsoll/backstage-plugin-reliability-common';
import { Db } from '../database/sql';
import { IncidentListFilter, matchingIncidents } from './matchingIncidents';

/** Of more than these, looking for the words again costs no more than handing on what holds them. */
const MOST = 10_000;

/**
 * Finds the incidents that hold the words of a search beforehand, whatever their status and postmortem: a page and its
 * counts would each read the texts of all incidents.
 */
export async function withWordsFound(
  db: Db,
  filter: IncidentListFilter,
): Promise<IncidentListFilter> {
  if (filter.words.length === 0) return filter;
  const whole = {
    ...filter,
    status: incidentStatuses,
    postmortem: undefined,
  };
  const ids: string[] = await matchingIncidents(db, whole)
    .limit(MOST + 1)
    .pluck('i.id');
  return ids.length > MOST ? filter : { ...filter, words: [], ids };
}
