import { RouteContract } from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';

/** One column of an exported list: its name, and the way to its value within an item. */
export interface CsvColumn {
  readonly name: string;
  readonly way: readonly string[];
}

/** Fields that say in one text what an object is, the best first. */
const TELLING = ['text', 'title', 'name', 'id', 'ref', 'entityRef', 'label'];

type Def = { type: string; innerType?: z.ZodType; in?: z.ZodType };
const defOf = (schema: z.ZodType) => schema.def as unknown as Def;

/** A schema without what only says that a value may be absent or has a default. */
function bare(schema: z.ZodType): z.ZodType {
  const { innerType } = defOf(schema);
  return innerType ? bare(innerType) : schema;
}

/**
 * The columns of an item, in the order of its schema: an object within it gives one column for each of its own
 * fields, such as `level.name`. Lists and records stay one column.
 */
export function csvColumns(
  item: z.ZodType,
  way: readonly string[] = [],
): CsvColumn[] {
  const schema = bare(item);
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([name, field]) =>
      csvColumns(field as z.ZodType, [...way, name]),
    );
  }
  return [{ name: way.join('.'), way }];
}

/**
 * The schema of the items of a route that answers pages and so can be exported; undefined where it answers
 * something else, or has a `format` of its own.
 */
export function listItem({
  method,
  query,
  response,
}: RouteContract): z.ZodType | undefined {
  const pages = method === 'get' && query && 'cursor' in query.shape;
  if (!pages || 'format' in query.shape) return undefined;
  if (!(response instanceof z.ZodObject)) return undefined;
  const list = bare((response.shape as Record<string, z.ZodType>).items);
  return list instanceof z.ZodArray ? (list.element as z.ZodType) : undefined;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(textOf).join('; ');
  if (typeof value !== 'object') return String(value);
  const known = value as Record<string, unknown>;
  const telling = TELLING.find(name => typeof known[name] === 'string');
  return telling ? String(known[telling]) : JSON.stringify(value);
}

/** The cells of an item; what is absent is empty, a list is joined by semicolons. */
export const csvCells = (
  columns: readonly CsvColumn[],
  item: unknown,
): string[] =>
  columns.map(({ way }) =>
    textOf(
      way.reduce<unknown>(
        (value, name) => (value as Record<string, unknown> | null)?.[name],
        item,
      ),
    ),
  );
