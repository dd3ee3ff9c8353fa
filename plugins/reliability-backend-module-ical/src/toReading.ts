import {
  OncallShift,
  OncallWindow,
  RotationRef,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  ProviderPerson,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import { CalendarError } from './calendar/CalendarError';
import {
  CalendarEvent,
  EventFault,
  readEvent,
  UnusableEvent,
} from './calendar/events';
import { expand, Occurrence } from './calendar/expand';
import { LONGEST_WINDOW_MS, MOST_SHIFTS } from './calendar/limits';
import { readLines } from './calendar/lines';
import { byPriority, Span } from './calendar/priorities';
import { Slot, slotOf, SlotRules } from './calendar/slots';
import { ianaZone, UTC } from './calendar/zone';
import { nameOfCalendar, zoneOfCalendar, Zones } from './calendar/Zones';
import { Tally, warningsOf } from './warnings';

/** How one feed is to be understood. */
export interface FeedRules extends SlotRules {
  readonly title?: string;
  /** IANA name; for times that name no zone. */
  readonly timeZone?: string;
}

type Shift = OncallShift<ProviderPerson>;

/** Faults after which somebody may be on call of whom nothing is known. */
const LOSSES: readonly EventFault[] = ['unreadable', 'range'];

function readEvents(
  blocks: readonly (readonly string[])[],
  zones: Zones,
  tally: Tally,
): CalendarEvent[] {
  const events: CalendarEvent[] = [];
  for (const lines of blocks) {
    try {
      events.push(readEvent(lines, zones));
    } catch (error) {
      if (!(error instanceof UnusableEvent)) throw error;
      tally.add(error.fault);
    }
  }
  return events;
}

/** Shifts of a level; events of a higher priority stand in for others of the same level only. */
function shiftsOf(
  occurrences: readonly Occurrence[],
  rules: FeedRules,
  tally: Tally,
): Shift[] {
  const levels = new Map<number | null, Span<readonly ProviderPerson[]>[]>();
  const slots = new Map<CalendarEvent, Slot>();
  for (const { event, start, end } of occurrences) {
    const slot = slots.get(event) ?? slotOf(event, rules);
    slots.set(event, slot);
    const { people, level, priority, oddity } = slot;
    if (oddity) tally.add(oddity, start);
    const spans = levels.get(level) ?? [];
    spans.push({ start, end, priority, value: people });
    levels.set(level, spans);
  }
  const shifts = [...levels].flatMap(([level, spans]) =>
    byPriority(spans).flatMap(({ start, end, value }) =>
      (value.length > 0 ? value : [null]).map(person => ({
        start,
        end,
        level,
        person,
        source: 'calendar' as const,
        shadow: false,
      })),
    ),
  );
  if (shifts.length <= MOST_SHIFTS) return shifts;
  throw new CalendarError(
    'too-much',
    `puts people on call more than ${MOST_SHIFTS} times. Invite only those who are on call.`,
  );
}

/**
 * What a feed says about a rotation.
 *
 * @param bytes - the body of the feed
 * @param window - is cut at 120 days
 * @throws CalendarError when nothing of it can be used
 */
export function toReading(
  bytes: Uint8Array,
  ref: RotationRef,
  rules: FeedRules,
  asked: OncallWindow,
): RotationReading {
  const window = {
    from: asked.from,
    to: Math.min(asked.to, asked.from + LONGEST_WINDOW_MS),
  };
  const tally = new Tally();
  const raw = readLines(bytes);
  const own = rules.timeZone ? ianaZone(rules.timeZone) : undefined;
  const floating = own ?? zoneOfCalendar(raw.properties) ?? UTC;
  const zones = new Zones(raw.zones, floating);
  const events = readEvents(raw.events, zones, tally);
  const { occurrences, endless, broken } = expand(events, window);
  tally.add('unreadable', undefined, broken);
  tally.add('endless', undefined, endless);
  tally.add('unknown-zone', undefined, zones.unknown.size);
  const shifts = shiftsOf(occurrences, rules, tally);
  const lost = [...LOSSES, 'endless' as const, 'unknown-zone' as const];
  return {
    kind: 'reading',
    ref,
    title: rules.title ?? nameOfCalendar(raw.properties) ?? ref.id,
    ...(floating.iana ? { timeZone: floating.iana } : {}),
    window,
    shifts,
    gaps: lost.some(each => tally.of(each) > 0) ? 'unknown' : 'exact',
    warnings: warningsOf(tally, events.length),
  };
}
