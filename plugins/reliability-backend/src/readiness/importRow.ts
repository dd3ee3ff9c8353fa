import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  AnswerValue,
  CompiledChecklist,
  CompiledItem,
  httpUrlSchema,
  importedAnswerSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { describeIssues } from '../http/describeIssues';
import { evidenceProblem } from './answerRules';
import { EvidenceLink } from './evidenceText';

/** Clocks differ; an answer from further ahead is a mistake. */
const CLOCK_SKEW_MS = 5 * 60 * 1000;

/** An answer to be imported, checked as far as that goes without the database. */
export interface ImportedAnswer {
  /** From 1. */
  readonly row: number;
  readonly entityRef: string;
  readonly item: CompiledItem;
  readonly value: AnswerValue;
  readonly note: string;
  readonly evidence: readonly EvidenceLink[];
  /** Milliseconds since the epoch; absent: not said. */
  readonly at?: number;
  /** Absent: not said. */
  readonly by?: string;
}

/** A row that was read, or why it was not. */
export type ImportRow =
  | { readonly kind: 'answer'; readonly answer: ImportedAnswer }
  | {
      readonly kind: 'rejected';
      readonly row: number;
      readonly reason: string;
    };

/** Why a row is refused. */
class Refusal extends Error {}

/** PostgreSQL takes no text with a NUL in it. */
const hasNul = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.values(value).some(hasNul)
    : typeof value === 'string' && value.includes('\0');

function fullRef(text: string, field: string, example: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch {
    throw new Refusal(
      `${field}: expected a reference such as ${example}, not "${text}"`,
    );
  }
}

/** Answers of machines have the names that Backstage gives them; a person must have the name that reviews compare. */
function authorOf(text: string): string {
  return /^(external|plugin):[^\s/]+$/.test(text)
    ? text
    : fullRef(text, 'by', 'user:default/ann');
}

function itemOf(
  itemId: string,
  { items, currentIds, definition }: CompiledChecklist,
): CompiledItem {
  const current = currentIds.get(itemId);
  const item = items.find(candidate => candidate.definition.id === current);
  if (!item) {
    throw new Refusal(
      `itemId: there is no item "${itemId}" in the checklist ${definition.id}`,
    );
  }
  if (item.verify) {
    throw new Refusal(
      `itemId: "${item.definition.title}" is answered by a rule, not by hand`,
    );
  }
  return item;
}

function timeOf(at: string, now: number): number {
  const time = Date.parse(at);
  if (time > now + CLOCK_SKEW_MS) {
    throw new Refusal(`at: ${at} is in the future`);
  }
  if (time < 0) throw new Refusal(`at: ${at} is before 1970`);
  return time;
}

function linksOf(
  evidence: z.output<typeof importedAnswerSchema>['evidence'],
): EvidenceLink[] {
  return evidence.map(({ title, url }, index) => {
    const parsed = httpUrlSchema.safeParse(url);
    if (!parsed.success) {
      throw new Refusal(describeIssues(parsed.error, `evidence[${index}].url`));
    }
    return { title: title.trim() || url.slice(0, 200), url: parsed.data };
  });
}

function read(
  raw: unknown,
  row: number,
  checklist: CompiledChecklist,
  now: number,
): ImportedAnswer {
  if (hasNul(raw)) throw new Refusal('row: holds a NUL');
  const parsed = importedAnswerSchema.safeParse(raw);
  if (!parsed.success) throw new Refusal(describeIssues(parsed.error));
  const { entityRef, itemId, answer, note, evidence, at, by } = parsed.data;
  return {
    row,
    entityRef: fullRef(entityRef, 'entityRef', 'component:default/pay'),
    item: itemOf(itemId, checklist),
    value: answer,
    note: note.trim(),
    evidence: linksOf(evidence),
    ...(at !== undefined && { at: timeOf(at, now) }),
    ...(by !== undefined && { by: authorOf(by) }),
  };
}

/** Reads one row of an import. */
export function readImportRow(
  raw: unknown,
  row: number,
  checklist: CompiledChecklist,
  now: number,
): ImportRow {
  try {
    return { kind: 'answer', answer: read(raw, row, checklist, now) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { kind: 'rejected', row, reason: error.message };
  }
}

/** What is wrong with an answer to an item; undefined: nothing. */
export function answerProblem({
  item,
  value,
  note,
  evidence,
}: ImportedAnswer): string | undefined {
  if (value === 'not-applicable' && note.length < 3) {
    return 'note: say in at least 3 characters why the item is not applicable';
  }
  return evidenceProblem(item, { answer: value, evidence });
}
