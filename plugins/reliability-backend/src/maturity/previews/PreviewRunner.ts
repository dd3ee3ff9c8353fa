import {
  assessCompactly,
  CompactAssessment,
  CompiledScorecard,
  compareRules,
  enforcementOf,
  Exemption,
  PreviewChange,
  ReportedCheck,
  RuledResult,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { setImmediate as breathe } from 'node:timers/promises';
import { groupBy } from '../../database/groupBy';
import { Subject } from '../buildReport';
import { levelRef } from '../present';
import { RankedReport } from '../rankingFilter';
import { outcomeOf, StoredItem } from '../reportRow';
import { ServiceFacts } from '../ServiceFacts';
import { ChangedRules } from './changedRules';
import { PreviewRow } from './PreviewStore';

/** Services of one reading; between two the event loop serves others. */
const CHUNK = 200;

const ORDER: readonly PreviewChange[] = ['down', 'up', 'rescored', 'same'];

/** Exemptions of services that hold at a time, on any scorecard. */
export type ExemptionsOf = (
  refs: readonly string[],
  at: number,
) => Promise<readonly Exemption[]>;

function resultOf(
  scorecard: CompiledScorecard,
  { level, score, checks }: CompactAssessment,
): RuledResult {
  return {
    levels: scorecard.definition.levels,
    level,
    score,
    checks: scorecard.checks.map(
      ({ definition }, index): ReportedCheck => ({
        id: definition.id,
        level: definition.level,
        weight: definition.weight,
        outcome: checks[index].outcome,
        enforcement: checks[index].enforcement,
      }),
    ),
  };
}

/** A stored report as a result; of one made by the rules in force. */
function storedResult(
  scorecard: CompiledScorecard,
  { outcomes, score }: RankedReport,
  level: number,
  now: number,
): RuledResult {
  return {
    levels: scorecard.definition.levels,
    level,
    score,
    checks: scorecard.checks.map(
      (check, index): ReportedCheck => ({
        id: check.definition.id,
        level: check.definition.level,
        weight: check.definition.weight,
        outcome: outcomeOf(outcomes[index]),
        enforcement: enforcementOf(check, now),
      }),
    ),
  };
}

function rowOf(
  item: StoredItem,
  subject: Subject,
  then: RuledResult,
  context: {
    readonly rules: ChangedRules;
    readonly titles: ReadonlyMap<string, string>;
    readonly own: readonly Exemption[];
    readonly now: number;
  },
): PreviewRow {
  const { rules, titles, own, now } = context;
  const { before, after } = rules;
  const found = assessCompactly(subject.facts, after, now, own);
  const result = resultOf(after, found);
  const { change, causes, flips } = compareRules(then, result);
  const outcomeIn = (id: string) => {
    const check = result.checks.find(candidate => candidate.id === id);
    return check?.enforcement === 'enforced' ? check.outcome : null;
  };
  return {
    entityRef: item.entityRef,
    title: item.title,
    owner: item.owner,
    tier: item.tier,
    change,
    before: { level: levelRef(before, then.level), score: then.score },
    after: { level: levelRef(after, found.level), score: found.score },
    causes: causes.map(id => ({
      id,
      title: titles.get(id) ?? id,
      outcome: outcomeIn(id),
    })),
    missingScore: found.nextLevel?.missingScore ?? 0,
    flips,
  };
}

const titlesOf = ({ before, after }: ChangedRules) =>
  new Map(
    [...before.checks, ...after.checks].map(({ definition }) => [
      definition.id,
      definition.title,
    ]),
  );

function compareRows(a: PreviewRow, b: PreviewRow): number {
  const place = ORDER.indexOf(a.change) - ORDER.indexOf(b.change);
  const tier = (a.tier.rank ?? Infinity) - (b.tier.rank ?? Infinity);
  return place || tier || (a.entityRef < b.entityRef ? -1 : 1);
}

/** Assesses services by other rules and compares; writes nothing. */
export class PreviewRunner {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly facts: ServiceFacts;
    },
  ) {}

  /**
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
    const rows: PreviewRow[] = [];
    for (let start = 0; start < reports.length; start += CHUNK) {
      const chunk = reports.slice(start, start + CHUNK);
      rows.push(...(await this.chunk(chunk, rules, exemptionsOf, now)));
      await breathe();
    }
    return rows.sort(compareRows);
  }

  private async chunk(
    reports: readonly RankedReport[],
    rules: ChangedRules,
    exemptionsOf: ExemptionsOf,
    now: number,
  ): Promise<PreviewRow[]> {
    const { knex, facts } = this.options;
    const { before, tiers } = rules;
    const refs = reports.map(({ entityRef }) => entityRef);
    const exemptions = groupBy(
      (await exemptionsOf(refs, now)).filter(
        ({ scorecard }) => scorecard === before.definition.id,
      ),
      ({ entityRef }) => entityRef,
    );
    const subjects = await facts.of(knex, refs, now, tiers);
    const byRef = new Map(reports.map(report => [report.entityRef, report]));
    // What older rules found says nothing of those in force.
    const old = reports.filter(
      ({ scorecardHash }) => scorecardHash !== before.hash,
    );
    const titles = titlesOf(rules);
    const renewed = new Map(
      old.length === 0
        ? []
        : (
            await facts.of(
              knex,
              old.map(({ entityRef }) => entityRef),
              now,
            )
          ).map(subject => [subject.service.entityRef, subject]),
    );
    return subjects.flatMap(subject => {
      const { entityRef } = subject.service;
      const report = byRef.get(entityRef);
      if (!report) return [];
      const own = exemptions.get(entityRef) ?? [];
      const item: StoredItem = JSON.parse(report.item);
      const again = renewed.get(entityRef);
      const then = again
        ? resultOf(before, assessCompactly(again.facts, before, now, own))
        : storedResult(before, report, item.level.index, now);
      return [rowOf(item, subject, then, { rules, titles, own, now })];
    });
  }
}
