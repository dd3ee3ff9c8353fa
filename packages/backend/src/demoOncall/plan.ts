import {
  expandRota,
  RotaOverride,
} from '@plimsoll/backstage-plugin-reliability-common';
import { DateTime, Duration, WeekdayNumbers } from 'luxon';
import { DemoChange, DemoSchedule } from './readDemoOncall';

/** A turn; milliseconds since the epoch. Nobody: the plan leaves it open. */
export interface DemoShift {
  readonly start: number;
  readonly end: number;
  readonly person?: string;
  /** Whether it is no turn but a change. */
  readonly change: boolean;
}

const ZONE = 'Europe/London';

/** A Monday. */
const FIRST_TURN = '2026-01-05';

const DAY = 24 * 3_600_000;

/** No turn is longer; shifts are cut that far beyond what is asked for, so that their ends are real. */
const MARGIN = 15 * DAY;

const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

function dayOf(on: DemoChange['on'], today: DateTime): DateTime {
  if (typeof on === 'number') return today.plus({ days: on });
  const weekday = (WEEKDAYS.indexOf(on) + 1) as WeekdayNumbers;
  const day = today.set({ weekday });
  return day > today ? day : day.plus({ weeks: 1 });
}

function toOverride(change: DemoChange, today: DateTime): RotaOverride {
  const [hour, minute] = change.from.split(':').map(Number);
  const from = dayOf(change.on, today).set({ hour, minute });
  return {
    from: from.toISO()!,
    to: from.plus(Duration.fromISO(change.for)).toISO()!,
    person: change.person ?? '',
  };
}

/**
 * The turns of a schedule, for any time.
 *
 * @param since - when the story begins, milliseconds since the epoch: changes are told from that day on
 */
export function planOf(
  schedule: DemoSchedule,
  since: number,
): (from: number, to: number) => DemoShift[] {
  const { title, turns, timeZone = ZONE, every = 'P7D', hours } = schedule;
  const today = DateTime.fromMillis(since, { zone: timeZone }).startOf('day');
  const rota = {
    id: 'demo',
    title,
    timeZone,
    layers: [
      {
        people: turns,
        handover: { every, at: schedule.at ?? '09:00', start: FIRST_TURN },
        hours,
      },
    ],
    overrides: schedule.changes?.map(change => toOverride(change, today)),
  };
  return (from, to) =>
    expandRota(rota, { from: from - MARGIN, to: to + MARGIN })
      .map(({ start, end, person, source }) => ({
        start: start!,
        end: end!,
        change: source === 'override',
        ...(person?.name && { person: person.name }),
      }))
      .filter(({ start, end }) => start < to && end > from);
}
