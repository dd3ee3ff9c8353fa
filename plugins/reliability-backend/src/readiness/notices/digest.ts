import { ReliabilityNotification } from '@plimsoll/backstage-plugin-reliability-node';

/** What somebody is told about, the most urgent first. */
export const noticeKinds = [
  'contested',
  'returned',
  'asked',
  'expired',
  'expiring',
  'approved',
  'postmortem-overdue',
  'follow-up-overdue',
] as const;

export type NoticeKind = (typeof noticeKinds)[number];

/** One thing that happened to a service. */
export interface Notice {
  readonly kind: NoticeKind;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Entity references of users and groups. */
  readonly to: readonly string[];
  /** Who did it, and so needs no telling. */
  readonly by?: string;
  readonly text: string;
}

const items = (count: number) => (count === 1 ? '1 item' : `${count} items`);
const plural = (count: number, one: string) =>
  count === 1 ? `1 ${one}` : `${count} ${one}s`;
const reviews = (count: number) =>
  count === 1 ? '1 review' : `${count} reviews`;

const counts: Record<NoticeKind, (count: number) => string> = {
  contested: count => `${items(count)} contested`,
  returned: count => `${reviews(count)} returned`,
  asked: count => `${reviews(count)} asked for`,
  expired: count => `${items(count)} expired`,
  expiring: count =>
    count === 1 ? '1 item ends soon' : `${count} items end soon`,
  approved: count => `${reviews(count)} approved`,
  'postmortem-overdue': count => `${plural(count, 'postmortem')} overdue`,
  'follow-up-overdue': count => `${plural(count, 'follow-up')} overdue`,
};

/** As many as a notification shows without a scroll bar. */
const SHOWN = 3;

const isOfIncidents = ({ kind }: Notice) => kind.endsWith('-overdue');

/** Everything that somebody is told in one day as one notification. */
export function digestOf(notices: readonly Notice[]): ReliabilityNotification {
  const ordered = noticeKinds.flatMap(kind =>
    notices
      .filter(notice => notice.kind === kind)
      .sort((one, other) => one.at - other.at),
  );
  const title = noticeKinds.flatMap(kind => {
    const count = notices.filter(notice => notice.kind === kind).length;
    return count > 0 ? [counts[kind](count)] : [];
  });
  const more = ordered.length - SHOWN;
  return {
    title: `${
      notices.some(isOfIncidents) ? 'Reliability' : 'Readiness'
    }: ${title.join(', ')}`,
    description: [
      ...ordered.slice(0, SHOWN).map(({ text }) => text),
      ...(more > 0 ? [`and ${more} more`] : []),
    ].join('\n'),
    link: notices.every(isOfIncidents)
      ? '/reliability/incidents'
      : '/reliability/tasks',
    topic: 'readiness',
  };
}
