import {
  CompiledCheck,
  CompiledScorecard,
  Exemption,
  outcomesOf,
  PreviewChange,
  Tier,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { setImmediate as breathe } from 'node:timers/promises';
import { groupBy } from '../../database/groupBy';
import { inBatches } from '../../database/sql';
import { RankedReport } from '../rankingFilter';
import { ReportStore } from '../ReportStore';
import { letterOf } from '../reportRow';
import { lineOf } from '../rollups/ratedService';
import { ServiceFacts } from '../ServiceFacts';
import { rootsOf } from '../SourcedFacts';
import { ChangedRules } from './changedRules';
import { joinOutcomes, keptChecks, standingReports } from './keptOutcomes';
import { PreviewRow } from './PreviewStore';
import { Standing, Verdicts } from './Verdicts';

/** Services of one reading; between two the event loop serves others. */
const CHUNK = 200;

/** The same where most outcomes are kept. */
const CHANGED_CHUNK = 500;

const ORDER: readonly PreviewChange[] = ['down', 'up', 'rescored', 'same'];

/** Exemptions of services that hold at a time, on any scorecard. */
export type ExemptionsOf = (
  refs: readonly string[],
  at: number,
) => Promise<readonly Exemption[]>;

/** What is the same for all services of a run. */
interface Run {
  readonly rules: ChangedRules;
  readonly verdicts: Verdicts;
  /** On the scorecard, by service. */
  readonly exemptions: ReadonlyMap<string, readonly Exemption[]>;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Rules to judge services by. */
interface Judged {
  readonly scorecard: CompiledScorecard;
  /** Of the scorecard. */
  readonly checks: readonly CompiledCheck[];
  /** Absent: those in force. */
  readonly tiers?: readonly Tier[];
}

const pathsOf = ({ when, pass }: CompiledCheck) => [
  ...(when?.paths ?? []),
  ...pass.paths,
];

function rowOf(
  report: RankedReport,
  then: Standing,
  outcomes: string,
  { verdicts }: Run,
): PreviewRow {
  const { title, tier } = lineOf(report);
  return {
    entityRef: report.entityRef,
    title,
    owner: report.owner || null,
    tier,
    ...verdicts.of(then, outcomes),
  };
}

const asStored = (report: RankedReport): Standing => ({
  outcomes: report.outcomes,
  level: lineOf(report).level.index,
  score: report.score,
});

function compareRows(a: PreviewRow, b: PreviewRow): number {
  const place = ORDER.indexOf(a.change) - ORDER.indexOf(b.change);
  const tier = (a.tier.rank ?? Infinity) - (b.tier.rank ?? Infinity);
  return place || tier || (a.entityRef < b.entityRef ? -1 : 1);
}

/** Finds what other rules make of services; writes nothing. */
export class PreviewRunner {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly facts: ServiceFacts;
      readonly reports: Pick<ReportStore, 'dueOf'>;
    },
  ) {}

  /**
   * Checks whose rule stays keep the outcome of the stored report, where that still stands; everything else is judged
   * by the facts of now.
   *
   * @param reports - of the services, on the scorecard that is changed
   * @param now - milliseconds since the epoch
   * @returns those that lose a level first, of each change the critical tiers first
   */
  async run(
    reports: readonly RankedReport[],
    rules: ChangedRules,
    exemptionsOf: ExemptionsOf,
    now: number,
  ): Promise<PreviewRow[]> {
    const { knex, reports: store } = this.options;
    const { id } = rules.before.definition;
    const due = new Set(await store.dueOf(knex, id, now));
    const refs = reports.map(({ entityRef }) => entityRef);
    const found = await exemptionsOf(refs, now);
    const run: Run = {
      rules,
      verdicts: new Verdicts(rules, now),
      exemptions: groupBy(
        found.filter(({ scorecard }) => scorecard === id),
        ({ entityRef }) => entityRef,
      ),
      now,
    };
    const stands = standingReports(rules, due);
    const isStanding = (report: RankedReport) =>
      stands(report, run.exemptions.get(report.entityRef) ?? []);
    const standing = reports.filter(isStanding);
    const others = reports.filter(report => !isStanding(report));
    const rows: PreviewRow[] = [];
    for (const chunk of inBatches(standing, CHANGED_CHUNK)) {
      rows.push(...(await this.changed(chunk, run)));
      await breathe();
    }
    for (const chunk of inBatches(others, CHUNK)) {
      rows.push(...(await this.anew(chunk, run)));
      await breathe();
    }
    return rows.sort(compareRows);
  }

  /** Judges only the checks that another rule has. */
  private async changed(
    reports: readonly RankedReport[],
    run: Run,
  ): Promise<PreviewRow[]> {
    const { after } = run.rules;
    const kept = keptChecks(run.rules);
    const judged = { scorecard: after, checks: kept.judged };
    const found = await this.judge(reports, judged, run);
    return reports.flatMap(report => {
      const letters = found(report.entityRef);
      if (letters === undefined) return [];
      const outcomes = joinOutcomes(kept, report.outcomes, letters);
      return [rowOf(report, asStored(report), outcomes, run)];
    });
  }

  /** Judges all checks, and by the rules in force too where older ones made the report. */
  private async anew(
    reports: readonly RankedReport[],
    run: Run,
  ): Promise<PreviewRow[]> {
    const { before, after, tiers } = run.rules;
    const isOld = ({ scorecardHash }: RankedReport) =>
      scorecardHash !== before.hash;
    const inForce = { scorecard: before, checks: before.checks };
    const renewed = await this.judge(reports.filter(isOld), inForce, run);
    const tried = { scorecard: after, checks: after.checks, tiers };
    const found = await this.judge(reports, tried, run);
    return reports.flatMap(report => {
      const { entityRef } = report;
      const outcomes = found(entityRef);
      if (outcomes === undefined) return [];
      const again = isOld(report) ? renewed(entityRef) : undefined;
      const then =
        again === undefined ? asStored(report) : run.verdicts.inForce(again);
      return [rowOf(report, then, outcomes, run)];
    });
  }

  /** @returns the outcomes of the checks for a service, a letter for each; undefined where it is no current service */
  private async judge(
    reports: readonly RankedReport[],
    { scorecard, checks, tiers }: Judged,
    { exemptions, now }: Run,
  ): Promise<(entityRef: string) => string | undefined> {
    const { knex, facts } = this.options;
    if (reports.length === 0) return () => undefined;
    if (checks.length === 0) return () => '';
    const refs = reports.map(({ entityRef }) => entityRef);
    const roots = rootsOf(checks.flatMap(pathsOf));
    const subjects = await facts.of(knex, refs, now, { tiers, roots });
    const found = new Map(
      subjects.map(({ service: { entityRef }, facts: known }) => {
        const own = exemptions.get(entityRef);
        const outcomes = outcomesOf(known, scorecard, checks, now, own);
        return [entityRef, outcomes.map(letterOf).join('')];
      }),
    );
    return entityRef => found.get(entityRef);
  }
}
