import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { findScorecard } from '../findScorecard';
import { ProgrammeOptions } from '../programmeOptions';
import { RankedReport } from '../rankingFilter';
import { TextReply } from '../../http/TextReply';

/** The text format of Prometheus, as its servers ask for it. */
const TYPE = 'text/plain; version=0.0.4';

const escaped = (value: string) =>
  value.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');

const labels = (values: Readonly<Record<string, string>>) =>
  `{${Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(',')}}`;

interface Metric {
  readonly name: string;
  readonly help: string;
  value(report: RankedReport, levelOf: (id: string) => number): number;
}

const METRICS: readonly Metric[] = [
  {
    name: 'plimsoll_service_score_ratio',
    help: 'Share of the points that the service has, 1: all',
    value: ({ score }) => score / 1000,
  },
  {
    name: 'plimsoll_service_coverage_ratio',
    help: 'Share of the points that rest on known facts, 1: all',
    value: ({ coverage }) => coverage / 1000,
  },
  {
    name: 'plimsoll_service_level',
    help: 'Level attained: 0 for none, 1 for the first',
    value: ({ levelId }, levelOf) => levelOf(levelId) + 1,
  },
  {
    name: 'plimsoll_service_assessed_timestamp_seconds',
    help: 'When the service was assessed',
    value: ({ assessedAt }) => assessedAt / 1000,
  },
];

/** Scores and levels for Prometheus. */
export class MetricsService {
  /** Reports never change, so the labels of each are written once. */
  private readonly named = new WeakMap<RankedReport, string>();

  constructor(private readonly options: ProgrammeOptions) {}

  /**
   * One line for each service that the caller sees, each scorecard and each figure.
   *
   * @throws NotFoundError when there is no such scorecard
   */
  async text(
    asked: string | undefined,
    credentials: BackstageCredentials,
  ): Promise<TextReply> {
    const { config, ranking } = this.options;
    const scorecards = asked
      ? [findScorecard(config.scorecards, asked)]
      : config.scorecards;
    const all = await Promise.all(
      scorecards.map(async ({ definition }) => ({
        definition,
        reports: await ranking.matching(
          { scorecard: definition.id },
          credentials,
        ),
      })),
    );
    const lines: string[] = [];
    for (const metric of METRICS) {
      lines.push(
        `# HELP ${metric.name} ${metric.help}`,
        `# TYPE ${metric.name} gauge`,
      );
      for (const { definition, reports } of all) {
        const levelOf = (id: string) =>
          definition.levels.findIndex(level => level.id === id);
        for (const report of reports) {
          const named = this.labelsOf(report, definition.id);
          lines.push(`${metric.name}${named} ${metric.value(report, levelOf)}`);
        }
      }
    }
    return new TextReply(
      `${lines.join('\n')}\n`,
      TYPE,
      'metrics.txt',
      'inline',
    );
  }

  private labelsOf(report: RankedReport, scorecard: string): string {
    let named = this.named.get(report);
    if (named === undefined) {
      const { entityRef: service, tierId: tier, owner } = report;
      named = labels({ service, scorecard, tier, owner });
      this.named.set(report, named);
    }
    return named;
  }
}
