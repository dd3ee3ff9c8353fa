import {
  changeBetween,
  CompactAssessment,
  CompiledScorecard,
  observedFacts,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Stores } from '../database/stores';
import { HistoryStep } from './HistoryStore';
import { decodeExplanation } from './reportCodec';
import { ComparedReport, lettersOf, ReportWrite } from './reportRow';
import { ScorecardVersion, versionOf } from './ScorecardVersionStore';

/** A report that is the first, or of another level, score or outcome than the last. */
export interface Move {
  readonly before?: ComparedReport;
  readonly after: CompactAssessment;
  readonly report: ReportWrite;
  readonly scorecard: CompiledScorecard;
}

/**
 * Whether a report goes into the history. Outcomes are compared under the same rules only: other rules have other
 * checks, and a reworded one is no step of every service.
 */
export const hasMoved = (
  before: ComparedReport | undefined,
  after: CompactAssessment,
  scorecardHash: string,
): boolean =>
  before?.level !== after.level ||
  before.score !== after.score ||
  (before.scorecardHash === scorecardHash &&
    before.outcomes !== lettersOf(after.outcomes));

/** Finds out what a reassessment adds to the history of services, and why they moved. */
export class StepRecorder {
  constructor(private readonly stores: Stores) {}

  /**
   * The steps from one report to the next.
   *
   * @param by - who or what brought the change
   */
  async of(
    tx: Knex.Transaction,
    moves: readonly Move[],
    by?: string,
  ): Promise<HistoryStep[]> {
    const steps: HistoryStep[] = [];
    for (const move of moves) {
      const step = await this.step(tx, move, by);
      if (step) steps.push(step);
    }
    return steps;
  }

  private async step(
    tx: Knex.Transaction,
    { before, after, report, scorecard }: Move,
    by?: string,
  ): Promise<HistoryStep | undefined> {
    const step = {
      scorecardId: report.scorecardId,
      entityRef: report.service.entityRef,
      at: report.assessedAt,
      to: { levelId: report.levelId, score: report.score },
      coverage: report.coverage,
      scorecardHash: report.scorecardHash,
    };
    if (!before) return { ...step, by, flips: [] };
    const version: ScorecardVersion =
      (await this.stores.versions.get(tx, before.scorecardHash)) ??
      versionOf(scorecard);
    const { rules, paths } = version;
    const explanation = await this.stores.reports.explanation(tx, before);
    const change = changeBetween(
      { ...before, ...decodeExplanation(explanation, version), rules, paths },
      {
        ...versionOf(scorecard),
        ...after,
        facts: observedFacts(scorecard, after),
      },
    );
    // Whoever wrote first after a new configuration did not make the rules.
    const byRules =
      change?.cause === 'rule' && before.scorecardHash !== report.scorecardHash;
    return (
      change && {
        ...step,
        ...change,
        by: byRules ? 'source:configuration' : by,
        from: { levelId: before.levelId, score: before.score },
      }
    );
  }
}
