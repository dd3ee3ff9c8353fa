import { Knex } from 'knex';
import { inBatches } from '../database/sql';
import { Stores } from '../database/stores';
import { IncidentMoved, IncidentWriter } from './IncidentWriter';
import { SubjectRef } from './links/subjectLink';

/** Incidents that are written in one transaction. */
const BATCH = 200;

/** More than these are written in the background when a mapping changes. */
const REMAPPED_AT_ONCE = 2000;

const SERVICES_AT_ONCE = 200;

/**
 * An incident that is being written while a service changes may not see the change, nor the change the incident:
 * the incidents of a service are looked at once more when everything that was under way then is over.
 */
const SECOND_LOOK = 60_000;

/** Finds out again which services incidents concern, when services, annotations, mappings or rules changed. */
export class IncidentRemapper {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly incidentWriter: IncidentWriter;
      readonly now: () => number;
    },
  ) {}

  /**
   * Finds the services of the incidents about something anew, after its mapping was changed in the same transaction,
   * and assesses them. Of very many incidents `settle` writes the rest.
   */
  readonly remap = async (
    tx: Knex.Transaction,
    subject: SubjectRef,
  ): Promise<void> => {
    const { stores, incidentWriter, now } = this.options;
    const ids = await stores.incidents.concerning(tx, [], [subject]);
    const mapping = await stores.incidentMappings.get(tx, subject);
    const before = await stores.incidents.servicesOf(tx, ids);
    const refs = new Set([...before, ...(mapping?.entityRefs ?? [])]);
    await stores.incidentMarks.mark(tx, [...refs].sort(), now());
    if (ids.length > REMAPPED_AT_ONCE) return;
    try {
      const { services } = await incidentWriter.rewrite(tx, ids, now());
      await incidentWriter.assess(tx, services, 'source:incidents');
    } catch (error) {
      // One of them got another service just now: its services are marked.
      if (!(error instanceof IncidentMoved)) throw error;
    }
  };

  /**
   * Writes the incidents of the services that changed since the last time.
   *
   * @returns how many services
   */
  async settle(signal?: AbortSignal): Promise<number> {
    const { knex, stores, now } = this.options;
    let count = 0;
    while (!signal?.aborted) {
      const at = now();
      const services = await stores.incidentMarks.marked(
        knex,
        at,
        SERVICES_AT_ONCE,
      );
      if (services.length === 0) break;
      const refs = services.map(({ entityRef }) => entityRef);
      await this.rewrite(await this.concerning(refs), signal);
      if (signal?.aborted) break;
      const isOld = ({ changedAt }: { changedAt: number }) =>
        at - changedAt >= SECOND_LOOK;
      await stores.incidentMarks.remapAt(knex, services.filter(isOld), null);
      await stores.incidentMarks.remapAt(
        knex,
        services.filter(service => !isOld(service)),
        at + SECOND_LOOK,
      );
      count += services.length;
    }
    return count;
  }

  /** Writes all incidents again, a few at a time, as when the rules changed. @returns how many were others than before */
  async rewriteAll(signal?: AbortSignal): Promise<number> {
    const { knex, stores } = this.options;
    let after = '';
    let changed = 0;
    while (!signal?.aborted) {
      const ids = await stores.incidents.idsAfter(knex, after, BATCH);
      if (ids.length === 0) break;
      changed += await this.rewrite(ids, signal);
      after = ids[ids.length - 1];
    }
    return changed;
  }

  private async rewrite(
    ids: readonly string[],
    signal?: AbortSignal,
  ): Promise<number> {
    const { incidentWriter, now } = this.options;
    let count = 0;
    for (const batch of inBatches(ids, BATCH)) {
      if (signal?.aborted) break;
      const { changed } = await incidentWriter.run(
        tx => incidentWriter.rewrite(tx, batch, now()),
        'source:incidents',
      );
      count += changed.length;
    }
    return count;
  }

  private async concerning(refs: readonly string[]): Promise<string[]> {
    const { knex, stores } = this.options;
    const links = await stores.incidentLinks.ofServices(knex, refs);
    const wanted = new Set(refs);
    const mappings = await stores.incidentMappings.all(knex);
    const mapped = mappings.filter(({ entityRefs }) =>
      entityRefs.some(ref => wanted.has(ref)),
    );
    return stores.incidents.concerning(knex, refs, [
      ...[...links.values()].flat(),
      ...mapped,
    ]);
  }
}
