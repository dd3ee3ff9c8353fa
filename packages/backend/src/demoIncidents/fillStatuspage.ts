import { FakeStatuspage, StatuspageUpdate } from '@plimsoll/test-fakes';
import { DemoNotice } from './readDemoIncidents';
import { DAY, MINUTE, timeOf } from './times';

function toIncident(notice: DemoNotice, since: number) {
  const { id, name, impact, components, postmortem } = notice;
  const at = timeOf(notice.at, since);
  const updates: StatuspageUpdate[] = notice.updates.map(
    ({ after, status, text }) => ({
      status,
      body: text,
      at: at + after * MINUTE,
    }),
  );
  const timeOfStatus = (status: string) =>
    updates.find(update => update.status === status)?.at;
  const last = updates[updates.length - 1];
  const resolvedAt = timeOfStatus('resolved');
  const publishedAt =
    postmortem === undefined ? undefined : last.at + postmortem * DAY;
  return {
    id,
    name,
    impact,
    components,
    status: last.status,
    createdAt: at,
    updatedAt: publishedAt ?? last.at,
    monitoringAt: timeOfStatus('monitoring'),
    resolvedAt,
    updates,
    shortlink: `https://status.kittiwake.example/incidents/${id}`,
    ...(publishedAt !== undefined && {
      postmortem: { body: 'What happened, and what we change.', publishedAt },
    }),
  };
}

/** Puts what the public was told in the past year onto an empty status page. */
export function fillStatuspage(
  vendor: FakeStatuspage,
  notices: readonly DemoNotice[],
  since: number,
): void {
  for (const notice of notices) vendor.add(toIncident(notice, since));
}
