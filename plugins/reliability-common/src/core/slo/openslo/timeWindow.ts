import { DateTime, IANAZone } from 'luxon';
import { SloDuration, SloWindow } from '../slo';
import { durationMs, durationText } from '../window';
import { DURATION_HELP, parseSloDuration } from './durations';
import { Spot } from './Spot';

const HOUR = 3_600_000;
const LONGEST = 366 * 24 * HOUR;
const LOCAL_TIME = 'yyyy-MM-dd HH:mm:ss';

const ASSUMED: SloWindow = {
  kind: 'rolling',
  duration: { count: 30, unit: 'd' },
  ms: 30 * 24 * HOUR,
};

/** A duration of the document; complains and answers undefined when it is absent or none. */
export function readDuration(spot: Spot): SloDuration | undefined {
  if (spot.absent) {
    return spot.note(
      'member-missing',
      `\`${spot.key}\` is missing: write ${DURATION_HELP}.`,
    );
  }
  const text =
    typeof spot.value === 'number' ? String(spot.value) : spot.text();
  if (text === undefined) return undefined;
  return (
    parseSloDuration(text) ??
    spot.note(
      'duration-invalid',
      `\`${spot.key}\` is "${text.slice(
        0,
        40,
      )}", but a duration is ${DURATION_HELP}. There are no seconds, and no sums such as 1h30m.`,
    )
  );
}

function checkLength(spot: Spot, duration: SloDuration): boolean {
  const ms = durationMs(duration);
  if (ms >= HOUR && ms <= LONGEST) return true;
  spot.note(
    'window-length',
    `A window lasts from 1h to 1Y, not ${durationText(
      duration,
    )}. Case matters: m is minutes, M is months. Usual are 28d, 30d and 1M.`,
  );
  return false;
}

function readStart(spot: Spot, zone: string): string | undefined {
  const text = spot.text();
  if (text === undefined) {
    return spot.absent
      ? spot.note(
          'start-time-invalid',
          '`startTime` is missing: write the local time at which a period begins, such as 2026-01-01 00:00:00.',
        )
      : undefined;
  }
  return DateTime.fromFormat(text, LOCAL_TIME, { zone }).isValid
    ? text
    : spot.note(
        'start-time-invalid',
        `\`startTime\` is "${text.slice(
          0,
          40,
        )}": write a local date and time without a zone, such as 2026-01-01 00:00:00; the zone goes to \`timeZone\`.`,
      );
}

function readZone(spot: Spot): string | undefined {
  if (spot.absent) {
    spot.note(
      'time-zone-missing',
      '`timeZone` is missing; UTC is assumed. Write an IANA name such as Europe/Warsaw.',
    );
    return 'UTC';
  }
  const text = spot.text();
  if (text === undefined) return undefined;
  return IANAZone.isValidZone(text)
    ? text
    : spot.note(
        'time-zone-unknown',
        `\`timeZone\` is "${text.slice(
          0,
          60,
        )}": write an IANA name such as Europe/Warsaw or UTC, not an abbreviation or an offset.`,
      );
}

/** The example of the specification writes `1m` for a month; a calendar has no period of a few minutes. */
function monthsFor(spot: Spot, duration: SloDuration): SloDuration {
  if (duration.unit !== 'm' || duration.count > 12) return duration;
  spot.note(
    'window-month-assumed',
    `\`${duration.count}m\` is minutes; ${duration.count}M (months) is assumed, as a calendar has no such period. Write ${duration.count}M.`,
  );
  return { ...duration, unit: 'M' };
}

function readCalendar(item: Spot): SloWindow | undefined {
  const calendar = item.at('calendar');
  const written = readDuration(item.at('duration'));
  const duration = written && monthsFor(item.at('duration'), written);
  const fits = duration && checkLength(item.at('duration'), duration);
  if (!calendar.members(['startTime', 'timeZone'])) return undefined;
  const timeZone = readZone(calendar.at('timeZone'));
  const startTime = readStart(calendar.at('startTime'), timeZone ?? 'UTC');
  if (!fits || !timeZone || !startTime) return undefined;
  return { kind: 'calendar', duration, startTime, timeZone };
}

function readRolling(item: Spot): SloWindow | undefined {
  const duration = readDuration(item.at('duration'));
  if (!duration || !checkLength(item.at('duration'), duration)) {
    return undefined;
  }
  return { kind: 'rolling', duration, ms: durationMs(duration) };
}

function readItem(item: Spot): SloWindow | undefined {
  if (!item.members(['duration', 'isRolling', 'calendar'])) {
    return item.absent ? item.wrongType('a group of members') : undefined;
  }
  const isRolling = item.at('isRolling').flag();
  const calendar = !item.at('calendar').absent;
  if (isRolling === true && calendar) {
    return item.note(
      'window-kind',
      'A window is either rolling or calendar: drop `calendar`, or write `isRolling: false`.',
    );
  }
  if (calendar) return readCalendar(item);
  if (isRolling === false) {
    return item.note(
      'window-kind',
      'A window that does not roll needs `calendar` with `startTime` and `timeZone`; for a rolling one write `isRolling: true`.',
    );
  }
  if (isRolling === undefined && item.at('isRolling').absent) {
    item.note(
      'window-rolling-assumed',
      'The window says neither `isRolling: true` nor `calendar`; rolling is assumed.',
    );
  }
  return readRolling(item);
}

/** Reads `spec.timeWindow`, which must have exactly one item; absent: rolling 30 days, with a warning. */
export function readTimeWindow(spot: Spot): SloWindow | undefined {
  if (spot.absent) {
    spot.note(
      'window-missing',
      '`timeWindow` is missing; a rolling window of 30d is assumed. Write it down: other tools require it.',
    );
    return ASSUMED;
  }
  const items = spot.list();
  if (!Array.isArray(spot.value)) return undefined;
  if (items.length !== 1) {
    return spot.note(
      'window-count',
      `\`timeWindow\` has ${items.length} items and must have exactly one. For another window write another SLO.`,
    );
  }
  return readItem(items[0]);
}
