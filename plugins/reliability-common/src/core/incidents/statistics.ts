import {
  DurationStatistic,
  IncidentFigures,
  StatIncident,
  StatisticsOptions,
} from './figures';
import { countsForFigures, IncidentStatus, isOpen, Severity } from './incident';
import { quantile } from './quantile';
import { severityName } from './severity';
import { IncidentSpan, unionMs } from './spans';
import { customerImpactSpan, impactDeclared, incidentFigures } from './stamps';

/** Takes incidents one by one, so that none has to be kept. @public */
export interface StatisticsCollector {
  add(incident: StatIncident): void;
  result(): IncidentFigures;
}

const DAY = 86_400_000;
const LEVELS: readonly Severity[] = [1, 2, 3, 4, 5];
const DURATIONS = ['detect', 'acknowledge', 'mitigate', 'restore'] as const;

function statistic(values: readonly number[], of: number): DurationStatistic {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    n: sorted.length,
    of,
    median: quantile(sorted, 0.5),
    p90: quantile(sorted, 0.9),
  };
}

/** Whether so many of the times lie within some time of each other. */
function isNoisy(times: readonly number[], count: number, withinMs: number) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted.some(
    (time, index) => sorted[index + count - 1] - time <= withinMs,
  );
}

const isOver = (status: IncidentStatus) => !isOpen(status);

/**
 * Which incidents could have each duration: one that is not mitigated or resolved yet says nothing about how long
 * that takes.
 */
const couldHave = {
  detect: () => true,
  acknowledge: () => true,
  mitigate: (status: IncidentStatus) =>
    status === 'mitigated' || isOver(status),
  restore: isOver,
} as const;

const PAGES = [
  'total',
  'afterHours',
  'sleepHours',
  'zoneUnknown',
  'withoutHuman',
] as const;
const FOLLOW_UPS = ['total', 'done', 'inTime', 'overdue'] as const;

const zeros = <K extends string>(names: readonly K[]) =>
  Object.fromEntries(names.map(name => [name, 0])) as Record<K, number>;

class Collector implements StatisticsCollector {
  private incidents = 0;
  private open = 0;
  private neverAcknowledged = 0;
  private impactUnknown = 0;
  private repeats = 0;
  private readonly levels = new Map<Severity | null, number>();
  private readonly values = {
    detect: [] as number[],
    acknowledge: [] as number[],
    mitigate: [] as number[],
    restore: [] as number[],
  };
  private readonly of = zeros(DURATIONS);
  private readonly impacts: IncidentSpan[] = [];
  private readonly pages = zeros(PAGES);
  private readonly pagedAt = new Map<string, number[]>();
  private readonly followUps = zeros(FOLLOW_UPS);
  private readonly postmortems = {
    required: 0,
    published: 0,
    inTime: 0,
    overdue: 0,
  };

  constructor(private readonly options: StatisticsOptions) {}

  add(incident: StatIncident) {
    const { from, to } = this.options;
    const { severity, startedAt, status } = incident;
    if (!countsForFigures(incident)) return;
    if (startedAt < from || startedAt >= to) return;
    this.incidents += 1;
    this.levels.set(severity, (this.levels.get(severity) ?? 0) + 1);
    if (isOpen(status)) this.open += 1;
    if (incident.isRepeat) this.repeats += 1;
    this.addDurations(incident);
    this.addImpact(incident);
    this.addPages(incident);
    this.addWork(incident);
  }

  private addDurations(incident: StatIncident) {
    const durations = incidentFigures(incident);
    for (const name of DURATIONS) {
      const value = durations[name];
      if (!couldHave[name](incident.status)) continue;
      this.of[name] += 1;
      if (value !== null) this.values[name].push(value);
    }
    const { pages, stamps, status } = incident;
    if (isOver(status) && pages.total > 0 && !stamps.acknowledged) {
      this.neverAcknowledged += 1;
    }
  }

  private addImpact(incident: StatIncident) {
    const span = customerImpactSpan(incident, this.options.now);
    if (span) this.impacts.push({ from: span.from, to: span.to });
    else if (impactDeclared(incident)) this.impactUnknown += 1;
  }

  private addPages({ pages, key, startedAt }: StatIncident) {
    for (const name of PAGES) this.pages[name] += pages[name];
    if (key !== null && pages.total > 0) {
      const times = this.pagedAt.get(key);
      if (times) times.push(startedAt);
      else this.pagedAt.set(key, [startedAt]);
    }
  }

  private addWork({ postmortem, followUps }: StatIncident) {
    for (const name of FOLLOW_UPS) this.followUps[name] += followUps[name];
    if (!postmortem.required) return;
    const { publishedAt, publishDueAt, state } = postmortem;
    this.postmortems.required += 1;
    if (state === 'overdue') this.postmortems.overdue += 1;
    if (state !== 'published') return;
    this.postmortems.published += 1;
    if (
      publishDueAt === null ||
      (publishedAt !== null && publishedAt <= publishDueAt)
    ) {
      this.postmortems.inTime += 1;
    }
  }

  private bySeverity(): IncidentFigures['bySeverity'] {
    const levels = [...LEVELS, ...(this.levels.has(null) ? [null] : [])];
    return levels.map(level => ({
      level,
      name: severityName(level, this.options.severityNames),
      incidents: this.levels.get(level) ?? 0,
    }));
  }

  result(): IncidentFigures {
    const { noisyCount = 3, noisyWithinMs = DAY } = this.options;
    const figure = (name: (typeof DURATIONS)[number]) =>
      statistic(this.values[name], this.of[name]);
    return {
      incidents: this.incidents,
      open: this.open,
      bySeverity: this.bySeverity(),
      detect: figure('detect'),
      acknowledge: figure('acknowledge'),
      neverAcknowledged: this.neverAcknowledged,
      mitigate: figure('mitigate'),
      restore: figure('restore'),
      impactMinutes: unionMs(this.impacts) / 60_000,
      impactUnknown: this.impactUnknown,
      repeats: this.repeats,
      pages: {
        ...this.pages,
        noisyKeys: [...this.pagedAt.values()].filter(times =>
          isNoisy(times, noisyCount, noisyWithinMs),
        ).length,
      },
      postmortems: { ...this.postmortems },
      followUps: { ...this.followUps },
    };
  }
}

/**
 * Collects figures from incidents that come one by one. Exercises, merged and declined ones are left out, and
 * those that did not begin in the period. Impact counts whole, also where it reaches beyond the period.
 *
 * @public
 */
export const statisticsCollector = (
  options: StatisticsOptions,
): StatisticsCollector => new Collector(options);

/** The figures over incidents; see `statisticsCollector`. @public */
export function statistics(
  incidents: Iterable<StatIncident>,
  options: StatisticsOptions,
): IncidentFigures {
  const collector = statisticsCollector(options);
  for (const incident of incidents) collector.add(incident);
  return collector.result();
}
