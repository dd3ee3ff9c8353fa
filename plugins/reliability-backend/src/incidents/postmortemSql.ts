import { Db, timeLiteral } from '../database/sql';

/**
 * How far a postmortem is as core `postmortemState` tells it, so that the database can filter and count by it: an
 * expression over `i`, the incidents, and `p`, their postmortems.
 */
export function postmortemState(db: Db, now: number): string {
  const at = timeLiteral(db, now);
  return `case
    when p.status = 'published' then 'published'
    when not i.postmortem_required or i.open
      then coalesce(p.status, 'not-required')
    when i.publish_due_at < ${at} or (p.status is null and i.draft_due_at < ${at}) then 'overdue'
    else coalesce(p.status, 'missing') end`;
}

/** What must hold of `i` for an overdue postmortem, told without reading postmortems. */
export function mayBeOverdue(db: Db, now: number): string {
  const at = timeLiteral(db, now);
  return `i.postmortem_required and not i.open
    and (i.publish_due_at < ${at} or i.draft_due_at < ${at})`;
}

/** When the next step of a postmortem is due, as core `postmortemDueAt` tells it. */
export const POSTMORTEM_DUE = `case
  when p.status = 'published' or not i.postmortem_required or i.open then null
  when p.status is null then coalesce(i.draft_due_at, i.publish_due_at)
  else i.publish_due_at end`;
