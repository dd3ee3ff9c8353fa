import {
  assessCompactly,
  PushedFact,
  resolveTier,
  TierOverride,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { ServiceRecord } from '../catalog/ServiceStore';
import { ReliabilityConfig } from '../config/config';
import { Stores } from '../database/stores';
import { IncidentProviderKind } from '../incidents/IncidentFactReader';
import { ReadinessAssessor } from '../readiness/ReadinessAssessor';
import { ReadinessWrite, StoredReadiness } from '../readiness/readinessRow';
import { buildReport, isSame, Subject } from './buildReport';
import { factsOf } from './factsOf';
import { HistoryStep } from './HistoryStore';
import { ReportWrite, ComparedReport } from './reportRow';
import { SourcedFacts } from './SourcedFacts';
import { StepRecorder } from './StepRecorder';

/** What a reassessment is about to write. */
interface Outcome {
  readonly reports: ReportWrite[];
  readonly steps: HistoryStep[];
  readonly unchanged: { report: ComparedReport; nextChangeAt?: number }[];
  readonly obsolete: ComparedReport[];
  readonly readiness: ReadinessWrite[];
}

const key = (report: Pick<ComparedReport, 'scorecardId' | 'entityRef'>) =>
  `${report.scorecardId}|${report.entityRef}`;

/**
 * The one road to a score: whatever changes a fact ends here, in the transaction that changed it.
 */
export class Reassessor {
  private readonly hashes: ReadonlyMap<string, string>;
  private readonly readiness: ReadinessAssessor;
  private readonly sources: SourcedFacts;
  private readonly steps: StepRecorder;

  constructor(
    private readonly options: {
      readonly config: ReliabilityConfig;
      readonly stores: Stores;
      readonly incidentProviders?: readonly IncidentProviderKind[];
    },
  ) {
    this.readiness = new ReadinessAssessor(options);
    this.sources = new SourcedFacts(options);
    this.steps = new StepRecorder(options.stores);
    this.hashes = new Map(
      options.config.scorecards.map(({ definition, hash }) => [
        definition.id,
        hash,
      ]),
    );
  }

  /**
   * Assesses services on every scorecard that applies to them and saves what changed: reports, and one
   * history row for each that moved. Locks the services first, so that of two transactions that change the
   * facts of one service, the second assesses with what the first wrote.
   *
   * @param refs - at most a few hundred; references that are no current service lose their reports
   * @param now - milliseconds since the epoch
   * @returns the references of services whose level or score moved
   */
  async reassess(
    tx: Knex.Transaction,
    refs: readonly string[],
    now: number,
  ): Promise<string[]> {
    const { stores } = this.options;
    const services = await stores.services.lock(tx, refs);
    const [overrides, pushed, reports, sweep] = [
      await stores.tiers.overrides(tx, refs),
      await stores.facts.of(tx, refs),
      await stores.reports.toCompare(tx, refs, this.hashes),
      await stores.sweeps.last(tx, 'catalog'),
    ];
    const readiness = await this.readiness.known(tx, refs);
    const sources = await this.sources.of(tx, services, now);
    const byKey = new Map(reports.map(report => [key(report), report]));
    const outcome: Outcome = {
      reports: [],
      steps: [],
      unchanged: [],
      obsolete: [],
      readiness: [],
    };
    const problems = new Map<string, readonly string[]>();
    for (const service of services) {
      const known = this.subject(service, {
        override: overrides.get(service.entityRef),
        pushed: pushed.get(service.entityRef) ?? [],
        confirmedAt: sweep?.completedAt ?? service.changedAt,
      });
      const sourced = sources.factsOf(service, known.tier, now);
      const base = {
        ...known,
        facts: [...known.facts, ...sourced.facts],
        nextChangeAt: sourced.nextChangeAt,
      };
      const { facts, writes } = this.readiness.assess(base, readiness, now);
      outcome.readiness.push(...writes);
      const subject = { ...base, facts: [...base.facts, ...facts] };
      const found = subject.tier.problem ? [subject.tier.problem] : [];
      if (found.join() !== service.problems.join()) {
        problems.set(service.entityRef, found);
      }
      await this.assessAll(
        tx,
        subject,
        { reports: byKey, problems: found, now },
        outcome,
      );
    }
    this.findObsolete(services, reports, outcome);
    await stores.services.saveProblems(tx, problems);
    await stores.reports.save(tx, outcome.reports);
    await stores.history.append(tx, outcome.steps);
    await stores.reports.remove(tx, outcome.obsolete);
    await this.postpone(tx, outcome.unchanged, now);
    await sources.keep(tx, now);
    await stores.readiness.save(tx, outcome.readiness);
    await stores.readiness.remove(tx, orphansOf(readiness.stored, services));
    return [...new Set(outcome.steps.map(step => step.entityRef))];
  }

  private subject(
    service: ServiceRecord,
    found: {
      override?: TierOverride;
      pushed: readonly PushedFact[];
      confirmedAt: number;
    },
  ): Subject {
    const { tiers } = this.options.config;
    const tier = resolveTier(service.declaredTier, found.override, tiers);
    return { service, tier, facts: factsOf(service, tier, found) };
  }

  private async assessAll(
    tx: Knex.Transaction,
    subject: Subject,
    context: {
      reports: ReadonlyMap<string, ComparedReport>;
      problems: readonly string[];
      now: number;
    },
    outcome: Outcome,
  ): Promise<void> {
    const { config } = this.options;
    const { service } = subject;
    const { reports, problems, now } = context;
    for (const scorecard of config.scorecards) {
      const { id } = scorecard.definition;
      if (!service.scorecards.includes(id)) continue;
      const exemptions = config.exemptions.filter(
        exemption =>
          exemption.entityRef === service.entityRef &&
          exemption.scorecard === id,
      );
      const before = reports.get(
        key({ scorecardId: id, entityRef: service.entityRef }),
      );
      const after = assessCompactly(subject.facts, scorecard, now, exemptions);
      const report = buildReport(subject, scorecard, after, {
        before,
        problems,
        now,
      });
      if (before && isSame(before, report)) {
        outcome.unchanged.push({
          report: before,
          nextChangeAt: report.nextChangeAt,
        });
        continue;
      }
      outcome.reports.push(report);
      const step = await this.steps.between(tx, before, after, {
        report,
        scorecard,
      });
      if (step) outcome.steps.push(step);
    }
  }

  private findObsolete(
    services: readonly ServiceRecord[],
    reports: readonly ComparedReport[],
    outcome: Outcome,
  ): void {
    const current = new Map(
      services.map(service => [service.entityRef, service.scorecards]),
    );
    outcome.obsolete.push(
      ...reports.filter(
        ({ entityRef, scorecardId }) =>
          !current.get(entityRef)?.includes(scorecardId),
      ),
    );
  }

  /** A report that was due and did not change must not stay due, or it would be read again for ever. */
  private async postpone(
    tx: Knex.Transaction,
    unchanged: Outcome['unchanged'],
    now: number,
  ): Promise<void> {
    const due = unchanged.filter(
      ({ report, nextChangeAt }) =>
        (report.nextChangeAt ?? Infinity) <= now ||
        (nextChangeAt ?? Infinity) < (report.nextChangeAt ?? Infinity),
    );
    const groups = new Map<string, Map<number | undefined, string[]>>();
    for (const { report, nextChangeAt } of due) {
      const times = groups.get(report.scorecardId) ?? new Map();
      groups.set(report.scorecardId, times);
      times.set(nextChangeAt, [
        ...(times.get(nextChangeAt) ?? []),
        report.entityRef,
      ]);
    }
    for (const [scorecardId, times] of groups) {
      await this.options.stores.reports.postpone(tx, scorecardId, times);
    }
  }
}

/** What is kept of services that are not there any more. */
function orphansOf(
  stored: ReadonlyMap<string, readonly StoredReadiness[]>,
  services: readonly ServiceRecord[],
): StoredReadiness[] {
  const current = new Set(services.map(({ entityRef }) => entityRef));
  return [...stored].flatMap(([ref, rows]) => (current.has(ref) ? [] : rows));
}
