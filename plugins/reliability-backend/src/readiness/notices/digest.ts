import { ReliabilityNotification } from '@plimsoll/backstage-plugin-reliability-node';

/** What somebody is told about, the most urgent first. */
export const noticeKinds = [
  'contested',
  'returned',
  'asked',
  'expired',
  'expiring',
  'approved',
  'proposed',
  'level-dropped',
  'budget-spent',
  'exemption-asked',
  'exemption-decided',
  'exemption-ending',
  'campaign-due',
  'campaign-started',
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
  proposed: count => `${plural(count, 'answer')} proposed`,
  'level-dropped': count => `${plural(count, 'level')} dropped`,
  'budget-spent': count => `${plural(count, 'budget')} spent`,
  'exemption-asked': count => `${plural(count, 'exemption')} asked for`,
  'exemption-decided': count => `${plural(count, 'exemption')} decided`,
  'exemption-ending': count =>
    count === 1 ? '1 exemption ends soon' : `${count} exemptions end soon`,
  'campaign-due': count => `${plural(count, 'campaign')} due soon`,
  'campaign-started': count => `${plural(count, 'campaign')} begun`,
  'postmortem-overdue': count => `${plural(count, 'postmortem')} overdue`,
  'follow-up-overdue': count => `${plural(count, 'follow-up')} overdue`,
};

/** As many as a notification shows without a scroll bar. */
const SHOWN = 3;

/** Where what is told can be seen, by the beginning of its kind; readiness where none fits. */
const places: readonly [string, string][] = [
  ['postmortem', '/reliability/incidents'],
  ['follow-up', '/reliability/incidents'],
  ['level', '/reliability/programme/changes'],
  ['budget', '/reliability/slos'],
  ['exemption', '/reliability/programme/exemptions'],
  ['campaign', '/reliability/programme/campaigns'],
];
const TASKS = '/reliability/tasks';

const placeOf = ({ kind }: Notice) =>
  places.find(([begin]) => kind.startsWith(begin))?.[1] ?? TASKS;

/** One place where all of it can be seen; the tasks first, then the ranking. */
function linkOf(notices: readonly Notice[]): string {
  const found = [...new Set(notices.map(placeOf))];
  if (found.length === 1) return found[0];
  return found.includes(TASKS) ? TASKS : '/reliability';
}

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
      notices.every(notice => placeOf(notice) === TASKS)
        ? 'Readiness'
        : 'Reliability'
    }: ${title.join(', ')}`,
    description: [
      ...ordered.slice(0, SHOWN).map(({ text }) => text),
      ...(more > 0 ? [`and ${more} more`] : []),
    ].join('\n'),
    link: linkOf(notices),
    topic: 'readiness',
  };
}
