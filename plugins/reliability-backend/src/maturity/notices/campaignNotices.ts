import { dayOf } from '../../database/dates';
import { groupBy } from '../../database/groupBy';
import { Notice } from '../../readiness/notices/digest';
import { StoredCampaign } from '../campaigns/campaignRow';
import { NoticeSource, Span } from './noticeSource';

const DAY_MS = 24 * 60 * 60_000;
/** So long before its last day somebody is told of a campaign. */
const WARN_BEFORE_MS = 7 * DAY_MS;

/** Campaigns that began or come to their end within a span of time: owners of services with something to do are told. */
export async function campaignNotices(
  { reminders }: NoticeSource,
  span: Span,
): Promise<Notice[]> {
  const open = async (
    campaign: StoredCampaign,
    kind: 'campaign-started' | 'campaign-due',
    at: number,
  ): Promise<Notice[]> => {
    const services = await reminders.openServicesOf(campaign);
    const byOwner = groupBy(services, ({ owner }) => owner ?? '');
    byOwner.delete('');
    return [...byOwner].map(([owner, own]) => {
      const left =
        own.length === 1 ? '1 service to do' : `${own.length} services to do`;
      const when = kind === 'campaign-due' ? 'is due on' : 'has begun, due on';
      const text = `Campaign "${campaign.title}" ${when} ${campaign.dueAt}: ${left}`;
      return { kind, at, to: [owner], text };
    });
  };
  const notices: Notice[] = [];
  const started = await reminders.startedBetween(span.from, span.until);
  for (const campaign of started) {
    const at = campaign.startedAt ?? 0;
    notices.push(...(await open(campaign, 'campaign-started', at)));
  }
  const due = await reminders.dueBetween(
    dayOf(span.from + WARN_BEFORE_MS),
    dayOf(span.until + WARN_BEFORE_MS),
  );
  for (const campaign of due) {
    const at = Date.parse(`${campaign.dueAt}T00:00:00Z`) - WARN_BEFORE_MS;
    // A campaign of less than a week is told once: that it began.
    const isNews = at > span.from && at <= span.until;
    if (!isNews || (campaign.startedAt ?? 0) > at) continue;
    notices.push(...(await open(campaign, 'campaign-due', at)));
  }
  return notices;
}
