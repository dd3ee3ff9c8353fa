import { Duration } from 'luxon';
import { Tier } from '../tier/tier';
import {
  countsForFigures,
  FollowUpStatus,
  Incident,
  IncidentStatus,
  isOpen,
  PostmortemStatus,
} from './incident';

/** What tiers want of the postmortem of an incident. @public */
export interface PostmortemDeadlines {
  readonly required: boolean;
  /** Milliseconds since the epoch; null: not required, no deadline, or not resolved yet. */
  readonly draftDueAt: number | null;
  readonly publishDueAt: number | null;
  /** Name of the tier that wants it soonest. */
  readonly tier?: string;
}

/** How far the postmortem of an incident is, by the time. @public */
export type PostmortemProgress =
  | 'not-required'
  | 'missing'
  | 'overdue'
  | PostmortemStatus;

const NOTHING: PostmortemDeadlines = {
  required: false,
  draftDueAt: null,
  publishDueAt: null,
};

function after(resolvedAt: number | undefined, iso: string | undefined) {
  return resolvedAt === undefined || iso === undefined
    ? null
    : resolvedAt + Duration.fromISO(iso).toMillis();
}

/** Sorts what is not there last. */
const soonest = (times: readonly (number | null)[]): number | null => {
  const known = times.filter((time): time is number => time !== null);
  return known.length === 0 ? null : Math.min(...known);
};

const lengthOf = (iso: string | undefined) =>
  iso === undefined ? Infinity : Duration.fromISO(iso).toMillis();

/**
 * Whether an incident needs a postmortem, and by when. It does where the contract of the tier of any of its
 * services lists its severity; each deadline is the earliest that one of those tiers sets, counted from the last
 * resolve. Exercises, merged and declined ones need none, nor does one whose severity is not mapped, nor a private one,
 * of which no text is kept here.
 *
 * @param tiers - of its services; those without a tier left out
 * @public
 */
export function postmortemDeadlines(
  incident: Pick<
    Incident,
    'severity' | 'stamps' | 'status' | 'isTest' | 'isPrivate'
  >,
  tiers: readonly Pick<Tier, 'name' | 'contract'>[],
): PostmortemDeadlines {
  const { severity, stamps, status, isPrivate } = incident;
  const { level } = severity;
  if (level === null || isPrivate || !countsForFigures(incident)) {
    return NOTHING;
  }
  const wanting = tiers
    .filter(({ contract }) => contract.postmortem?.severities?.includes(level))
    .map(({ name, contract: { postmortem = {} } }) => ({ name, postmortem }))
    .sort(
      (a, b) =>
        lengthOf(a.postmortem.publish) - lengthOf(b.postmortem.publish) ||
        lengthOf(a.postmortem.draft) - lengthOf(b.postmortem.draft) ||
        0,
    );
  if (wanting.length === 0) return NOTHING;
  const resolvedAt = isOpen(status) ? undefined : stamps.resolved?.at;
  const due = (stage: 'draft' | 'publish') =>
    soonest(
      wanting.map(({ postmortem }) => after(resolvedAt, postmortem[stage])),
    );
  return {
    required: true,
    draftDueAt: due('draft'),
    publishDueAt: due('publish'),
    tier: wanting[0].name,
  };
}

/** What the progress of a postmortem follows from. @public */
export interface PostmortemProgressInput {
  readonly required: boolean;
  readonly draftDueAt: number | null;
  readonly publishDueAt: number | null;
  /** Of the incident. */
  readonly incident: IncidentStatus;
  /** null: nobody has begun. */
  readonly status: PostmortemStatus | null;
}

const passed = (due: number | null, now: number) => due !== null && now > due;

/**
 * How far a postmortem is. It is overdue when a draft was due and nobody began, or publication was due and it is
 * not published; at the very moment it is still in time. Before the incident is resolved nothing is required.
 *
 * @public
 */
export function postmortemState(
  input: PostmortemProgressInput,
  now: number,
): PostmortemProgress {
  const { required, draftDueAt, publishDueAt, incident, status } = input;
  if (status === 'published') return 'published';
  const wanted = required && !isOpen(incident);
  const late =
    wanted &&
    (passed(publishDueAt, now) || (status === null && passed(draftDueAt, now)));
  if (late) return 'overdue';
  return status ?? (wanted ? 'missing' : 'not-required');
}

/** When the next step is due, or was: the draft, then publication; null: nothing is wanted, or no date. @public */
export function postmortemDueAt(input: PostmortemProgressInput): number | null {
  const { required, draftDueAt, publishDueAt, incident, status } = input;
  if (!required || isOpen(incident) || status === 'published') return null;
  return status === null ? draftDueAt ?? publishDueAt : publishDueAt;
}

/** What tells whether a follow-up is late. @public */
export interface DatedFollowUp {
  readonly status: FollowUpStatus;
  /** Milliseconds since the epoch; null: no date was set. */
  readonly dueAt: number | null;
}

/** Whether somebody still has to do it. @public */
export const isFollowUpOpen = ({
  status,
}: Pick<DatedFollowUp, 'status'>): boolean =>
  status === 'open' || status === 'in-progress';

/** Whether it should be done and is not; one without a date is never late. @public */
export const followUpOverdue = (
  followUp: DatedFollowUp,
  now: number,
): boolean => isFollowUpOpen(followUp) && passed(followUp.dueAt, now);
