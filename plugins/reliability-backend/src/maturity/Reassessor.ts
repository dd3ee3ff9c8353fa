import {
  assessCompactly,
  Exemption,
  PushedFact,
  resolveTier,
  TierOverride,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { ServiceRecord, UnreadServiceRecord } from '../catalog/ServiceStore';
import { ReliabilityConfig } from '../config/config';
import { groupBy } from '../database/groupBy';
import { Stores } from '../database/stores';
import { IncidentProviderKind } from '../incidents/IncidentFactReader';
import { ReadinessAssessor } from '../readiness/ReadinessAssessor';
import { ReadinessWrite, StoredReadiness } from '../readiness/readinessRow';
import { buildReport, isSame, Subject } from './buildReport';
import { factsOf } from './factsOf';
import { ComparedReport, ReportRow, toReportRow } from './reportRow';
import { rootsRead, SourcedFacts } from './SourcedFacts';
import { hasMoved, Move, StepRecorder } from './StepRecorder';

/** What a reassessment is about to write. */
interface Outcome {
  /** As rows: what they were made of need not wait until they are written. */
  readonly reports: ReportRow[];
  readonly moves: Move[];
  readonly unchanged: { report: ComparedReport; nextChangeAt?: number }[];
  readonly obsolete: ComparedReport[];
  readonly readiness: ReadinessWrite[];
}

const NONE: readonly never[] = [];

/**
 * The one road to a score: whatever changes a fact ends here, in the transaction that changed it.
 */
export class Reassessor {
  private readonly hashes: ReadonlyMap<string, string>;
  private readonly exemptions: ReadonlyMap<string, readonly Exemption[]>;
  private readonly readiness: ReadinessAssessor;
  private readonly sources: SourcedFacts;
  private readonly roots: ReadonlySet<string>;
  private readonly steps: StepRecorder;

  constructor(
    private readonly options: {
      readonly config: ReliabilityConfig;
      readonly stores: Stores;
      readonly incidentProviders?: readonly IncidentProviderKind[];
    },
  ) {
    const { config, stores } = options;
    this.readiness = new ReadinessAssessor(options);
    this.sources = new SourcedFacts(options);
    this.roots = rootsRead(config);
    this.steps = new StepRecorder(stores);
    this.exemptions = groupBy(config.exemptions, ({ entityRef }) => entityRef);
    this.hashes = new Map(
      config.scorecards.map(({ definition, hash }) => [definition.id, hash]),
    );
  }

  /**
   * Assesses services on every scorecard that applies to them and saves what changed: reports, and one
   * history row for each that moved. Locks the services first, so that of two transactions that change the
   * facts of one service, the second assesses with what the first wrote.
   *
   * @param refs - at most a thousand; references that are no current service lose their reports
   * @param now - milliseconds since the epoch
   * @param by - who or what brought the change: the reference of a person or machine, or `source:` with a name
   * @returns the references of services whose level, score or outcome of a check moved
   */
  async reassess(
    tx: Knex.Transaction,
    refs: readonly string[],
    now: number,
    by?: string,
  ): Promise<string[]> {
    const { stores } = this.options;
    const services = await stores.services.lockUnread(tx, refs);
    const [overrides, pushed, reports, sweep] = [
      await stores.tiers.overrides(tx, refs),
      await stores.facts.of(tx, refs),
      await stores.reports.toCompare(tx, refs, this.hashes),
      await stores.sweeps.last(tx, 'catalog'),
    ];
    const readiness = await this.readiness.known(tx, refs);
    const sources = await this.sources.of(tx, services, now, {
      reads: root => this.roots.has(root),
      keeps: true,
    });
    const granted = await stores.exemptions.inForce(tx, refs, now);
    const reportsOf = groupBy(reports, ({ entityRef }) => entityRef);
    const outcome: Outcome = {
      reports: [],
      moves: [],
      unchanged: [],
      obsolete: [],
      readiness: [],
    };
    const problems = new Map<string, readonly string[]>();
    for (const { entityRef, read } of services) {
      const service = read();
      const known = this.subject(service, {
        override: overrides.get(entityRef),
        pushed: pushed.get(entityRef) ?? NONE,
        confirmedAt: sweep?.completedAt ?? service.changedAt,
      });
      const sourced = sources.factsOf(service, known.tier, now);
      const base: Subject = {
        service,
        tier: known.tier,
        facts: known.facts.concat(sourced.facts),
        nextChangeAt: sourced.nextChangeAt,
      };
      const exemptions = [
        ...(this.exemptions.get(entityRef) ?? NONE),
        ...(granted.get(entityRef) ?? NONE),
      ];
      const { facts, writes } = this.readiness.assess(
        base,
        readiness,
        exemptions,
        now,
      );
      outcome.readiness.push(...writes);
      const subject =
        facts.length > 0 ? { ...base, facts: base.facts.concat(facts) } : base;
      const found = subject.tier.problem ? [subject.tier.problem] : [];
      if (found.join() !== service.problems.join()) {
        problems.set(entityRef, found);
      }
      const before = reportsOf.get(entityRef) ?? NONE;
      reportsOf.delete(entityRef);
      this.assessAll(
        subject,
        { before, problems: found, exemptions, now },
        outcome,
      );
    }
    outcome.obsolete.push(...[...reportsOf.values()].flat());
    const steps = await this.steps.of(tx, outcome.moves, by);
    await stores.services.saveProblems(tx, problems);
    await stores.reports.save(tx, outcome.reports);
    await stores.history.append(tx, steps);
    await stores.reports.remove(tx, outcome.obsolete);
    await this.postpone(tx, outcome.unchanged, now);
    await sources.keep(tx, now);
    await stores.readiness.save(tx, outcome.readiness);
    await stores.readiness.remove(tx, orphansOf(readiness.stored, services));
    return [...new Set(steps.map(step => step.entityRef))];
  }

  private subject(
    service: ServiceRecord,
    found: {
      override?: TierOverride;
      pushed: readonly PushedFact[];
      confirmedAt: number;
    },
  ): Pick<Subject, 'tier' | 'facts'> {
    const { tiers } = this.options.config;
    const tier = resolveTier(service.declaredTier, found.override, tiers);
    return { tier, facts: factsOf(service, tier, found) };
  }

  /** Assesses one service; `before` are the reports that it has. */
  private assessAll(
    subject: Subject,
    context: {
      before: readonly ComparedReport[];
      problems: readonly string[];
      /** Of the service, configured and approved in the portal. */
      exemptions: readonly Exemption[];
      now: number;
    },
    outcome: Outcome,
  ): void {
    const { service } = subject;
    const { problems, exemptions, now } = context;
    for (const scorecard of this.options.config.scorecards) {
      const { id } = scorecard.definition;
      const before = context.before.find(
        ({ scorecardId }) => scorecardId === id,
      );
      if (!service.scorecards.includes(id)) {
        if (before) outcome.obsolete.push(before);
        continue;
      }
      const after = assessCompactly(
        subject.facts,
        scorecard,
        now,
        exemptions.filter(exemption => exemption.scorecard === id),
      );
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
      outcome.reports.push(toReportRow(report));
      if (hasMoved(before, after, scorecard.hash)) {
        outcome.moves.push({ before, after, report, scorecard });
      }
    }
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
  services: readonly UnreadServiceRecord[],
): StoredReadiness[] {
  const current = new Set(services.map(({ entityRef }) => entityRef));
  return [...stored].flatMap(([ref, rows]) => (current.has(ref) ? [] : rows));
}
