import {
  IncidentBatch,
  ProviderError,
  timeOf,
} from '@plimsoll/backstage-plugin-reliability-node';
import { IncidentAnswer } from './answers';
import { Place, placeCursor } from './cursor';
import { ReadContext, whole } from './reading';

/** A question may span six months at most, and some of these are short. */
const MOST_MS = 170 * 24 * 3600_000;

const oldest = (incidents: readonly IncidentAnswer[]): number | undefined => {
  const times = incidents.flatMap(each => timeOf(each.created_at) ?? []);
  return times.length > 0 ? Math.min(...times) : undefined;
};

/**
 * Reads history backwards, a page at a time, so that the newest incidents are there first. Where a list comes to
 * its limit it is asked for anew from the last incident on.
 *
 * @returns where the reading goes on
 * @throws ProviderError
 */
export async function* readHistory(
  context: ReadContext,
  place: Place,
): AsyncGenerator<IncidentBatch, Place> {
  const { client, signal, since, account } = context;
  const done = { ...place, history: undefined };
  let next = place.history;
  while (next && next.until > since) {
    const { until, offset } = next;
    const span = { from: Math.max(since, until - MOST_MS), to: until };
    // The next span, unless the pages of this one say otherwise.
    next = { until: span.from, offset: 0 };
    for await (const page of client.declaredIn(span, offset, signal)) {
      const reached = oldest(page.incidents) ?? span.from;
      if (page.next === 'limit') {
        // A second later, as its last incident may share it with others.
        next = { until: reached + 1000, offset: 0 };
        if (next.until >= until) {
          throw new ProviderError(
            'endless',
            `Account "${account}" does not come to an end with a list of incidents.`,
          );
        }
      } else if (page.next !== 'end') next = { until, offset: page.next };
      else next = { until: span.from, offset: 0 };
      const isLast = next.until <= since;
      yield {
        incidents: await whole(context, page.incidents),
        gone: [],
        cursor: placeCursor.write(isLast ? done : { ...place, history: next }),
        ...(!isLast && { backfilledTo: Math.max(since, reached) }),
      };
    }
  }
  return done;
}
