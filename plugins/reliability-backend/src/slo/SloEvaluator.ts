import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { ReliabilityConfig } from '../config/config';
import { Stores } from '../database/stores';
import { RankingService } from '../maturity/RankingService';
import { Reassessor } from '../maturity/Reassessor';
import { BatchWriter } from './BatchWriter';
import { Limiter } from './Limiter';
import { LoadedSlo } from './loadedSlo';
import { SloMeasurer } from './SloMeasurer';
import { DueState, SloStateWrite } from './sloState';
import { SloSubjects } from './SloSubjects';
import { SloTrial } from './SloTrial';

const MINUTE = 60_000;

/** SLOs that are read, and written, at once. */
const READ_AT_ONCE = 500;
const WRITTEN_AT_ONCE = 100;

/** How long a result waits for others to be written with. */
const PATIENCE = 1000;

/** Questions that wait for one source; the source itself lets fewer through. */
const ASKED_AT_ONCE = 16;

export interface SloEvaluatorOptions {
  readonly knex: Knex;
  readonly stores: Stores;
  readonly config: ReliabilityConfig;
  readonly sloMeasurer: SloMeasurer;
  readonly sloSubjects: SloSubjects;
  readonly reassessor: Reassessor;
  readonly ranking: RankingService;
  readonly logger: LoggerService;
  readonly now: () => number;
}

/** An SLO that was tried, and what it was tried with. */
interface Tried {
  readonly loaded: LoadedSlo;
  readonly due: DueState;
  readonly write: SloStateWrite;
}

/** Evaluates SLOs and writes what came of it. */
export class SloEvaluator {
  constructor(private readonly options: SloEvaluatorOptions) {}

  /** The time up to which events are counted: what is younger may be incomplete at the source. */
  at(now: number): number {
    const { ingestionDelayMs } = this.options.config.slo;
    return Math.floor((now - ingestionDelayMs) / MINUTE) * MINUTE;
  }

  /** Evaluates the SLOs of one source that it is time for. @returns how many were tried */
  async evaluateDue(source: string, signal?: AbortSignal): Promise<number> {
    const { knex, stores, now } = this.options;
    const trial = new SloTrial(this.options, signal);
    let count = 0;
    while (!signal?.aborted) {
      const due = await stores.sloStates.due(knex, source, now(), READ_AT_ONCE);
      const tried = await this.evaluate(due, trial);
      count += tried;
      if (due.length < READ_AT_ONCE || tried === 0) break;
    }
    // It answers again: the others need not wait for the end of their back-off.
    if (trial.recovered) {
      await stores.sloStates.markFailedDue(knex, source, now());
    }
    return count;
  }

  /** Evaluates certain SLOs now and from nothing, whether it is time for them or not. */
  async evaluateNow(
    ids: readonly string[],
    signal?: AbortSignal,
  ): Promise<void> {
    const { knex, stores } = this.options;
    const due = await stores.sloStates.toTry(knex, ids);
    const trial = new SloTrial({ ...this.options, afresh: true }, signal);
    await this.evaluate(due, trial);
  }

  /** Evaluates the SLOs of a service now. */
  async evaluateService(
    entityRef: string,
    signal?: AbortSignal,
  ): Promise<void> {
    const { knex, stores } = this.options;
    const slos = await stores.slos.ofServices(knex, [entityRef]);
    await this.evaluateNow(
      slos.map(({ id }) => id),
      signal,
    );
  }

  private async evaluate(
    due: readonly DueState[],
    trial: SloTrial,
  ): Promise<number> {
    if (due.length === 0) return 0;
    const { knex, stores, sloSubjects, now } = this.options;
    const ids = due.map(({ sloId }) => sloId);
    const loaded = await stores.slos.get(knex, ids);
    const subjects = await sloSubjects.of(knex, loaded);
    const corrections = await stores.sloCorrections.of(knex, ids);
    const limiter = new Limiter({ all: ASKED_AT_ONCE, perKey: ASKED_AT_ONCE });
    const writer = new BatchWriter<Tried>({
      size: WRITTEN_AT_ONCE,
      patience: PATIENCE,
      write: batch => this.write(batch),
    });
    await Promise.all(
      due.map(state =>
        limiter.run('', async () => {
          const { sloId } = state;
          const subject = subjects.get(sloId);
          if (!subject) return;
          const write = await trial.run(
            subject,
            state,
            corrections.get(sloId) ?? [],
            this.at(now()),
          );
          if (write) {
            writer.add({ loaded: subject.loaded, due: state, write });
          }
        }),
      ),
    );
    return writer.finish();
  }

  /** Writes what was tried, and assesses the services whose facts are others now. */
  private async write(batch: readonly Tried[]): Promise<void> {
    const { knex, stores, reassessor, ranking, now } = this.options;
    const sorted = [...batch].sort((a, b) =>
      a.loaded.id < b.loaded.id ? -1 : 1,
    );
    const refs = sorted
      .filter(({ due, write }) => due.factsKey !== write.factsKey)
      .map(({ loaded }) => loaded.entityRef);
    const changed = [...new Set(refs)].sort();
    await knex.transaction(async tx => {
      // Services come first, as wherever SLOs change, so that nothing deadlocks.
      if (changed.length > 0) await stores.services.lock(tx, changed);
      const hashes = await stores.slos.lockHashes(
        tx,
        sorted.map(({ loaded }) => loaded.id),
      );
      // What was measured of a definition that is not in force any more says nothing about the new one.
      const current = sorted.filter(
        ({ loaded }) => hashes.get(loaded.id) === loaded.hash,
      );
      await stores.sloStates.save(
        tx,
        current.map(({ write }) => write),
      );
      if (changed.length > 0) {
        await reassessor.reassess(tx, changed, now(), 'source:slo');
      }
    });
    if (changed.length > 0) ranking.changed();
  }
}
