import { SloDiagnosticItem } from '@plimsoll/backstage-plugin-reliability-common';
import { optionalTime, timeOf } from '../database/sql';
import { optionalDate } from '../maturity/reportRow';

/** Annotations of an entity that say what the name of a file is relative to. */
export type FileLocation = Readonly<Record<string, string>>;

/** A file that an entity names, as it was last read. Times are milliseconds since the epoch. */
export interface SloFile {
  readonly entityRef: string;
  /** As the annotation names it. */
  readonly file: string;
  readonly location: FileLocation;
  readonly url?: string;
  readonly state: 'pending' | 'read' | 'failed';
  /** Why the last reading failed. */
  readonly error?: string;
  readonly etag?: string;
  /** The last that could be read. */
  readonly content?: string;
  readonly contentHash?: string;
  /** Of what it was compiled with. */
  readonly contextHash?: string;
  /** When the content was last confirmed. */
  readonly readAt?: number;
  readonly checkedAt?: number;
  readonly nextCheckAt: number;
  /** In a row. */
  readonly failures: number;
  readonly diagnostics: readonly SloDiagnosticItem[];
  /** In its documents; one that cannot be read is an error. */
  readonly errors: number;
  /** When its content or what is wrong with it last changed. */
  readonly changedAt: number;
}

export type FileRow = {
  entity_ref: string;
  file: string;
  location: string;
  url: string | null;
  state: SloFile['state'];
  error: string | null;
  etag: string | null;
  content: string | null;
  content_hash: string | null;
  context_hash: string | null;
  read_at: Date | number | null;
  checked_at: Date | number | null;
  next_check_at: Date | number;
  failures: number;
  diagnostics: string;
  errors: number;
  changed_at: Date | number;
};

export function fromFileRow(row: FileRow): SloFile {
  return {
    entityRef: row.entity_ref,
    file: row.file,
    location: JSON.parse(row.location) as FileLocation,
    url: row.url ?? undefined,
    state: row.state,
    error: row.error ?? undefined,
    etag: row.etag ?? undefined,
    content: row.content ?? undefined,
    contentHash: row.content_hash ?? undefined,
    contextHash: row.context_hash ?? undefined,
    readAt: optionalTime(row.read_at),
    checkedAt: optionalTime(row.checked_at),
    nextCheckAt: timeOf(row.next_check_at),
    failures: row.failures,
    diagnostics: JSON.parse(row.diagnostics) as SloDiagnosticItem[],
    errors: row.errors,
    changedAt: timeOf(row.changed_at),
  };
}

export function toFileRow(file: SloFile): FileRow {
  return {
    entity_ref: file.entityRef,
    file: file.file,
    location: JSON.stringify(file.location),
    url: file.url ?? null,
    state: file.state,
    error: file.error ?? null,
    etag: file.etag ?? null,
    content: file.content ?? null,
    content_hash: file.contentHash ?? null,
    context_hash: file.contextHash ?? null,
    read_at: optionalDate(file.readAt),
    checked_at: optionalDate(file.checkedAt),
    next_check_at: new Date(file.nextCheckAt),
    failures: file.failures,
    diagnostics: JSON.stringify(file.diagnostics),
    errors: file.errors,
    changed_at: new Date(file.changedAt),
  };
}
