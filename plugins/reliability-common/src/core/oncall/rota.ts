import { DateTime, Duration } from 'luxon';
import { OncallShift, OncallWindow, RosterEntry } from './oncall';
import { byLevel } from './sharers';
import { clip, intersect, subtract, union } from './spans';
import { timeOfDay, WallClock, wallClock, weeklyTimes } from './wallClock';

/** Hours of a week by the clock of a rota. @public */
export interface RotaHours {
  /** 1 is Monday, 7 Sunday: the day on which the hours begin. */
  readonly days: readonly number[];
  /** `HH:mm` */
  readonly from: string;
  /** `HH:mm`, up to `24:00`; not later than `from`: on the next day. */
  readonly to: string;
}

/** People who take turns. @public */
export interface RotaLayer {
  /** Default: 1. */
  readonly level?: number;
  /** Entity references or e-mail addresses, in the order of the turns. */
  readonly people: readonly string[];
  readonly handover: {
    /** ISO 8601, an hour at least, in weeks, days, hours and minutes by the clock on the wall. */
    readonly every: string;
    /** `HH:mm` */
    readonly at: string;
    /** `YYYY-MM-DD` of the first turn. */
    readonly start: string;
  };
  /** Only then is anybody on call; absent: always. */
  readonly hours?: readonly RotaHours[];
  /** Whether these people only look over the shoulder of the others at the level. Default: false. */
  readonly shadow?: boolean;
}

/** Somebody else stands in. @public */
export interface RotaOverride {
  /** ISO 8601; without an offset by the clock of the rota. */
  readonly from: string;
  readonly to: string;
  readonly person: string;
  /** Whose layers it replaces; default: 1. */
  readonly level?: number;
}

/** A rota as it is written in the configuration. @public */
export interface RotaDefinition {
  readonly id: string;
  readonly title: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly team?: string;
  readonly layers: readonly RotaLayer[];
  readonly overrides?: readonly RotaOverride[];
}

/** Somebody as a rota names them: an entity reference or an e-mail address. @public */
export interface RotaPerson {
  readonly name: string;
}

type RotaShift = OncallShift<RotaPerson> & { start: number; end: number };

const HOUR = 3_600_000;

/** Days are 24 hours by the clock on the wall, whatever that day lasts. */
function turnLength({ every }: RotaLayer['handover']): number {
  const duration = Duration.fromISO(every);
  const length = duration.isValid ? duration.toMillis() : 0;
  if (length < HOUR) {
    throw new RangeError(`a turn of ${every}: expected an hour at least`);
  }
  return length;
}

const levelOf = ({ level }: { readonly level?: number }) => level ?? 1;

/** The turns of a layer that touch the window, cut to it; before its first day there is none. */
function turns(layer: RotaLayer, clock: WallClock, window: OncallWindow) {
  const { people, handover } = layer;
  const length = turnLength(handover);
  const first = Date.parse(handover.start) + timeOfDay(handover.at);
  const found: { person: string; times: OncallWindow[] }[] = [];
  // By the clock on the wall a window may begin a little before or after where counting has it.
  let turn = Math.floor((clock.toWall(window.from) - first) / length) - 1;
  for (turn = Math.max(0, turn); people.length > 0; turn += 1) {
    const from = clock.fromWall(first + turn * length);
    const to = clock.fromWall(first + (turn + 1) * length);
    if (!(from < window.to)) break;
    const times = clip([{ from, to }], window);
    if (times.length > 0) {
      found.push({ person: people[turn % people.length], times });
    }
  }
  return found;
}

function layerShifts(
  layer: RotaLayer,
  clock: WallClock,
  window: OncallWindow,
): RotaShift[] {
  const open =
    layer.hours &&
    union(layer.hours.flatMap(hours => weeklyTimes(clock, hours, window)));
  return turns(layer, clock, window).flatMap(({ person, times }) =>
    (open ? intersect(times, open) : times).map(({ from, to }) => ({
      start: from,
      end: to,
      level: levelOf(layer),
      person: { name: person },
      source: 'rotation' as const,
      shadow: layer.shadow ?? false,
    })),
  );
}

function overridden(
  shifts: readonly RotaShift[],
  override: RotaOverride,
  zone: string,
  window: OncallWindow,
): RotaShift[] {
  const at = (text: string) => DateTime.fromISO(text, { zone }).toMillis();
  const times = clip(
    [{ from: at(override.from), to: at(override.to) }],
    window,
  );
  const level = levelOf(override);
  const kept = shifts.flatMap(shift =>
    shift.level === level && !shift.shadow
      ? subtract([{ from: shift.start, to: shift.end }], times).map(
          ({ from, to }) => ({ ...shift, start: from, end: to }),
        )
      : [shift],
  );
  const added = times.map(({ from, to }) => ({
    start: from,
    end: to,
    level,
    person: { name: override.person },
    source: 'override' as const,
    shadow: false,
  }));
  return [...kept, ...added];
}

/**
 * The shifts of a rota that touch a window, cut to it, the soonest first. Handovers and hours are by the clock on
 * the wall, so a turn over a change of the clock is shorter or longer. An override replaces all layers of its
 * level but those that shadow, and earlier overrides.
 *
 * @throws RangeError for an unknown time zone and for turns of less than an hour
 * @public
 */
export function expandRota(
  rota: RotaDefinition,
  window: OncallWindow,
): OncallShift<RotaPerson>[] {
  const clock = wallClock(rota.timeZone);
  const layered = rota.layers.flatMap(layer =>
    layerShifts(layer, clock, window),
  );
  return (rota.overrides ?? [])
    .reduce(
      (shifts, override) => overridden(shifts, override, rota.timeZone, window),
      layered,
    )
    .sort((a, b) => a.start - b.start || byLevel(a.level, b.level));
}

/** Who takes turns at each level, the first level first; whoever only shadows is not one of them. @public */
export function rotaRoster({
  layers: all,
}: Pick<RotaDefinition, 'layers'>): RosterEntry<RotaPerson>[] {
  const layers = all.filter(({ shadow }) => !shadow);
  const levels = [...new Set(layers.map(levelOf))].sort(byLevel);
  return levels.map(level => ({
    level,
    people: [
      ...new Set(
        layers
          .filter(layer => levelOf(layer) === level)
          .flatMap(({ people }) => people),
      ),
    ].map(name => ({ name })),
  }));
}
