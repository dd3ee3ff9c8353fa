import {
  IncidentEdits,
  ReportedIncident,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { ReliabilityConfig } from '../config/config';
import { Stores } from '../database/stores';
import { RankingService } from '../maturity/RankingService';
import { Reassessor } from '../maturity/Reassessor';
import { reassessBatches } from '../maturity/ReportStore';
import { IncidentRow, StoredIncident } from './incidentRow';
import { IncidentToWrite, IncidentWork } from './IncidentWork';
import { ReportedLearning } from './ReportedLearning';
import { soundIncident } from './soundIncident';

/** What is told of an incident. */
export interface IncidentWrite {
  readonly account: string;
  /** Type of the account. */
  readonly provider: string;
  readonly reported: ReportedIncident;
  /** Absent: what people set stays as it is. */
  readonly edits?: IncidentEdits;
  /** Nobody told of it so far; where somebody has meanwhile, all has to begin again. */
  readonly isNew?: boolean;
}

/** What a write did. */
export interface IncidentsWritten {
  /** Ids of the incidents that say something else than before, sorted. */
  readonly changed: readonly string[];
  /** References of the services whose facts may be others now, sorted. */
  readonly services: readonly string[];
}

/** An incident got another service, or came to be, while its services were locked: it has to begin again. */
export class IncidentMoved extends Error {
  override readonly name = 'IncidentMoved';
}

const ATTEMPTS = 5;

/** Assessed within the transaction; more are assessed by the task that does so, once and not with every batch. */
const ASSESSED_AT_ONCE = 100;

const sorted = (texts: Iterable<string>) => [...new Set(texts)].sort();

const timeOrNull = (time: IncidentRow['resolved_at']) =>
  time === null ? null : Number(time);

const refsOf = (incident: Pick<StoredIncident, 'services'> | undefined) =>
  (incident?.services ?? []).map(({ entityRef }) => entityRef);

/** Those before and those after a write. */
const servicesOf = (
  write: IncidentToWrite,
  stored: ReadonlyMap<string, StoredIncident>,
) => [...refsOf(write), ...refsOf(stored.get(write.row.id))];

/** The one road by which incidents are written. */
export class IncidentWriter {
  private readonly work: IncidentWork;
  private readonly learning: ReportedLearning;

  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly reassessor: Pick<Reassessor, 'reassess'>;
      readonly ranking: Pick<RankingService, 'changed'>;
      readonly now: () => number;
    },
  ) {
    this.work = new IncidentWork(options);
    this.learning = new ReportedLearning(options.stores);
  }

  /**
   * Writes what is told of incidents. Older than what is known, it changes nothing; what people set stays. Services
   * are locked before incidents, as wherever both are written; the caller assesses the services that it gets back.
   *
   * @param gone - ids of incidents that their account does not have any more
   * @throws IncidentMoved when all has to begin again in a new transaction; `run` does
   * @throws UnsoundIncident when nothing sensible can be kept of one
   */
  async write(
    tx: Knex.Transaction,
    incidents: readonly IncidentWrite[],
    now: number,
    gone: readonly string[] = [],
  ): Promise<IncidentsWritten> {
    const told = incidents.map(incident => ({
      ...incident,
      reported: soundIncident(incident.reported),
    }));
    return this.writeWork(tx, { told, gone, again: [] }, now);
  }

  /** Works out again which services incidents concern and what follows, as after a change of a mapping or of the rules. */
  async rewrite(
    tx: Knex.Transaction,
    ids: readonly string[],
    now: number,
  ): Promise<IncidentsWritten> {
    return this.writeWork(tx, { told: [], gone: [], again: ids }, now);
  }

  /**
   * Runs a write in a transaction of its own, again where it has to, and assesses the services in it.
   *
   * @param write - may run several times
   * @param by - who or what brought it, as `Reassessor.reassess` takes it
   */
  async run<T extends IncidentsWritten>(
    write: (tx: Knex.Transaction) => Promise<T>,
    by?: string,
  ): Promise<T> {
    const { knex, ranking } = this.options;
    for (let attempt = 1; ; attempt++) {
      try {
        const written = await knex.transaction(async tx => {
          const result = await write(tx);
          await this.assess(tx, result.services, by);
          return result;
        });
        if (written.services.length > 0) ranking.changed();
        return written;
      } catch (error) {
        if (!(error instanceof IncidentMoved) || attempt === ATTEMPTS) {
          throw error;
        }
      }
    }
  }

  /** Assesses services whose incidents were written; many are left to the task that does so within a minute. */
  async assess(
    tx: Knex.Transaction,
    refs: readonly string[],
    by?: string,
  ): Promise<void> {
    const { reassessor, stores, now } = this.options;
    if (refs.length > ASSESSED_AT_ONCE) {
      await stores.reports.hurry(tx, refs, now());
      return;
    }
    for (const batch of reassessBatches(refs)) {
      await reassessor.reassess(tx, batch, now(), by);
    }
  }

  private async writeWork(
    tx: Knex.Transaction,
    given: Parameters<IncidentWork['prepare']>[1],
    now: number,
  ): Promise<IncidentsWritten> {
    const { stores } = this.options;
    const prepared = await this.work.prepare(tx, given, now);
    if (!prepared) throw new IncidentMoved();
    const { writes, gone, stored, locked } = prepared;
    const lost = await stores.incidents.save(
      tx,
      writes,
      new Set(stored.keys()),
    );
    if (lost.length > 0) throw new IncidentMoved();
    await stores.incidentSubjects.replace(
      tx,
      writes.map(({ row, reported }) => ({
        id: row.id,
        account: row.account,
        subjects: reported.subjects,
      })),
    );
    await this.learning.save(tx, writes, now);
    if (gone.length > 0) await stores.incidents.markGone(tx, gone, now);
    const elsewhere = await this.updateRepeats(tx, prepared);
    const services = sorted([
      ...writes.flatMap(write => servicesOf(write, stored)),
      ...gone.flatMap(id => refsOf(stored.get(id))),
    ]);
    const others = elsewhere.filter(ref => !locked.has(ref));
    // They are not locked, and locking them now could deadlock: the task assesses them.
    await stores.reports.hurry(tx, sorted(others), now);
    return {
      changed: sorted([...writes.map(({ row }) => row.id), ...gone]),
      services: sorted([
        ...services,
        ...elsewhere.filter(ref => locked.has(ref)),
      ]),
    };
  }

  private async updateRepeats(
    tx: Knex.Transaction,
    {
      writes,
      gone,
      stored,
    }: {
      writes: readonly IncidentToWrite[];
      gone: readonly string[];
      stored: ReadonlyMap<string, StoredIncident>;
    },
  ): Promise<string[]> {
    const { stores, config } = this.options;
    const keys = writes.map(({ row }) => ({
      id: row.id,
      key: row.dedupe_key,
      startedAt: Number(row.started_at),
      resolvedAt: timeOrNull(row.resolved_at),
    }));
    const removed = gone.map(id => ({
      id,
      key: null,
      startedAt: stored.get(id)!.updatedAt,
      resolvedAt: null,
    }));
    const written = [...keys, ...removed];
    if (written.length === 0) return [];
    return stores.incidentRepeats.update(
      tx,
      written,
      config.incidents.repeatWithinMs,
    );
  }
}
