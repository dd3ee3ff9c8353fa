import { outcomeOfLetter } from '@plimsoll/backstage-plugin-reliability-common';
import { DAY } from '../demoIncidents/times';
import { CampaignPast, Database } from './CampaignPast';
import { lettersOf, MadeDay, MadeStep, makePast } from './makePast';
import { earlierRules, Rules } from './rules';
import { Told } from './sources';

/** Reports are still being filled while there was a step within this time, milliseconds. */
const QUIET = 30_000;
const TREND_DAYS = 30;

type Report = {
  scorecard_id: string;
  entity_ref: string;
  outcomes: string;
  scorecard_hash: string;
  tier_id: string;
  owner: string | null;
  system: string | null;
  domain: string | null;
  report: string;
};

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** The values of a stored report: see reportCodec.ts of the backend. */
function toldBy(report: string, { facts }: Rules): Told {
  const { values, from } = JSON.parse(report);
  return new Map(
    facts.flatMap((path, index) =>
      from[index] >= 0 ? [[path, values[index]] as const] : [],
    ),
  );
}

const isWhole = ({ outcomes }: Report, { definition }: Rules) =>
  outcomes.length === definition.checks.length &&
  [...outcomes].every(letter => outcomeOfLetter(letter) !== undefined);

const dayRow = (report: Report, { at, state }: MadeDay) => ({
  day: dayOf(at),
  scorecard_id: report.scorecard_id,
  entity_ref: report.entity_ref,
  level_id: state.levelId,
  level_index: state.level,
  score: state.score,
  coverage: state.coverage,
  tier_id: report.tier_id,
  scorecard_hash: state.rules.hash,
  outcomes: lettersOf(state),
  assessed_at: new Date(at),
  owner: report.owner,
  system: report.system,
  domain: report.domain,
});

const stepRow = (
  report: Report,
  { at, by, cause, from, to, flips }: MadeStep,
) => ({
  scorecard_id: report.scorecard_id,
  entity_ref: report.entity_ref,
  changed_at: new Date(at),
  cause: cause ?? null,
  level_from: from?.levelId ?? null,
  level_to: to.levelId,
  score_from: from?.score ?? null,
  score_to: to.score,
  coverage: to.coverage,
  flips: JSON.stringify(flips),
  scorecard_hash: to.rules.hash,
  changed_by: by,
});

/** Writes what never was into the tables of the portal, because no API takes the past. For the demo only. */
export class PastWriter {
  private readonly campaigns: CampaignPast;

  constructor(private readonly knex: Database) {
    this.campaigns = new CampaignPast(knex);
  }

  /**
   * Writes the past where there is none yet, as soon as the reports of a fresh portal are filled.
   *
   * @returns whether there is a past now
   */
  async write(now: number): Promise<boolean> {
    const today = Math.floor(now / DAY) * DAY;
    const { knex } = this;
    const past = await knex('reliability_daily')
      .where('day', '<', dayOf(today))
      .first('day');
    if (!past && !(await this.isFilled(now))) return false;
    if (!past) await knex.transaction(tx => this.make(tx, today));
    await this.dateDecisions(today);
    await this.campaigns.fill(dayOf(today));
    return true;
  }

  private async isFilled(now: number): Promise<boolean> {
    const last = await this.knex('reliability_history')
      .orderBy('changed_at', 'desc')
      .first('changed_at');
    return last !== undefined && now - +new Date(last.changed_at) > QUIET;
  }

  private async make(tx: Database, today: number): Promise<void> {
    const versions = await this.versions(tx);
    const reports: Report[] = await tx('reliability_reports').orderBy([
      'scorecard_id',
      'entity_ref',
    ]);
    // The first minutes of the portal are replaced: their steps would stand before those of the past.
    await tx('reliability_history').delete();
    const days: ReturnType<typeof dayRow>[] = [];
    const steps: MadeStep[] = [];
    const rows = new Map<MadeStep, ReturnType<typeof stepRow>>();
    for (const report of reports) {
      const rules = versions.get(report.scorecard_hash);
      if (!rules || !isWhole(report, rules)) continue;
      const made = makePast(
        {
          entityRef: report.entity_ref,
          outcomes: report.outcomes,
          told: toldBy(report.report, rules),
        },
        rules,
        today,
      );
      days.push(...made.days.map(day => dayRow(report, day)));
      for (const step of made.steps) {
        steps.push(step);
        rows.set(step, stepRow(report, step));
      }
    }
    // Ids are the order of events.
    steps.sort((a, b) => a.at - b.at);
    const history = steps.map(step => rows.get(step)!);
    await tx.batchInsert('reliability_daily', days, 50);
    await tx.batchInsert('reliability_history', history, 50);
    await this.beginTrends(tx, dayOf(today - TREND_DAYS * DAY));
  }

  /** The versions in force, and the earlier ones, which are kept beside them. */
  private async versions(tx: Database): Promise<Map<string, Rules>> {
    const stored = await tx('reliability_scorecard_versions').select(
      'hash',
      'definition',
    );
    const versions = new Map<string, Rules>();
    for (const { hash, definition } of stored) {
      const rules: Rules = { ...JSON.parse(definition), hash };
      versions.set(hash, rules);
      const earlier = earlierRules(rules);
      if (!earlier) continue;
      const { hash: before, ...version } = earlier;
      await tx('reliability_scorecard_versions')
        .insert({
          hash: before,
          scorecard_id: rules.definition.id,
          definition: JSON.stringify(version),
          first_used_at: new Date(0),
        })
        .onConflict('hash')
        .ignore();
    }
    return versions;
  }

  /** The trend of every report begins at its day of a month ago. */
  private async beginTrends(tx: Database, day: string): Promise<void> {
    const rows = await tx('reliability_daily')
      .where({ day })
      .select('scorecard_id', 'entity_ref', 'score');
    const [{ last }] = await tx('reliability_reports').max({ last: 'change' });
    for (const { scorecard_id, entity_ref, score } of rows) {
      await tx('reliability_reports')
        .where({ scorecard_id, entity_ref })
        .update({
          trend_score: score,
          trend_day: day,
          change: Number(last) + 1,
        });
    }
  }

  /** What `demoProgramme` asked the load line was asked so many days ago as its key says. */
  private async dateDecisions(today: number): Promise<void> {
    const rows = await this.knex('reliability_gate_decisions')
      .where('key', 'like', 'demo/%')
      .whereNot('key', 'like', 'demo/0/%')
      .where('at', '>=', new Date(today))
      .select('id', 'key', 'at');
    for (const { id, key, at } of rows) {
      const days = Number(key.split('/')[1]);
      await this.knex('reliability_gate_decisions')
        .where({ id })
        .update({ at: new Date(+new Date(at) - days * DAY) });
    }
  }
}
