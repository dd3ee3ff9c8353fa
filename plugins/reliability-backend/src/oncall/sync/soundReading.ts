import {
  OncallShift,
  Rotation,
  RosterEntry,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  ProviderPerson,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import { IANAZone } from 'luxon';

const MAX_TEXT = 500;
const MAX_WARNINGS = 20;

/** More than a person a minute for an hour a day; a rotation with more is not one. */
const MAX_SHIFTS = 5000;

/** The latest time that JavaScript knows. */
const LAST_TIME = 8.64e15;

/** No database keeps a zero character, and nobody reads a page of text. */
const sound = (text: string) =>
  text.replaceAll('\u0000', '').trim().slice(0, MAX_TEXT);

const soundOrNone = (text: string | undefined) =>
  sound(text ?? '') || undefined;

/** Pages link there: an address of another kind could run in them. */
const soundUrl = (url: string | undefined) =>
  url !== undefined && /^https?:\/\//i.test(url) ? soundOrNone(url) : undefined;

function soundPerson(person: ProviderPerson): ProviderPerson {
  const id = person.id.replaceAll('\u0000', '');
  return {
    id,
    name: sound(person.name) || id,
    email: soundOrNone(person.email)?.toLocaleLowerCase('en-US'),
    entityRef: person.entityRef,
    url: soundUrl(person.url),
    left: person.left,
  };
}

const isTime = (value: number | null) =>
  value === null || Math.abs(value) <= LAST_TIME;

const soundLevel = (level: number | null) =>
  level !== null && Number.isInteger(level) && level > 0 ? level : null;

/** A shift without a length says nothing, nor does one whose time is no number. */
function soundShift(
  shift: OncallShift<ProviderPerson>,
): OncallShift<ProviderPerson>[] {
  const { start, end, person } = shift;
  if (!isTime(start) || !isTime(end)) return [];
  if (start !== null && end !== null && end <= start) return [];
  return [
    {
      ...shift,
      level: soundLevel(shift.level),
      person: person && soundPerson(person),
      schedule: soundOrNone(shift.schedule),
    },
  ];
}

const soundEntry = (
  entry: RosterEntry<ProviderPerson>,
): RosterEntry<ProviderPerson> => ({
  level: soundLevel(entry.level),
  people: entry.people.map(soundPerson),
});

/** What a module says, as far as it can be kept: modules are written by many. */
export function soundReading(
  reading: RotationReading,
): Rotation<ProviderPerson> {
  const shifts = reading.shifts.flatMap(soundShift);
  const zone = reading.timeZone;
  return {
    ref: reading.ref,
    title: sound(reading.title) || reading.ref.id,
    url: soundUrl(reading.url),
    team: soundOrNone(reading.team),
    timeZone: zone && IANAZone.isValidZone(zone) ? zone : undefined,
    window: reading.window,
    shifts: shifts.slice(0, MAX_SHIFTS),
    roster: reading.roster?.map(soundEntry),
    gaps: shifts.length > MAX_SHIFTS ? 'unknown' : reading.gaps,
    warnings: [
      ...(shifts.length > MAX_SHIFTS
        ? [`It has ${shifts.length} shifts; only ${MAX_SHIFTS} are kept`]
        : []),
      ...reading.warnings.map(sound),
    ].slice(0, MAX_WARNINGS),
  };
}
