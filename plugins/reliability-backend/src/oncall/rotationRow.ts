import {
  KnownRotation,
  OncallPerson,
  OncallShift,
  OncallWindow,
  Rotation,
  RotationKind,
  RotationRef,
  RosterEntry,
  ShiftSource,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ProviderFailure } from '@plimsoll/backstage-plugin-reliability-node';
import { optionalTime, timeOf } from '../database/sql';
import { OncallAccount } from '../config/oncall';

/** How the reads of a rotation went. Times are milliseconds since the epoch. */
export interface RotationReads {
  readonly id: string;
  readonly ref: RotationRef;
  /** When the last whole answer came; absent: none yet. */
  readonly fetchedAt?: number;
  /** Last try; absent: none yet. */
  readonly triedAt?: number;
  /** Why the last try failed; absent: it did not. */
  readonly failure?: ProviderFailure;
  /** The same in words for people. */
  readonly error?: string;
  /** Tries in a row that failed. */
  readonly failures: number;
  readonly nextDueAt: number;
  /** Of what was read last. */
  readonly contentHash?: string;
}

/** A rotation as it is kept. */
export interface RotationRecord extends RotationReads {
  /** Its id at the provider until it was read. */
  readonly title: string;
  /** What was read last; absent: nothing ever was. */
  readonly reading?: Rotation;
}

type Time = Date | number;

export type RotationRow = {
  id: string;
  account: string;
  kind: RotationKind;
  ref_id: string;
  title: string;
  url: string | null;
  team: string | null;
  time_zone: string | null;
  gaps: Rotation['gaps'];
  warnings: string;
  roster: string | null;
  window_from: Time | null;
  window_to: Time | null;
  fetched_at: Time | null;
  tried_at: Time | null;
  failure: ProviderFailure | null;
  error: string | null;
  failures: number;
  next_due_at: Time;
  unlinked_at: Time | null;
  content_hash: string | null;
  changed_at: Time;
};

export type ShiftRow = {
  rotation_id: string;
  position: number;
  start_at: Time | null;
  end_at: Time | null;
  level: number | null;
  responder_id: string | null;
  source: ShiftSource;
  shadow: boolean | number;
  schedule: string | null;
};

export const ROTATIONS = 'reliability_oncall_rotations';
export const SHIFTS = 'reliability_oncall_shifts';

const date = (value: number | null) =>
  value === null ? null : new Date(value);

const time = (value: Time | null) => (value === null ? null : timeOf(value));

/** The columns of `reliability_oncall_rotations` that a {@link RotationReads} is made of. */
export const READS_COLUMNS = [
  'id',
  'account',
  'kind',
  'ref_id',
  'fetched_at',
  'tried_at',
  'failure',
  'error',
  'failures',
  'next_due_at',
  'content_hash',
] as const satisfies readonly (keyof RotationRow)[];

export const fromReadsRow = (
  row: Pick<RotationRow, (typeof READS_COLUMNS)[number]>,
): RotationReads => ({
  id: row.id,
  ref: { account: row.account, kind: row.kind, id: row.ref_id },
  fetchedAt: optionalTime(row.fetched_at),
  triedAt: optionalTime(row.tried_at),
  failure: row.failure ?? undefined,
  error: row.error ?? undefined,
  failures: row.failures,
  nextDueAt: timeOf(row.next_due_at),
  contentHash: row.content_hash ?? undefined,
});

/** Finds people by the ids of their rows; one that is gone is nobody. */
export type PersonOf = (responderId: string) => OncallPerson | undefined;

/** The roster as ids of responders. */
export const rosterIds = (text: string | null): RosterEntry<string>[] =>
  text === null ? [] : (JSON.parse(text) as RosterEntry<string>[]);

const fromShiftRow = (row: ShiftRow, personOf: PersonOf): OncallShift => ({
  start: time(row.start_at),
  end: time(row.end_at),
  level: row.level,
  person: row.responder_id === null ? null : personOf(row.responder_id) ?? null,
  source: row.source,
  shadow: Boolean(row.shadow),
  ...(row.schedule !== null && { schedule: row.schedule }),
});

export const toShiftRow = (
  rotationId: string,
  position: number,
  shift: OncallShift<string>,
): ShiftRow => ({
  rotation_id: rotationId,
  position,
  start_at: date(shift.start),
  end_at: date(shift.end),
  level: shift.level,
  responder_id: shift.person,
  source: shift.source,
  shadow: shift.shadow,
  schedule: shift.schedule ?? null,
});

/** @param shifts - rows of this rotation */
export function fromRotationRow(
  row: RotationRow,
  shifts: readonly ShiftRow[],
  personOf: PersonOf,
): RotationRecord {
  const reads = fromReadsRow(row);
  const from = optionalTime(row.window_from);
  const to = optionalTime(row.window_to);
  if (from === undefined || to === undefined) {
    return { ...reads, title: row.title };
  }
  const reading: Rotation = {
    ref: reads.ref,
    title: row.title,
    url: row.url ?? undefined,
    timeZone: row.time_zone ?? undefined,
    team: row.team ?? undefined,
    window: { from, to },
    shifts: shifts.map(shift => fromShiftRow(shift, personOf)),
    ...(row.roster !== null && {
      roster: rosterIds(row.roster).map(({ level, people }) => ({
        level,
        people: people.flatMap(id => personOf(id) ?? []),
      })),
    }),
    gaps: row.gaps,
    warnings: JSON.parse(row.warnings) as string[],
  };
  return { ...reads, title: row.title, reading };
}

/**
 * A rotation as the core computes with it.
 *
 * @returns undefined when nothing was read of it yet, or its account is not configured any more
 */
export function toKnownRotation(
  { id, ref, reading, fetchedAt }: RotationRecord,
  accounts: ReadonlyMap<string, Pick<OncallAccount, 'type' | 'mirror'>>,
): KnownRotation | undefined {
  const account = accounts.get(ref.account);
  if (!account || !reading || fetchedAt === undefined) return undefined;
  const { type: provider, mirror } = account;
  return { ...reading, id, provider, mirror, fetchedAt };
}

/** Whether a shift has to do with a stretch of time. */
export const touches = (
  { start, end }: Pick<OncallShift, 'start' | 'end'>,
  { from, to }: OncallWindow,
): boolean => (start ?? -Infinity) < to && (end ?? Infinity) > from;
