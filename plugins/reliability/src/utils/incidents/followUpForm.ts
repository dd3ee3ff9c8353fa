import type {
  CreateFollowUpRequest,
  FollowUp,
  FollowUpStatus,
  PatchFollowUpRequest,
} from '@plimsoll/backstage-plugin-reliability-common';
import { dayField, endOfDay } from './times';

/** What the form of a follow-up holds; texts are empty for nothing. */
export interface FollowUpForm {
  title: string;
  status: FollowUpStatus;
  owner: string | null;
  /** As a field of type `date` has it. */
  due: string;
  ticketKey: string;
  ticketUrl: string;
  contradicts: FollowUp['contradicts'];
}

/** A new one, or one as it is. */
export function followUpForm(item?: FollowUp): FollowUpForm {
  return {
    title: item?.title ?? '',
    status: item?.status ?? 'open',
    owner: item?.owner ?? null,
    due: dayField(item?.dueAt),
    ticketKey: item?.ticket?.key ?? '',
    ticketUrl: item?.ticket?.url ?? '',
    contradicts: item?.contradicts ?? null,
  };
}

/** What is wrong with a form, by field. */
export function followUpFaults(
  form: FollowUpForm,
): Partial<Record<'title' | 'ticketKey' | 'ticketUrl', true>> {
  const url = form.ticketUrl.trim();
  return {
    ...(form.title.trim() === '' && { title: true }),
    ...(url && !form.ticketKey.trim() && { ticketKey: true }),
    ...(url && !/^https?:\/\/./i.test(url) && { ticketUrl: true }),
  };
}

/** The system of a ticket is told by its address; what was known already stays. */
function ticketOf(form: FollowUpForm, before?: FollowUp['ticket']) {
  const key = form.ticketKey.trim();
  if (!key) return null;
  const url = form.ticketUrl.trim() || null;
  const host = url ? new URL(url).hostname : '';
  return { system: before?.system || host.slice(0, 40) || 'ticket', key, url };
}

/** A new follow-up, as the API wants it; the form has no fault. */
export function createFollowUpOf(form: FollowUpForm): CreateFollowUpRequest {
  return {
    title: form.title.trim(),
    owner: form.owner,
    dueAt: endOfDay(form.due),
    ticket: ticketOf(form),
    contradicts: form.contradicts,
  };
}

const sameItem = (a: FollowUp['contradicts'], b: FollowUp['contradicts']) =>
  a?.checklistId === b?.checklistId && a?.itemId === b?.itemId;

/** What a form changes about a follow-up, and nothing else; of a provider's only what may be set here. */
export function patchFollowUpOf(
  item: FollowUp,
  form: FollowUpForm,
): PatchFollowUpRequest {
  const before = followUpForm(item);
  const ticketChanged =
    form.ticketKey.trim() !== before.ticketKey ||
    form.ticketUrl.trim() !== before.ticketUrl;
  return {
    ...(form.owner !== before.owner && { owner: form.owner }),
    ...(form.due !== before.due && { dueAt: endOfDay(form.due) }),
    ...(!sameItem(form.contradicts, before.contradicts) && {
      contradicts: form.contradicts,
    }),
    ...(item.from === 'person' && {
      ...(form.title.trim() !== before.title && { title: form.title.trim() }),
      ...(form.status !== before.status && { status: form.status }),
      ...(ticketChanged && { ticket: ticketOf(form, item.ticket) }),
    }),
  };
}
