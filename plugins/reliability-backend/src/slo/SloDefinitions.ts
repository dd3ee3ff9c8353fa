import { LoggerService } from '@backstage/backend-plugin-api';
import { fingerprint } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { ServiceProjection } from '../catalog/projectEntity';
import { Stores } from '../database/stores';
import { RankingService } from '../maturity/RankingService';
import { Reassessor } from '../maturity/Reassessor';
import { sloFilesOf } from './documents';
import { SloFileReader } from './SloFileReader';
import { SloFile } from './sloFileRow';
import { compileFiles, CompiledFiles } from './compileFiles';
import { SliSources } from './SliSources';

/** Raised when what becomes of a document changes, so that stored ones are compiled anew. */
const COMPILER_VERSION = 1;

/** Services that are looked at before the next look at what is due. */
const BATCH = 100;

export interface SloDefinitionsOptions {
  readonly knex: Knex;
  readonly stores: Stores;
  readonly sliSources: SliSources;
  readonly files: SloFileReader;
  readonly reassessor: Reassessor;
  readonly ranking: RankingService;
  readonly logger: LoggerService;
  readonly now: () => number;
}

/** Keeps the SLOs in step with the files that entities name. */
export class SloDefinitions {
  private readonly contextHash: string;

  constructor(private readonly options: SloDefinitionsOptions) {
    this.contextHash = fingerprint([
      COMPILER_VERSION,
      options.sliSources.context.map(source => ({ ...source })),
    ]);
  }

  /** Has files read again that were compiled for other sources than there are now. */
  async start(): Promise<void> {
    const { knex, stores, now } = this.options;
    await stores.sloFiles.recompile(knex, this.contextHash, now());
  }

  /** Notes which files services name; the SLOs of files that are not named any more leave. */
  async declare(
    tx: Knex.Transaction,
    services: readonly Pick<ServiceProjection, 'entityRef' | 'slo'>[],
    now: number,
  ): Promise<void> {
    const { stores } = this.options;
    const gone = await stores.sloFiles.declare(
      tx,
      services.map(({ entityRef, slo }) => ({
        entityRef,
        files: slo ? sloFilesOf(slo.annotation) : [],
        location: slo?.location ?? {},
      })),
      now,
    );
    if (gone.length === 0) return;
    const left = new Set(
      gone.map(({ entityRef, file }) => `${entityRef}\n${file}`),
    );
    const refs = [...new Set(gone.map(({ entityRef }) => entityRef))];
    const slos = await stores.slos.ofServices(tx, refs);
    await stores.slos.remove(
      tx,
      slos
        .filter(({ entityRef, file }) => left.has(`${entityRef}\n${file}`))
        .map(({ id }) => id),
    );
  }

  /** Takes the files and SLOs of services away that left; their history stays. */
  async forget(
    tx: Knex.Transaction,
    refs: readonly string[],
    now: number,
  ): Promise<void> {
    await this.declare(
      tx,
      refs.map(entityRef => ({ entityRef })),
      now,
    );
  }

  /** Reads the files that it is time to look at. @returns how many services they are of */
  async readDue(signal?: AbortSignal): Promise<number> {
    const { knex, stores, now } = this.options;
    let count = 0;
    while (!signal?.aborted) {
      const refs = await stores.sloFiles.due(knex, now(), BATCH);
      if (refs.length === 0) break;
      const known = await stores.sloFiles.of(knex, refs);
      await Promise.all(
        refs.map(ref => this.readSafely(ref, known.get(ref) ?? [], signal)),
      );
      count += refs.length;
    }
    return count;
  }

  /** Reads all files of a service now. */
  async readNow(entityRef: string, signal?: AbortSignal): Promise<void> {
    const { knex, stores, now } = this.options;
    await stores.sloFiles.postpone(knex, entityRef, now());
    const known = await stores.sloFiles.of(knex, [entityRef]);
    await this.read(entityRef, known.get(entityRef) ?? [], signal);
  }

