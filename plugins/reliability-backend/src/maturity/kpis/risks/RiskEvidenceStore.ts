import { Flip } from '@plimsoll/backstage-plugin-reliability-common';
import { setImmediate as breathe } from 'node:timers/promises';
import { dayOf } from '../../../database/dates';
import { Db, timeOf } from '../../../database/sql';

/** Incidents of a service since a time. */
export interface IncidentEvidence {
  readonly incidents: number;
  readonly severe: number;
}

/** The worst of the SLOs of a service; null: not known. */
export interface BudgetEvidence {
  readonly remaining: number | null;
  readonly burn: number | null;
}

/** Since when checks fail, as far as that is not long. */
export interface FailingSince {
  /** UTC day, by service and then by check. */
  readonly checks: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Services that were assessed for the first time since then, with the day. */
  readonly services: ReadonlyMap<string, string>;
  /** How services stood on the day from which on it is told. */
  readonly stood: ReadonlyMap<string, StoodThen>;
}

/** The outcomes of a past day, one letter for each check of the rules of that day. */
export interface StoodThen {
  readonly scorecardHash: string;
  readonly outcomes: string;
}

type StepRow = {
  id: number;
  scorecard_id: string;
  entity_ref: string;
  changed_at: Date | number;
  level_from: string | null;
  flips: string;
};

const HISTORY = 'reliability_history';

/** A month of ten thousand services is not read at once, and others have their turn between. */
const STEPS_AT_ONCE = 2000;

const KNOWN = ['breached', 'burning', 'at_risk', 'healthy'];

/** Reads what makes failing checks likely to do harm, of all services at once. */
export class RiskEvidenceStore {
  async incidents(
    db: Db,
    since: number,
  ): Promise<Map<string, IncidentEvidence>> {
    const rows: {
      entity_ref: string;
      incidents: number | string;
      severe: number | string | null;
    }[] = await db('reliability_incident_services as x')
      .join('reliability_incidents as i', 'i.id', 'x.incident_id')
      .where('x.started_at', '>=', new Date(since))
      .whereNull('i.removed_at')
      .whereRaw('i.counts')
      .groupBy('x.entity_ref')
      .select('x.entity_ref')
      .count({ incidents: '*' })
      .select(
        db.raw(
          'sum(case when i.severity_level <= 2 then 1 else 0 end) as severe',
        ),
      );
    return new Map(
      rows.map(row => [
        row.entity_ref,
        { incidents: Number(row.incidents), severe: Number(row.severe ?? 0) },
      ]),
    );
  }

  async budgets(db: Db): Promise<Map<string, BudgetEvidence>> {
    const rows: {
      entity_ref: string;
      remaining: number | null;
      burn: number | null;
    }[] = await db('reliability_slos as s')
      .join('reliability_slo_states as t', 't.slo_id', 's.id')
      .whereIn('t.status', KNOWN)
      .groupBy('s.entity_ref')
      .select('s.entity_ref')
      .min({ remaining: 't.remaining' })
      .max({ burn: 't.burn' });
    return new Map(
      rows.map(({ entity_ref: ref, remaining, burn }) => [
        ref,
        { remaining, burn },
      ]),
    );
  }

  /** Which checks began to fail since a time, by the steps of history. */
  async failingSince(
    db: Db,
    scorecardId: string,
    since: number,
  ): Promise<FailingSince> {
    const checks = new Map<string, Map<string, string>>();
    const services = new Map<string, string>();
    for await (const rows of this.stepsSince(db, since)) {
      for (const row of rows) {
        if (row.scorecard_id !== scorecardId) continue;
        const at = timeOf(row.changed_at);
        if (at < since) continue;
        const day = dayOf(at);
        if (row.level_from === null) services.set(row.entity_ref, day);
        for (const { check, from, to } of JSON.parse(row.flips) as Flip[]) {
          if (to !== 'fail' || from === 'fail') continue;
          const known = checks.get(row.entity_ref) ?? new Map<string, string>();
          checks.set(row.entity_ref, known.set(check, day));
        }
      }
    }
    const stood = await this.stoodOn(db, scorecardId, dayOf(since));
    return { checks, services, stood };
  }

  private async stoodOn(
    db: Db,
    scorecardId: string,
    day: string,
  ): Promise<Map<string, StoodThen>> {
    const rows: {
      entity_ref: string;
      scorecard_hash: string;
      outcomes: string;
    }[] = await db('reliability_daily')
      .where({ day, scorecard_id: scorecardId })
      .whereNotNull('outcomes')
      .select('entity_ref', 'scorecard_hash', 'outcomes');
    return new Map(
      rows.map(({ entity_ref: ref, scorecard_hash: hash, outcomes }) => [
        ref,
        { scorecardHash: hash, outcomes },
      ]),
    );
  }

  /** Steps from the first one after a time on, by their key alone: no other order can be read piece by piece. */
  private async *stepsSince(db: Db, since: number): AsyncGenerator<StepRow[]> {
    const [{ first }] = await db(HISTORY)
      .where('changed_at', '>=', new Date(since))
      .min({ first: 'id' });
    if (first === null) return;
    for (let next = Number(first); ; ) {
      const rows: StepRow[] = await db(HISTORY)
        .where('id', '>=', next)
        .orderBy('id')
        .limit(STEPS_AT_ONCE)
        .select('id', 'scorecard_id', 'entity_ref', 'changed_at')
        .select('level_from', 'flips');
      yield rows;
      if (rows.length < STEPS_AT_ONCE) return;
      next = rows[rows.length - 1].id + 1;
      await breathe();
    }
  }
}
