import {
  httpUrlSchema,
  ImportedIncident,
  importedIncidentSchema,
  ReportedIncident,
  StampName,
} from '@plimsoll/backstage-plugin-reliability-common';
import { describeIssues } from '../http/describeIssues';
import { NOTHING_MORE } from './declaredIncident';
import { fullRef } from './fieldsAsked';
import { stampProblem, stampTimes } from './stampsAsked';

/** What imported incidents name in place of services. */
export const IMPORTED_SUBJECT = 'name';

/** A row that was read, or why it was not. */
export type ImportedRow =
  | { readonly kind: 'incident'; readonly reported: ReportedIncident }
  | { readonly kind: 'rejected'; readonly reason: string };

/** Why a row is refused. */
class Refusal extends Error {}

/** PostgreSQL takes no text with a NUL in it. */
const hasNul = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.values(value).some(hasNul)
    : typeof value === 'string' && value.includes('\0');

function linkOf(field: string, url: string | null): string | undefined {
  if (url === null || url === '') return undefined;
  const parsed = httpUrlSchema.safeParse(url);
  if (!parsed.success) throw new Refusal(describeIssues(parsed.error, field));
  return parsed.data;
}

function refsOf({ entityRefs }: ImportedIncident): string[] {
  const refs = entityRefs.map((written, index) => {
    const ref = fullRef(written);
    if (ref !== undefined) return ref;
    throw new Refusal(
      `entityRefs[${index}]: expected a reference such as component:default/pay, not "${written}"`,
    );
  });
  return [...new Set(refs)];
}

function stampsOf(
  { stamps: given }: ImportedIncident,
  now: number,
): ReportedIncident['stamps'] {
  const stamps: Partial<Record<StampName, { at: number; from: 'provider' }>> =
    {};
  for (const [name, at] of Object.entries(stampTimes(given))) {
    if (at !== null) stamps[name as StampName] = { at, from: 'provider' };
  }
  if (Object.keys(stamps).length === 0) {
    throw new Refusal('stamps: expected at least one time, such as declared');
  }
  const problem = stampProblem(stamps, now);
  if (problem) throw new Refusal(problem);
  return stamps;
}

function read(raw: unknown, now: number): ReportedIncident {
  if (hasNul(raw)) throw new Refusal('row: holds a NUL');
  const parsed = importedIncidentSchema.safeParse(raw);
  if (!parsed.success) throw new Refusal(describeIssues(parsed.error));
  const row = parsed.data;
  const url = linkOf('url', row.url);
  const postmortem = linkOf('postmortemUrl', row.postmortemUrl);
  return {
    ...NOTHING_MORE,
    externalId: row.key,
    reference: row.key,
    ...(url && { url }),
    title: row.title,
    ...(row.summary && { summary: row.summary }),
    updatedAt: now,
    status: row.status,
    severity: row.severity?.trim() || null,
    stamps: stampsOf(row, now),
    isTest: row.isTest,
    ...(row.cause && { cause: row.cause }),
    customerImpact: row.customerImpact,
    subjects: [...new Set(row.subjects)].map(name => ({
      kind: IMPORTED_SUBJECT,
      id: name.trim().toLocaleLowerCase('en-US'),
      label: name.trim(),
    })),
    entityRefs: refsOf(row),
    postmortems: postmortem
      ? [{ url: postmortem, status: 'published' as const }]
      : [],
  };
}

/**
 * Reads one row of an import as far as that goes without the database. What it does not say stays unknown.
 *
 * @param now - milliseconds since the epoch
 */
export function readImportedIncident(raw: unknown, now: number): ImportedRow {
  try {
    return { kind: 'incident', reported: read(raw, now) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { kind: 'rejected', reason: error.message };
  }
}