  /** One service whose files break something must not keep the others from being read. */
  private async readSafely(
    entityRef: string,
    known: readonly SloFile[],
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const { knex, stores, logger, files, now } = this.options;
    try {
      await this.read(entityRef, known, signal);
    } catch (error) {
      logger.error(`Could not keep the SLOs of ${entityRef}`, error as Error);
      await stores.sloFiles.postpone(knex, entityRef, files.later(now()));
    }
  }

  private async read(
    entityRef: string,
    known: readonly SloFile[],
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const { knex, stores, files, now } = this.options;
    const due = known.filter(({ nextCheckAt }) => nextCheckAt <= now());
    const results = await Promise.all(
      due.map(file => files.read(file, signal)),
    );
    if (signal?.aborted) return;
    const settled = results.every(
      (result, index) =>
        result.kind === 'same' &&
        due[index].contextHash === this.contextHash &&
        due[index].state === 'read',
    );
    if (settled) {
      await stores.sloFiles.confirm(
        knex,
        results.map(({ file }) => file),
        now(),
      );
      return;
    }
    const stored = await stores.sloFiles.whole(knex, entityRef);
    const read = new Map(results.map(({ file }) => [file.file, file]));
    const merged = stored.map(file => {
      const fresh = read.get(file.file);
      return fresh
        ? { ...fresh, content: fresh.content ?? file.content }
        : file;
    });
    await this.write(
      entityRef,
      stored,
      compileFiles(entityRef, merged, this.options.sliSources),
    );
  }

  private async write(
    entityRef: string,
    before: readonly SloFile[],
    { files, slos }: CompiledFiles,
  ): Promise<void> {
    const { knex, stores, reassessor, ranking, now } = this.options;
    const time = now();
    const moved = await knex.transaction(async tx => {
      const [service] = await stores.services.lock(tx, [entityRef]);
      if (!service) {
        await this.forget(tx, [entityRef], time);
        return false;
      }
      const named = await stores.sloFiles.of(tx, [entityRef]);
      const names = new Set(named.get(entityRef)?.map(({ file }) => file));
      const byName = new Map(before.map(file => [file.file, file]));
      const changed = files.map(file => {
        const old = byName.get(file.file);
        const same = old !== undefined && isSame(old, file);
        return {
          ...file,
          contextHash:
            file.content === undefined ? undefined : this.contextHash,
          changedAt: same ? old.changedAt : time,
        };
      });
      await stores.sloFiles.save(tx, changed);
      const wanted = slos.filter(({ file }) => names.has(file));
      const current = await stores.slos.ofServices(tx, [entityRef]);
      const known = new Map(current.map(slo => [slo.id, slo]));
      const ids = new Set(wanted.map(({ id }) => id));
      const gone = current.filter(({ id }) => !ids.has(id));
      const differing = wanted.filter(slo => {
        const old = known.get(slo.id);
        return old?.hash !== slo.hash || old.file !== slo.file;
      });
      await stores.slos.remove(
        tx,
        gone.map(({ id }) => id),
      );
      await stores.slos.save(tx, differing, time);
      await stores.sloStates.begin(
        tx,
        differing.filter(
          slo => known.get(slo.id)?.measureHash !== slo.measureHash,
        ),
        time,
      );
      const isChanged =
        gone.length + differing.length > 0 ||
        changed.some(({ changedAt }) => changedAt === time);
      if (isChanged) {
        await reassessor.reassess(tx, [entityRef], time, 'source:slo');
      }
      return isChanged;
    });
    if (moved) ranking.changed();
  }
}

function isSame(before: SloFile, after: SloFile): boolean {
  return (
    before.contentHash === after.contentHash &&
    before.state === after.state &&
    before.error === after.error &&
    JSON.stringify(before.diagnostics) === JSON.stringify(after.diagnostics)
  );
}
