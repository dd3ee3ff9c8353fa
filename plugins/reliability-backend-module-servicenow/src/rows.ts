import { ProviderReply } from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';

/** Ids of records; anything else is part of no query. */
export const ID = /^[0-9a-f]{32}$/;

const text = z.string().nullish().catch(undefined);

const cellSchema = z
  .object({ value: text, display_value: text })
  .nullish()
  .catch(undefined);

const rowSchema = z
  .record(z.string(), cellSchema)
  .refine(row => ID.test(row.sys_id?.value ?? ''));

const answerSchema = z.object({ result: z.array(z.unknown()) });

/** A record; columns that may not be read, or do not exist, are not there. */
export type Row = z.output<typeof rowSchema>;

/** Some records, and whether there are more. */
export interface RowPage {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
}

/** What a column holds; undefined for an empty one. */
export const valueOf = (row: Row, column: string): string | undefined =>
  row[column]?.value || undefined;

/** The same as shown to people. */
export const shownOf = (row: Row, column: string): string | undefined =>
  row[column]?.display_value || valueOf(row, column);

/** The id of a record that a column points to. */
export function referenceOf(row: Row, column: string): string | undefined {
  const id = valueOf(row, column);
  return id && ID.test(id) ? id : undefined;
}

/** The id of the record itself. */
export const idOf = (row: Row): string => valueOf(row, 'sys_id') ?? '';

/**
 * Records of a reply; what is none is left out.
 *
 * @returns undefined when the reply is no list
 */
export function rowsOf({ body, headers }: ProviderReply): RowPage | undefined {
  const answer = answerSchema.safeParse(body);
  if (!answer.success) return undefined;
  const rows = answer.data.result.flatMap(each => {
    const row = rowSchema.safeParse(each);
    return row.success ? [row.data] : [];
  });
  // Records that may not be read are taken out of a page after it was cut: a short page is not the last one.
  const hasMore = /rel="?next"?/.test(headers.get('link') ?? '');
  return { rows, hasMore };
}
