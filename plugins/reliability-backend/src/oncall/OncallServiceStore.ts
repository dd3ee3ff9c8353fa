import { OncallFinding } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { sharedJson } from '../database/sharedJson';
import { anyOf, Db, optionalTime, rowsOf, upsert } from '../database/sql';
import { LinkProblem } from './links/rotationLink';

/** What a reassessment finds of the on-call of a service. */
export interface OncallServiceWrite {
  readonly entityRef: string;
  readonly findings: readonly OncallFinding[];
  /** The next gap that the tier does not allow. Milliseconds since the epoch. */
  readonly nextGap?: {
    readonly from: number;
    readonly to: number;
    /** null: at no level. */
    readonly level: number | null;
  };
  /** Lower case: titles and teams of the rotations. */
  readonly words: string;
}

/** The same as kept, with the references in annotations that cannot be followed. */
export interface OncallServiceRecord extends OncallServiceWrite {
  readonly problems: readonly LinkProblem[];
}

/** What is kept, as a reassessment compares with it. */
export interface ComparedOncallService
  extends Pick<OncallServiceWrite, 'nextGap' | 'words'> {
  /** How many references cannot be followed. */
  readonly problems: number;
  /** JSON. */
  readonly findings: string;
}

type Time = Date | number;

type ServiceRow = {
  entity_ref: string;
  problems: string;
  findings: string;
  next_gap_from: Time | null;
  next_gap_to: Time | null;
  next_gap_level: number | null;
  words: string;
  changed_at: Time;
};

const TABLE = 'reliability_oncall_services';

/** What of a row is compared. */
const COMPARED_COLUMNS = [
  'entity_ref',
  'problems',
  'findings',
  'next_gap_from',
  'next_gap_to',
  'next_gap_level',
  'words',
] as const satisfies readonly (keyof ServiceRow)[];

type ComparedRow = Pick<ServiceRow, (typeof COMPARED_COLUMNS)[number]>;

/** JSON of the problems of nearly all services. */
const NONE = '[]';

function nextGapOf(row: ComparedRow): OncallServiceWrite['nextGap'] {
  const from = optionalTime(row.next_gap_from);
  const to = optionalTime(row.next_gap_to);
  return from === undefined || to === undefined
    ? undefined
    : { from, to, level: row.next_gap_level };
}

function fromRow(row: ServiceRow): OncallServiceRecord {
  const nextGap = nextGapOf(row);
  return {
    entityRef: row.entity_ref,
    problems: JSON.parse(row.problems) as LinkProblem[],
    findings: JSON.parse(row.findings) as OncallFinding[],
    ...(nextGap && { nextGap }),
    words: row.words,
  };
}

const toCompared = (row: ComparedRow): ComparedOncallService => ({
  problems: row.problems === NONE ? 0 : JSON.parse(row.problems).length,
  findings: row.findings,
  nextGap: nextGapOf(row),
  words: row.words,
});

/** As inserted; the problems of a row that is there stay. */
const toRow = (service: OncallServiceWrite, now: number): ServiceRow => ({
  entity_ref: service.entityRef,
  problems: NONE,
  findings: sharedJson(service.findings),
  next_gap_from: service.nextGap ? new Date(service.nextGap.from) : null,
  next_gap_to: service.nextGap ? new Date(service.nextGap.to) : null,
  next_gap_level: service.nextGap?.level ?? null,
  words: service.words,
  changed_at: new Date(now),
});

/** Asked for every service of every reassessment, so what is stored is not parsed for it. */
const isSame = (
  before: ComparedOncallService,
  found: OncallServiceWrite,
): boolean =>
  before.words === found.words &&
  before.nextGap?.from === found.nextGap?.from &&
  before.nextGap?.to === found.nextGap?.to &&
  before.nextGap?.level === found.nextGap?.level &&
  before.findings === sharedJson(found.findings);

/** What is known of the on-call of each service. */
export class OncallServiceStore {
  async of(
    db: Db,
    refs: readonly string[],
  ): Promise<Map<string, OncallServiceRecord>> {
    if (refs.length === 0) return new Map();
    const rows: ServiceRow[] = await db(TABLE).where(
      anyOf(db, 'entity_ref', refs),
    );
    return new Map(rows.map(row => [row.entity_ref, fromRow(row)]));
  }

  /** The same to compare with. */
  async toCompare(
    db: Db,
    refs: readonly string[],
  ): Promise<Map<string, ComparedOncallService>> {
    if (refs.length === 0) return new Map();
    const query = db(TABLE)
      .select([...COMPARED_COLUMNS])
      .where(anyOf(db, 'entity_ref', refs));
    const rows = await rowsOf<ComparedRow>(db, query);
    return new Map(rows.map(row => [row.entity_ref, toCompared(row)]));
  }

  /** Writes what was found, where it differs from what is known. @returns how many rows were written */
  async save(
    tx: Knex.Transaction,
    services: readonly OncallServiceWrite[],
    known: ReadonlyMap<string, ComparedOncallService>,
    now: number,
  ): Promise<number> {
    const rows = services.flatMap(service => {
      const before = known.get(service.entityRef);
      return before && isSame(before, service) ? [] : [toRow(service, now)];
    });
    await upsert(tx, TABLE, rows, {
      key: ['entity_ref'],
      merge: [
        'findings',
        'next_gap_from',
        'next_gap_to',
        'next_gap_level',
        'words',
        'changed_at',
      ],
    });
    return rows.length;
  }
}
