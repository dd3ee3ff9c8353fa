import { FakeFeeds } from '@plimsoll/test-fakes';
import { personOf } from './people';
import { planOf } from './plan';
import { DemoFeed, DemoOncall } from './readDemoOncall';

const DAY = 24 * 3_600_000;

/** A calendar is a file: nobody keeps a demo running until its turns have ended. */
const AHEAD = 400 * DAY;
const BEHIND = 30 * DAY;

function shiftsOf(file: DemoOncall, { levels }: DemoFeed, since: number) {
  return levels.flatMap((id, index) =>
    planOf(file.schedules[id], since)(since - BEHIND, since + AHEAD).map(
      ({ start, end, person }) => ({
        from: start,
        to: end,
        person: person === undefined ? null : personOf(file, person),
        ...(levels.length > 1 && { level: index + 1 }),
      }),
    ),
  );
}

/** Puts calendars onto a server. */
export function fillCalendars(
  vendor: FakeFeeds,
  file: DemoOncall,
  since: number,
): void {
  for (const feed of file.calendars) {
    const { id, title, form } = feed;
    const shifts = shiftsOf(file, feed, since);
    vendor.put(id, { title, shifts }, form);
  }
}
