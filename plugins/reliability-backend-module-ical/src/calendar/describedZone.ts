import ICAL from 'ical.js';
import { repeats, wallOf } from './recurrence';
import { Wall, Zone, zoneWith } from './zone';

/** When a zone changes, and to what; milliseconds. */
interface Change {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

const YEARS = { from: Date.UTC(1970, 0, 1), to: Date.UTC(2100, 0, 1) };
const MOST_STEPS = 5_000;

const milliseconds = (part: ICAL.Component, name: string) =>
  (part.getFirstPropertyValue(name) as ICAL.UtcOffset).toSeconds() * 1000;

const untilOf = (rule: ICAL.Recur, before: number): Wall | undefined =>
  rule.until ? wallOf(rule.until) + before : undefined;

function changesOf(part: ICAL.Component): Change[] {
  const before = milliseconds(part, 'tzoffsetfrom');
  const after = milliseconds(part, 'tzoffsetto');
  const start = wallOf(part.getFirstPropertyValue('dtstart') as ICAL.Time);
  const walls = new Set([start]);
  for (const property of part.getAllProperties('rdate')) {
    for (const value of property.getValues()) walls.add(wallOf(value));
  }
  for (const property of part.getAllProperties('rrule')) {
    const rule = property.getFirstValue() as ICAL.Recur;
    const until = untilOf(rule, before);
    const budget = { left: MOST_STEPS };
    for (const each of repeats(rule, start, until, YEARS, budget)) {
      walls.add(each);
    }
  }
  return [...walls].map(wall => ({ at: wall - before, before, after }));
}

/**
 * A zone by the rules that the feed itself gives in a VTIMEZONE, between 1970 and 2100.
 *
 * @returns undefined when they cannot be understood
 */
export function describedZone(
  lines: readonly string[],
  id: string,
): Zone | undefined {
  try {
    const component = new ICAL.Component(ICAL.parse(lines.join('\r\n')));
    const changes = component
      .getAllSubcomponents()
      .flatMap(changesOf)
      .sort((a, b) => a.at - b.at);
    if (changes.length === 0) return undefined;
    return zoneWith(
      id,
      instant =>
        changes.findLast(({ at }) => at <= instant)?.after ?? changes[0].before,
    );
  } catch {
    return undefined;
  }
}
