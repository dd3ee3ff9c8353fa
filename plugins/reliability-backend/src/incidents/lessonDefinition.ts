import {
  ChecklistItem,
  CompiledChecklist,
  CompiledItem,
  soundsAlike,
} from '@plimsoll/backstage-plugin-reliability-common';
import { stringify } from 'yaml';
import { IncidentBrief } from './IncidentBriefStore';
import { StoredLesson } from './LessonStore';

const LONGEST_ID = 60;

/** What is known of the place where a lesson goes. */
export interface LessonPlace {
  /** Absent: it is not configured any more. */
  readonly checklist?: CompiledChecklist;
  /** Absent: a new item. */
  readonly item?: CompiledItem;
  readonly incident: Pick<IncidentBrief, 'id' | 'reference'>;
  /** Without a slash at the end; empty: unknown. */
  readonly portalUrl: string;
}

/** An id made of a title that no other item has. */
function idFor(title: string, taken: ReadonlySet<string>): string {
  const base =
    title
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLocaleLowerCase('en-US')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+/, '')
      .slice(0, LONGEST_ID)
      .replace(/-+$/, '') || 'lesson';
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}

function newItem(
  { title, reason }: Pick<StoredLesson, 'title' | 'reason'>,
  checklist: CompiledChecklist | undefined,
): Partial<ChecklistItem> {
  const neighbour = soundsAlike(title, checklist?.definition.items ?? []);
  const phases = checklist?.definition.phases ?? [];
  return {
    id: idFor(title, new Set(checklist?.currentIds.keys())),
    title,
    category:
      neighbour?.category ?? checklist?.categories[0]?.id ?? 'incidents',
    phase: neighbour?.phase ?? phases[phases.length - 1]?.id ?? 'live',
    ...(reason && { why: reason }),
  };
}

/**
 * The YAML of an item for the checklist in the configuration: a new one, or the one that says it already, with a
 * link to the incident.
 */
export function lessonDefinition(
  lesson: Pick<StoredLesson, 'title' | 'reason'>,
  { checklist, item, incident, portalUrl }: LessonPlace,
): string {
  const definition = item?.definition ?? newItem(lesson, checklist);
  const link = {
    title: `Incident ${incident.reference}`,
    url: `${portalUrl}/reliability/incidents/${encodeURIComponent(
      incident.id,
    )}`,
  };
  // A link needs its host, or the configuration would be refused.
  const links = [...(definition.links ?? []), ...(portalUrl ? [link] : [])];
  return stringify([{ ...definition, ...(links.length > 0 && { links }) }]);
}
