import { describedZone } from './describedZone';
import { MOST_ZONES } from './limits';
import { WINDOWS_ZONES } from './windowsZones';
import { ianaZone, UTC, Zone } from './zone';

const valueOf = (lines: readonly string[], name: string) =>
  lines
    .find(line => new RegExp(`^${name}[:;]`, 'i').test(line))
    ?.replace(/^[^:]*:/, '')
    .trim();

const knownZone = (name: string): Zone | undefined => {
  if (/^(tzone:\/\/microsoft\/)?(utc|z|gmt)$/i.test(name)) return UTC;
  // Some programs put their own name in front: /example.org/2024b/Europe/Berlin
  const parts = name.split('/').filter(part => part !== '');
  const endings = [3, 2]
    .filter(count => parts.length > count)
    .map(count => parts.slice(-count).join('/'));
  const named = [name, ...endings].map(ianaZone).find(Boolean);
  return named ?? ianaZone(WINDOWS_ZONES[name] ?? '');
};

/** The zones of one feed. The time-zone database stands before what the feed describes, which is often cut short. */
export class Zones {
  private readonly found = new Map<string, Zone>();
  private readonly described = new Map<string, readonly string[]>();
  /** Names that could not be understood. */
  readonly unknown = new Set<string>();

  /**
   * @param blocks - lines of each VTIMEZONE
   * @param floating - of times without a zone
   */
  constructor(blocks: readonly (readonly string[])[], readonly floating: Zone) {
    for (const lines of blocks.slice(0, MOST_ZONES)) {
      this.described.set(valueOf(lines, 'TZID') ?? '', lines);
    }
  }

  /** The zone of a TZID; one that nobody knows is taken for the floating one, and kept in `unknown`. */
  of(tzid: string): Zone {
    const name = tzid.trim();
    const zone = this.found.get(name) ?? this.look(name);
    this.found.set(name, zone);
    return zone;
  }

  private look(name: string): Zone {
    const lines = this.described.get(name);
    const located = lines && valueOf(lines, 'X-LIC-LOCATION');
    const zone =
      knownZone(name) ??
      (located ? knownZone(located) : undefined) ??
      (lines && describedZone(lines, name));
    if (zone) return zone;
    this.unknown.add(name);
    return this.floating;
  }
}

/** The zone that a calendar names for times without one (X-WR-TIMEZONE). */
export const zoneOfCalendar = (lines: readonly string[]): Zone | undefined =>
  knownZone(valueOf(lines, 'X-WR-TIMEZONE') ?? '');

/** The name that a calendar gives itself (X-WR-CALNAME, or NAME of RFC 7986). */
export const nameOfCalendar = (lines: readonly string[]): string | undefined =>
  (valueOf(lines, 'X-WR-CALNAME') ?? valueOf(lines, 'NAME'))
    ?.replace(/\\([,;\\])/g, '$1')
    .replace(/\\n/gi, ' ')
    .slice(0, 200) || undefined;
