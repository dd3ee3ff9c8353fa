import { StoredFollowUp } from './followUpRow';
import { IncidentBrief } from './IncidentBriefStore';

const MARKS = /[\\`*_{}[\]<>()#!|~]/g;

/** A text as Markdown shows it, whatever marks it holds. */
const plain = (text: string) => text.replace(MARKS, mark => `\\${mark}`);

/** Brackets would end a link in Markdown. */
const inLink = (id: string) =>
  encodeURIComponent(id).replace(/[()]/g, mark =>
    mark === '(' ? '%28' : '%29',
  );

/** What only the doubts of one follow-up hold. */
export const markOf = ({ id }: Pick<StoredFollowUp, 'id'>): string =>
  `#follow-up-${inLink(id)})`;

/**
 * Why a follow-up doubts a checklist item, as Markdown with a link to the page of its incident.
 *
 * @param portalUrl - without a slash at the end; empty: unknown
 */
export function doubtOf(
  followUp: Pick<StoredFollowUp, 'id'>,
  incident: Pick<IncidentBrief, 'id' | 'reference'>,
  portalUrl: string,
): string {
  const page = `${portalUrl}/reliability/incidents/${inLink(incident.id)}`;
  return `A follow-up of the incident [${plain(
    incident.reference,
  )}](${page}${markOf(followUp)} says that this does not hold.`;
}
