import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  campaignStanding,
  CampaignStanding,
  CompiledScorecard,
  itemOutcome,
  Outcome,
} from '@plimsoll/backstage-plugin-reliability-common';
import { anyOf, Db } from '../../database/sql';
import {
  READINESS_TABLE,
  ReadinessRow,
  stateOfLetter,
} from '../../readiness/readinessRow';
import { ItemDoubts, KnownItem } from '../ItemDoubts';
import { ProgrammeOptions } from '../programmeOptions';
import { predicatesOf, RankedReport } from '../rankingFilter';
import { letterOf, outcomeOf, StoredItem } from '../reportRow';
import { StoredScope } from './campaignRow';

/** A service in the scope of a campaign. */
export interface ServiceStanding {
  readonly report: RankedReport;
  /** Of the checks, then of the items, as the campaign lists them. */
  readonly outcomes: readonly Outcome[];
  readonly standing: CampaignStanding;
}

/** The letters of the items of a checklist by service; null: the checklist is not for it. */
type ItemLetters = ReadonlyMap<string, string | null>;

const UNKNOWN = letterOf('unknown');

/** What reports come to in scopes, as long as the list of them stands; those with items rest on answers as well. */
const judged = new WeakMap<
  readonly RankedReport[],
  Map<string, readonly ServiceStanding[]>
>();

/** Of one list of reports. */
const MAX_SCOPES = 20;

/** Reports never change, so each is read once. */
const lifecycles = new WeakMap<RankedReport, string>();

function lifecycleOf(report: RankedReport): string {
  let lifecycle = lifecycles.get(report);
  if (lifecycle === undefined) {
    const item: StoredItem = JSON.parse(report.item);
    lifecycle = item.lifecycle ?? '';
    lifecycles.set(report, lifecycle);
  }
  return lifecycle;
}

const withinLifecycle =
  ({ filter: { lifecycle } }: StoredScope) =>
  (report: RankedReport) =>
    lifecycle === undefined || lifecycle.includes(lifecycleOf(report));

/** The outcomes of a report by its letters; all unknown where other rules made it. */
export const outcomesOf = (
  report: Pick<RankedReport, 'outcomes' | 'scorecardHash'>,
  { definition, hash }: CompiledScorecard,
): Outcome[] =>
  definition.checks.map((_, index) =>
    report.scorecardHash === hash
      ? outcomeOf(report.outcomes[index] ?? UNKNOWN)
      : 'unknown',
  );

/** What standings are made of. */
export type StandingsOptions = Pick<
  ProgrammeOptions,
  'knex' | 'stores' | 'config' | 'ranking'
>;

/**
 * Where services stand in campaigns, by stored reports and stored answers; nothing is assessed. Make one for each
 * request: it reads every checklist once and keeps it.
 */
export class Standings {
  private readonly letters = new Map<string, Promise<ItemLetters>>();
  private readonly itemDoubts: ItemDoubts;

  constructor(
    private readonly options: StandingsOptions,
    /** The only services whose answers are asked for; absent: all. */
    private readonly refs?: readonly string[],
  ) {
    this.itemDoubts = new ItemDoubts(options);
  }

  /** The services of a scope that a reader may see, in the order of the ranking. */
  async visible(
    scope: StoredScope,
    credentials: BackstageCredentials,
  ): Promise<readonly ServiceStanding[]> {
    const scorecard = this.scorecard(scope);
    if (!scorecard) return [];
    const { tier, owner, system, domain } = scope.filter;
    const reports = await this.options.ranking.matching(
      { scorecard: scope.scorecard, tier, owner, system, domain },
      credentials,
    );
    return this.judgeOnce(scope, scorecard, reports);
  }

  /** The services of a scope, whoever may see them: for tasks, and for one service that was found visible. */
  async all(scope: StoredScope): Promise<ServiceStanding[]> {
    const scorecard = this.scorecard(scope);
    if (!scorecard) return [];
    const reports = await this.reports(scope);
    const { tier, owner, system, domain } = scope.filter;
    const predicates = [
      ...predicatesOf({ tier, owner, system, domain }),
      withinLifecycle(scope),
    ];
    return this.judge(
      scope,
      scorecard,
      reports.filter(report => predicates.every(holds => holds(report))),
    );
  }

