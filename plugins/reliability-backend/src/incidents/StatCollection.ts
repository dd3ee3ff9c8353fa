import {
  countsForFigures,
  IncidentFigures,
  StatIncident,
  StatisticsCollector,
  statisticsCollector,
  StatisticsOptions,
} from '@plimsoll/backstage-plugin-reliability-common';

interface Group {
  readonly figures: StatisticsCollector;
  incidents: number;
}

/** Figures over all incidents and over groups of them, from incidents that come one by one and are not kept. */
export class StatCollection {
  private readonly whole: StatisticsCollector;
  private readonly groups = new Map<string, Group>();

  /** @param keys - of groups that are there even without an incident, in their order */
  constructor(
    private readonly options: StatisticsOptions,
    keys: readonly string[] = [],
  ) {
    this.whole = statisticsCollector(options);
    for (const key of keys) this.group(key);
  }

  /** @param keys - of the groups to which the incident belongs */
  add(incident: StatIncident, keys: readonly string[]): void {
    this.whole.add(incident);
    if (!countsForFigures(incident)) return;
    for (const key of new Set(keys)) {
      const group = this.group(key);
      group.figures.add(incident);
      group.incidents += 1;
    }
  }

  all(): IncidentFigures {
    return this.whole.result();
  }

  get size(): number {
    return this.groups.size;
  }

  /** Groups in the order in which they came. */
  inOrder(limit: number): [key: string, figures: IncidentFigures][] {
    return this.results([...this.groups].slice(0, limit));
  }

  /** Groups with most incidents first. */
  largest(limit: number): [key: string, figures: IncidentFigures][] {
    const sorted = [...this.groups].sort(
      ([one, a], [other, b]) =>
        b.incidents - a.incidents || (one < other ? -1 : 1),
    );
    return this.results(sorted.slice(0, limit));
  }

  private group(key: string): Group {
    const known = this.groups.get(key);
    if (known) return known;
    const figures = statisticsCollector(this.options);
    const group = { figures, incidents: 0 };
    this.groups.set(key, group);
    return group;
  }

  private results(groups: readonly [string, Group][]) {
    return groups.map(([key, { figures }]): [string, IncidentFigures] => [
      key,
      figures.result(),
    ]);
  }
}
