import { IncidentFiguresItem } from '@plimsoll/backstage-plugin-reliability-common';
import told from './data/publicIncidents.json';

/** A row of the import, as the file has it. */
export interface PublicIncident {
  readonly key: string;
  readonly title: string;
  readonly severity: string;
  readonly customerImpact: boolean | null;
  readonly subjects: readonly string[];
  readonly stamps: Readonly<Partial<Record<string, string>>>;
}

export const publicIncidents: readonly PublicIncident[] = told;

const MINUTE = 60_000;
const LEVELS: Record<string, number> = { critical: 1, major: 2, minor: 3 };

const at = ({ stamps }: PublicIncident, name: string) =>
  stamps[name] === undefined ? undefined : Date.parse(stamps[name]);

/** When it counts as begun: declared, else when customers felt it first. */
export const begun = (incident: PublicIncident): number =>
  at(incident, 'declared') ?? at(incident, 'impactStart') ?? NaN;

/** The value below which a share of the values lies, by counting: what lies between two is their mixture. */
function share(values: readonly number[], p: number): number | null {
  if (values.length === 0) return null;
  const ranked = [...values].sort((a, b) => a - b);
  const rank = p * (ranked.length - 1);
  const [low, high] = [ranked[Math.floor(rank)], ranked[Math.ceil(rank)]];
  return low * (Math.ceil(rank) - rank || 1) + high * (rank % 1);
}

function duration(
  incidents: readonly PublicIncident[],
  from: string,
  to: string,
): IncidentFiguresItem['restore'] {
  const values = incidents.flatMap(incident => {
    const [first, last] = [at(incident, from), at(incident, to)];
    return first === undefined || last === undefined ? [] : [last - first];
  });
  return {
    n: values.length,
    of: incidents.length,
    median: share(values, 0.5),
    p90: share(values, 0.9),
  };
}

/** Every minute of the impact of any of them, once. */
function impactMinutes(incidents: readonly PublicIncident[]): number {
  const minutes = new Set<number>();
  for (const incident of incidents) {
    const to = at(incident, 'impactEnd') ?? 0;
    let minute = at(incident, 'impactStart') ?? Infinity;
    if (incident.customerImpact === false) continue;
    for (; minute < to; minute += MINUTE) minutes.add(minute);
  }
  return minutes.size;
}

/** The figures of incidents that are all over and paged nobody, worked out anew from their rows. */
export function recomputed(
  incidents: readonly PublicIncident[],
): Partial<IncidentFiguresItem> {
  const levels: (number | null)[] = incidents.map(
    ({ severity }) => LEVELS[severity] ?? null,
  );
  const rows: (number | null)[] = [1, 2, 3, 4, 5];
  if (levels.includes(null)) rows.push(null);
  const count = (level: number | null) =>
    levels.filter(each => each === level).length;
  return {
    incidents: incidents.length,
    open: 0,
    bySeverity: rows.map(level => ({
      level,
      name: level === null ? 'Not mapped' : `SEV${level}`,
      incidents: count(level),
    })),
    detect: { n: 0, of: incidents.length, median: null, p90: null },
    acknowledge: { n: 0, of: incidents.length, median: null, p90: null },
    mitigate: duration(incidents, 'impactStart', 'mitigated'),
    restore: duration(incidents, 'declared', 'resolved'),
    impactMinutes: impactMinutes(incidents),
    impactUnknown: incidents.filter(
      ({ customerImpact, stamps }) => customerImpact && !stamps.impactStart,
    ).length,
    repeats: 0,
  };
}
