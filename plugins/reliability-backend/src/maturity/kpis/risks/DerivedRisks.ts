import {
  CompiledScorecard,
  derivedRisk,
  RISK_LONG_DAYS,
  RiskDegrees,
  RiskEvidence,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Remembered } from '../../../access/Remembered';
import { dayOf } from '../../../database/dates';
import { RankedReport } from '../../rankingFilter';
import { letterOf } from '../../reportRow';
import {
  BudgetEvidence,
  FailingSince,
  IncidentEvidence,
  RiskEvidenceStore,
} from './RiskEvidenceStore';

/** A failing check of a service, as a risk. */
export interface DerivedRisk extends RiskDegrees {
  readonly report: RankedReport;
  /** Its place in the scorecard. */
  readonly index: number;
  /** UTC day; null: for long. */
  readonly since: string | null;
  readonly evidence: RiskEvidence;
}

interface Evidence {
  readonly incidents: ReadonlyMap<string, IncidentEvidence>;
  readonly budgets: ReadonlyMap<string, BudgetEvidence>;
  readonly failing: FailingSince;
}

const DAY = 24 * 60 * 60 * 1000;
const INCIDENT_DAYS = 90;

/** Evidence of all services is read at most this often. */
const REMEMBERED_MS = 60_000;

const NO_INCIDENTS: IncidentEvidence = { incidents: 0, severe: 0 };
const NO_BUDGET: BudgetEvidence = { remaining: null, burn: null };
const FAIL = letterOf('fail');

/** What was made of a list of reports; it stands as long as all of this does. */
interface Kept {
  readonly reports: readonly RankedReport[];
  readonly found: Evidence;
  readonly enforced: string;
  readonly risks: readonly DerivedRisk[];
}

/** Each may hold a line for every failing check of ten thousand services. */
const MAX_KEPT = 4;

/** Makes risks of failing checks, in memory. */
export class DerivedRisks {
  private readonly known: Remembered<Evidence>;
  private kept: readonly Kept[] = [];

  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly evidence: RiskEvidenceStore;
      readonly now: () => number;
    },
  ) {
    const { now } = options;
    this.known = new Remembered({ ttlMs: REMEMBERED_MS, now });
  }

  /**
   * Every enforced check that fails at one of the services, the worst first and of equals the heavier check; reports
   * by former rules say nothing.
   */
  async of(
    scorecard: CompiledScorecard,
    reports: readonly RankedReport[],
  ): Promise<readonly DerivedRisk[]> {
    const { id } = scorecard.definition;
    const found = await this.known.get(id, () => this.read(id));
    const now = this.options.now();
    const places = scorecard.checks.flatMap(({ definition, ...check }, index) =>
      definition.planned || (check.enforceFrom ?? 0) > now ? [] : [index],
    );
    const enforced = places.join();
    const same = this.kept.find(
      each =>
        each.reports === reports &&
        each.found === found &&
        each.enforced === enforced,
    );
    if (same) return same.risks;
    const current = reports.filter(
      ({ scorecardHash }) => scorecardHash === scorecard.hash,
    );
    const risks = derive(found, current, scorecard, places);
    const kept = { reports, found, enforced, risks };
    this.kept = [kept, ...this.kept].slice(0, MAX_KEPT);
    return risks;
  }

  private async read(scorecardId: string): Promise<Evidence> {
    const { knex, evidence, now } = this.options;
    const at = now();
    return {
      incidents: await evidence.incidents(knex, at - INCIDENT_DAYS * DAY),
      budgets: await evidence.budgets(knex),
      failing: await evidence.failingSince(
        knex,
        scorecardId,
        at - RISK_LONG_DAYS * DAY,
      ),
    };
  }
}

/** A check that was unknown before it failed moved neither level nor score, so that no step tells of it. */
function sinceWithoutStep(
  { stood }: FailingSince,
  { entityRef, scorecardHash, assessedAt }: RankedReport,
  index: number,
): string | null {
  const then = stood.get(entityRef);
  const isTold = then?.scorecardHash === scorecardHash;
  return isTold && then.outcomes[index] !== FAIL ? dayOf(assessedAt) : null;
}

/** Makes the risks of one service; what does not differ between its checks is worked out once. */
function risksOf(
  { incidents, budgets, failing }: Evidence,
  report: RankedReport,
) {
  const { entityRef, tierRank } = report;
  const base = {
    ...(incidents.get(entityRef) ?? NO_INCIDENTS),
    ...(budgets.get(entityRef) ?? NO_BUDGET),
  };
  const judged = (longFailing: boolean) => {
    const evidence = { longFailing, ...base };
    return { evidence, degrees: derivedRisk(evidence, tierRank) };
  };
  const [long, recent] = [judged(true), judged(false)];
  const began = failing.checks.get(entityRef);
  const came = failing.services.get(entityRef);
  return (index: number, check: string): DerivedRisk => {
    const since =
      began?.get(check) ?? came ?? sinceWithoutStep(failing, report, index);
    const { evidence, degrees } = since === null ? long : recent;
    const { likelihood, impact, score } = degrees;
    return { likelihood, impact, score, report, index, since, evidence };
  };
}

/** Sorted by putting each where it belongs, as there are many and few different places. */
function derive(
  found: Evidence,
  reports: readonly RankedReport[],
  { definition: { checks } }: CompiledScorecard,
  places: readonly number[],
): DerivedRisk[] {
  const inOrder = [...reports].sort((one, other) =>
    one.entityRef < other.entityRef ? -1 : 1,
  );
  const services = inOrder.map(report => ({
    report,
    riskOf: risksOf(found, report),
  }));
  const heaviest = [...places].sort(
    (one, other) => checks[other].weight - checks[one].weight,
  );
  const byScore = new Map<number, DerivedRisk[]>();
  for (const index of heaviest) {
    const { id } = checks[index];
    for (const { report, riskOf } of services) {
      if (report.outcomes[index] !== FAIL) continue;
      const risk = riskOf(index, id);
      const others = byScore.get(risk.score);
      if (others) others.push(risk);
      else byScore.set(risk.score, [risk]);
    }
  }
  return [...byScore]
    .sort(([one], [other]) => other - one)
    .flatMap(([, risks]) => risks);
}