  private async reports({
    scorecard: id,
  }: StoredScope): Promise<readonly RankedReport[]> {
    const { ranking } = this.options;
    return this.refs ? ranking.of(id, this.refs) : ranking.all(id);
  }

  private scorecard({ scorecard: id }: StoredScope) {
    return this.options.config.scorecards.find(
      ({ definition }) => definition.id === id,
    );
  }

  private async judgeOnce(
    scope: StoredScope,
    scorecard: CompiledScorecard,
    reports: readonly RankedReport[],
  ): Promise<readonly ServiceStanding[]> {
    const make = () =>
      this.judge(scope, scorecard, reports.filter(withinLifecycle(scope)));
    if (scope.items.length > 0) return make();
    const { checks, filter } = scope;
    const key = JSON.stringify([scorecard.hash, checks, filter.lifecycle]);
    const known = judged.get(reports) ?? new Map();
    judged.set(reports, known);
    const found: readonly ServiceStanding[] = known.get(key) ?? (await make());
    known.delete(key);
    known.set(key, found);
    if (known.size > MAX_SCOPES) known.delete([...known.keys()][0]);
    return found;
  }

  private async judge(
    { checks, items }: StoredScope,
    scorecard: CompiledScorecard,
    reports: readonly RankedReport[],
  ): Promise<ServiceStanding[]> {
    const { definition, hash } = scorecard;
    const places = checks.map(id =>
      definition.checks.findIndex(check => check.id === id),
    );
    const asked = await Promise.all(
      items.map(async given => {
        const known = this.itemDoubts.find(given);
        const letters = known && (await this.lettersOf(known));
        const index = known?.checklist.items.indexOf(known.item) ?? -1;
        return { letters, index };
      }),
    );
    // Of many services few differ.
    const shared = new Map<string, Omit<ServiceStanding, 'report'>>();
    return reports.map(report => {
      const current = report.scorecardHash === hash;
      let key = '';
      for (const place of places) {
        key += (current && report.outcomes[place]) || UNKNOWN;
      }
      for (const { letters, index } of asked) {
        key += letterOf(itemOutcomeOf(letters?.get(report.entityRef), index));
      }
      let found = shared.get(key);
      if (!found) {
        const outcomes = Array.from(key, outcomeOf);
        found = { outcomes, standing: campaignStanding(outcomes) };
        shared.set(key, found);
      }
      return { report, ...found };
    });
  }

  private lettersOf({ checklist }: KnownItem): Promise<ItemLetters> {
    const { id } = checklist.definition;
    let letters = this.letters.get(id);
    if (!letters) {
      letters = readLetters(this.options.knex, checklist, this.refs);
      this.letters.set(id, letters);
    }
    return letters;
  }
}

/** Not applicable where the checklist is not for the service; unknown where it was not read yet. */
function itemOutcomeOf(
  letters: string | null | undefined,
  index: number,
): Outcome {
  if (letters === null) return 'not-applicable';
  const letter = letters?.[index];
  return letter ? itemOutcome(stateOfLetter(letter)) : 'unknown';
}

async function readLetters(
  db: Db,
  { definition, hash }: KnownItem['checklist'],
  refs: readonly string[] | undefined,
): Promise<ItemLetters> {
  const query = db(READINESS_TABLE)
    .select('entity_ref', 'applies', 'states')
    .where({ checklist_id: definition.id, checklist_hash: hash });
  if (refs) query.where(anyOf(db, 'entity_ref', refs));
  const rows: Pick<ReadinessRow, 'entity_ref' | 'applies' | 'states'>[] =
    await query;
  return new Map(
    rows.map(row => [row.entity_ref, row.applies ? row.states : null]),
  );
}
