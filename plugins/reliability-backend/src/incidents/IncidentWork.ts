import {
  incidentId,
  ReportedIncident,
  resolveTier,
} from '@plimsoll/backstage-plugin-reliability-common';
import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { ReliabilityConfig } from '../config/config';
import { Stores } from '../database/stores';
import { IncidentWriteRow } from './IncidentStore';
import { IncidentComputer, Surroundings } from './IncidentComputer';
import { StoredIncident } from './incidentRow';
import { IncidentWrite } from './IncidentWriter';
import {
  candidateRefs,
  resolveServices,
  SubjectServices,
} from './resolveServices';

/** What is to be written. */
export interface GivenIncidents {
  /** What is told of incidents; of two of one incident the later counts. */
  readonly told: readonly IncidentWrite[];
  /** Ids of those that their account does not have any more. */
  readonly gone: readonly string[];
  /** Ids of those of which nothing new is told. */
  readonly again: readonly string[];
}

/** An incident of which something changed, with what it was made of. */
export interface IncidentToWrite extends IncidentWriteRow {
  readonly reported: ReportedIncident;
}

/** What was found under the locks. */
export interface PreparedIncidents {
  readonly writes: readonly IncidentToWrite[];
  /** Ids of those that are there and leave. */
  readonly gone: readonly string[];
  readonly stored: ReadonlyMap<string, StoredIncident>;
  /** References of services, in the catalog or not, that nobody else writes to until the transaction ends. */
  readonly locked: ReadonlySet<string>;
}

/** An incident with what says which services it concerns. */
type Claiming = Pick<StoredIncident, 'account' | 'reported' | 'edits'>;

/** Of what is made in one order of keys; ten thousand of them are hashed when history is read. */
const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex');

interface FoundSurroundings extends Surroundings {
  readonly subjects: SubjectServices;
}

/** The later of two readings; of two of the same time the one that came later. */
function latest(told: readonly IncidentWrite[]): Map<string, IncidentWrite> {
  const byId = new Map<string, IncidentWrite>();
  for (const write of told) {
    const id = incidentId(write.account, write.reported.externalId);
    const before = byId.get(id);
    if (!before || before.reported.updatedAt <= write.reported.updatedAt) {
      byId.set(id, write);
    }
  }
  return byId;
}

/** Of an incident that its account does not have any more. */
const leftAt = (removedAt: number) => ({
  removed_at: new Date(removedAt),
  counts: false,
  open: false,
});

/** Works out what is to be written of incidents, under the locks that it takes. */
export class IncidentWork {
  private readonly computer: IncidentComputer;

  constructor(
    private readonly options: {
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
    },
  ) {
    this.computer = new IncidentComputer(options.config);
  }

  /** @returns undefined when an incident came to be or got another service meanwhile, and all has to begin again */
  async prepare(
    tx: Knex.Transaction,
    { told, gone, again }: GivenIncidents,
    now: number,
  ): Promise<PreparedIncidents | undefined> {
    const { stores } = this.options;
    const given = latest(told);
    const rewritten = new Set(again);
    const ids = [...new Set([...given.keys(), ...gone, ...again])].sort();
    const known = await stores.incidents.load(tx, ids);
    const expected = ids.flatMap(id => this.claiming(id, given, known) ?? []);
    const subjects = await this.subjectsOf(tx, expected);
    const locked = new Set([
      ...expected.flatMap(incident => candidateRefs(incident, subjects)),
      ...[...known.values()].flatMap(({ services }) =>
        services.map(({ entityRef }) => entityRef),
      ),
    ]);
    const around = await this.lockServices(tx, [...locked].sort(), subjects);
    const stored = await stores.incidents.lock(tx, ids);
    if ([...given].some(([id, { isNew }]) => isNew && stored.has(id))) {
      return undefined;
    }
    const writes = ids
      .filter(id => given.has(id) || rewritten.has(id))
      .flatMap(id => this.writeOf(id, given, stored, around, now) ?? []);
    const touched = [
      ...writes.flatMap(({ services }) => services),
      ...[...stored.values()].flatMap(({ services }) => services),
    ];
    if (touched.some(({ entityRef }) => !locked.has(entityRef))) {
      return undefined;
    }
    return {
      writes,
      gone: gone.filter(id => stored.has(id) && !stored.get(id)?.removedAt),
      stored,
      locked,
    };
  }

  private claiming(
    id: string,
    given: ReadonlyMap<string, IncidentWrite>,
    known: ReadonlyMap<string, StoredIncident>,
  ): Claiming | undefined {
    const write = given.get(id);
    const before = known.get(id);
    return write
      ? { ...write, edits: write.edits ?? before?.edits ?? {} }
      : before;
  }

  private async subjectsOf(
    tx: Knex.Transaction,
    incidents: readonly Claiming[],
  ): Promise<SubjectServices> {
    const { stores } = this.options;
    const subjects = incidents.flatMap(({ account, reported }) =>
      reported.subjects.map(({ kind, id }) => ({ account, kind, id })),
    );
    if (subjects.length === 0) return { linked: new Map(), mapped: new Map() };
    const linked = await stores.incidentLinks.servicesOf(tx, subjects);
    const mappings = await stores.incidentMappings.of(tx, subjects);
    return {
      linked,
      mapped: new Map(
        [...mappings].map(([key, { entityRefs }]) => [key, entityRefs]),
      ),
    };
  }

  private async lockServices(
    tx: Knex.Transaction,
    refs: readonly string[],
    subjects: SubjectServices,
  ): Promise<FoundSurroundings> {
    const { stores, config } = this.options;
    const services = await stores.services.lock(tx, refs);
    const overrides = await stores.tiers.overrides(tx, refs);
    const tiers = services.flatMap(({ entityRef, declaredTier }) => {
      const { tier } = resolveTier(
        declaredTier,
        overrides.get(entityRef),
        config.tiers,
      );
      return tier ? [[entityRef, tier] as const] : [];
    });
    return {
      subjects,
      services: new Map(services.map(service => [service.entityRef, service])),
      tiers: new Map(tiers),
    };
  }

  /** Undefined where nothing changes. */
  private writeOf(
    id: string,
    given: ReadonlyMap<string, IncidentWrite>,
    stored: ReadonlyMap<string, StoredIncident>,
    around: FoundSurroundings,
    now: number,
  ): IncidentToWrite | undefined {
    const before = stored.get(id);
    const write = given.get(id) ?? before;
    if (!write) return undefined;
    const isOlder =
      before && write.reported.updatedAt < before.reported.updatedAt;
    // What people set is new, whatever their copy of the rest was.
    const reported = isOlder ? before.reported : write.reported;
    if (isOlder && !write.edits) return undefined;
    const edits = write.edits ?? before?.edits ?? {};
    const claiming = { ...write, reported, edits };
    const found = resolveServices(claiming, around.subjects, ref =>
      around.services.has(ref),
    );
    const made = this.computer.compute({ ...claiming, id }, found, around);
    const isGone = before?.removedAt !== undefined && !given.has(id);
    const row = isGone
      ? { ...made.row, ...leftAt(before.removedAt) }
      : made.row;
    const contentHash = hashOf([row, made.services, made.claims]);
    if (contentHash === before?.contentHash) return undefined;
    return {
      ...made,
      reported,
      row: {
        ...row,
        content_hash: contentHash,
        changed_at: new Date(now),
        first_seen_at: new Date(before?.firstSeenAt ?? now),
      },
    };
  }
}
