import { timeOf } from '@plimsoll/backstage-plugin-reliability-node';

/**
 * What a field of a company says, whichever type it has: a text, a choice (`value`), a thing with a name, or
 * several of them.
 */
export function textsOf(field: unknown): string[] {
  if (Array.isArray(field)) return [...new Set(field.flatMap(textsOf))];
  if (typeof field === 'string' && field.trim()) return [field.trim()];
  if (typeof field === 'number') return [`${field}`];
  if (typeof field !== 'object' || field === null) return [];
  const { value, name } = field as { value?: unknown; name?: unknown };
  return typeof value === 'string' ? textsOf(value) : textsOf(name);
}

/** A date with its time; milliseconds since the epoch. A date alone has none. */
export const instantOf = (field: unknown): number | undefined =>
  typeof field === 'string' && field.includes('T') ? timeOf(field) : undefined;
