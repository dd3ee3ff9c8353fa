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
import { ComparedReport, ReportWrite } from './reportRow';
import { ScorecardVersion, versionOf } from './ScorecardVersionStore';

/** Finds out what a reassessment adds to the history of a service, and why it moved. */
export class StepRecorder {
  constructor(private readonly stores: Stores) {}

  /** The step from one report to the next; undefined where neither level nor score moved. */
  async between(
    tx: Knex.Transaction,
    before: ComparedReport | undefined,
    after: CompactAssessment,
    made: { report: ReportWrite; scorecard: CompiledScorecard },
  ): Promise<HistoryStep | undefined> {
    const { report, scorecard } = made;
    const step = {
      scorecardId: report.scorecardId,
      entityRef: report.service.entityRef,
      at: report.assessedAt,
      to: { levelId: report.levelId, score: report.score },
      coverage: report.coverage,
      scorecardHash: report.scorecardHash,
    };
    if (!before) return { ...step, flips: [] };
    if (before.level === after.level && before.score === after.score) {
      return undefined;
    }
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
    return (
      change && {
        ...step,
        ...change,
        from: { levelId: before.levelId, score: before.score },
      }
    );
  }
}
