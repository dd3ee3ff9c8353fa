import { z } from 'zod';

/** Largest and usual number of items on a page. @public */
export const MAX_PAGE = 500;
/** @public */
export const DEFAULT_PAGE = 50;

/** `?limit=&cursor=` of every list. @public */
export const pageQuerySchema = z.object({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MAX_PAGE)
    .default(DEFAULT_PAGE)
    .describe('Items on a page'),
  cursor: z
    .string()
    .optional()
    .describe('`nextCursor` of the page before, unchanged'),
});

/** The reply of every list. @public */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    totalItems: z.number().int(),
    nextCursor: z.string().optional(),
  });

/** A page of a list. @public */
export interface Page<T> {
  items: T[];
  totalItems: number;
  nextCursor?: string;
}

/** RFC 3339 time; answered in UTC, read in any zone. @public */
export const timeSchema = z.iso.datetime({
  offset: true,
  error: 'expected a time with its zone such as 2026-12-01T09:00:00Z',
});

/** Integer per mille. @public */
export const perMilleSchema = z.number().int().min(0).max(1000);

/** A query parameter that may be given several times; given empty it means none, absent means any. @public */
export const anyOfSchema = z
  .union([z.string(), z.array(z.string())])
  .transform(value => (Array.isArray(value) ? value : [value]))
  .transform(values => values.filter(value => value !== ''))
  .optional();

/** The path of an entity below a route: `/:kind/:namespace/:name`, each part encoded. @public */
export function entityPath(entityRef: string): string {
  const match = /^([^:/]+):([^/]+)\/(.+)$/.exec(entityRef);
  if (!match) {
    throw new TypeError(
      `"${entityRef}" is not a full entity reference (kind:namespace/name)`,
    );
  }
  return match.slice(1).map(encodeURIComponent).join('/');
}
