import { OncallFinding } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { anyOf, Db, optionalTime, upsert } from '../database/sql';
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

function fromRow(row: ServiceRow): OncallServiceRecord {
  const from = optionalTime(row.next_gap_from);
  const to = optionalTime(row.next_gap_to);
  return {
    entityRef: row.entity_ref,
    problems: JSON.parse(row.problems) as LinkProblem[],
    findings: JSON.parse(row.findings) as OncallFinding[],
    ...(from !== undefined &&
      to !== undefined && {
        nextGap: { from, to, level: row.next_gap_level },
      }),
    words: row.words,
  };
}

const toRow = (service: OncallServiceRecord, now: number): ServiceRow => ({
  entity_ref: service.entityRef,
  problems: JSON.stringify(service.problems),
  findings: JSON.stringify(service.findings),
  next_gap_from: service.nextGap ? new Date(service.nextGap.from) : null,
  next_gap_to: service.nextGap ? new Date(service.nextGap.to) : null,
  next_gap_level: service.nextGap?.level ?? null,
  words: service.words,
  changed_at: new Date(now),
});

type Found = Pick<OncallServiceRecord, 'findings' | 'nextGap' | 'words'>;

/** Asked for every service of every reassessment, and mostly there is nothing to compare. */
const isSame = (one: Found, other: Found): boolean =>
  one.words === other.words &&
  one.nextGap?.from === other.nextGap?.from &&
  one.nextGap?.to === other.nextGap?.to &&
  one.nextGap?.level === other.nextGap?.level &&
  one.findings.length === other.findings.length &&
  (one.findings.length === 0 ||
    JSON.stringify(one.findings) === JSON.stringify(other.findings));

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

  /** Writes what was found, where it differs from what is known. @returns how many rows were written */
  async save(
    tx: Knex.Transaction,
    services: readonly OncallServiceWrite[],
    known: ReadonlyMap<string, OncallServiceRecord>,
    now: number,
  ): Promise<number> {
    const rows = services.flatMap(service => {
      const before = known.get(service.entityRef);
      if (before && isSame(before, service)) return [];
      return [toRow({ ...service, problems: before?.problems ?? [] }, now)];
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
