import { IANAZone } from 'luxon';
import { IncidentPage } from './incident';

/** When a page came, by the clock of who got it. @public */
export type PageHours = 'working' | 'off' | 'sleep';

/** How many pages an incident was, for figures. @public */
export interface PageCounts {
  readonly total: number;
  /** Outside of working hours, sleep hours included. */
  readonly afterHours: number;
  readonly sleepHours: number;
  /** Of people whose time zone nobody knows; counted in the zone of the company. */
  readonly zoneUnknown: number;
  /** That nobody acknowledged. */
  readonly unacknowledged: number;
  /** That went away by themselves or that nobody acknowledged. */
  readonly withoutHuman: number;
}

/** Two calls for one person within this time are one page. @public */
export const SAME_PAGE_MS = 60_000;

/** `isValidZone` makes a formatter each time; `create` keeps its zones. */
const isKnown = (timeZone: string | undefined): timeZone is string =>
  timeZone !== undefined && IANAZone.create(timeZone).isValid;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Which hours a page came in: `working` 08:00–18:00 from Monday to Friday, `sleep` 22:00–08:00 on any day, `off`
 * the rest, by the clock on the wall of who was paged.
 *
 * @param defaultZone - IANA name, for people whose zone is not known; one that nobody knows is UTC
 * @public
 */
export function pageHours(
  { at, timeZone }: Pick<IncidentPage, 'at' | 'timeZone'>,
  defaultZone: string,
): PageHours {
  const zone = [timeZone, defaultZone].find(isKnown) ?? 'UTC';
  const wall = at + IANAZone.create(zone).offset(at) * 60_000;
  const day = Math.floor(wall / DAY);
  const time = wall - day * DAY;
  // 1970-01-01 was a Thursday; 0 is Monday.
  const weekday = (((day + 3) % 7) + 7) % 7;
  if (time < 8 * HOUR || time >= 22 * HOUR) return 'sleep';
  return weekday < 5 && time < 18 * HOUR ? 'working' : 'off';
}

/** Calls for one person that come within a minute of the first as one; acknowledged when one of them was. */
function distinct(pages: readonly IncidentPage[]): IncidentPage[] {
  const last = new Map<string, number>();
  const result: IncidentPage[] = [];
  for (const page of [...pages].sort((a, b) => a.at - b.at)) {
    const id = page.person?.id;
    const index = id === undefined ? undefined : last.get(id);
    const first = index === undefined ? undefined : result[index];
    if (
      index !== undefined &&
      first !== undefined &&
      page.at - first.at <= SAME_PAGE_MS
    ) {
      result[index] = {
        ...first,
        timeZone: first.timeZone ?? page.timeZone,
        acknowledgedAt: first.acknowledgedAt ?? page.acknowledgedAt,
        autoResolved: first.autoResolved && page.autoResolved,
      };
    } else {
      if (id !== undefined) last.set(id, result.length);
      result.push(page);
    }
  }
  return result;
}

/**
 * Counts the pages of one incident. Calls for one person within a minute count once (PagerDuty Responder Insights
 * does so); calls for nobody in particular each count.
 *
 * @public
 */
export function pageCounts(
  pages: readonly IncidentPage[],
  { defaultZone }: { readonly defaultZone: string },
): PageCounts {
  const counted = distinct(pages).map(page => ({
    ...page,
    hours: pageHours(page, defaultZone),
  }));
  const count = (holds: (page: (typeof counted)[number]) => boolean) =>
    counted.filter(holds).length;
  return {
    total: counted.length,
    afterHours: count(({ hours }) => hours !== 'working'),
    sleepHours: count(({ hours }) => hours === 'sleep'),
    zoneUnknown: count(({ timeZone }) => !isKnown(timeZone)),
    unacknowledged: count(({ acknowledgedAt }) => acknowledgedAt === null),
    withoutHuman: count(
      ({ acknowledgedAt, autoResolved }) =>
        autoResolved || acknowledgedAt === null,
    ),
  };
}
