import {
  FilterPredicate,
  createZodV4FilterPredicateSchema,
} from '@backstage/filter-predicates';
import { describeIssues } from '../http/describeIssues';
import { Problems } from './problems';

/** A Backstage filter predicate; where it is none, the reason is added to `problems`. */
export function predicateAt(
  value: unknown,
  path: string,
  problems: Problems,
): FilterPredicate | undefined {
  if (value === undefined) return undefined;
  const parsed = createZodV4FilterPredicateSchema().safeParse(value);
  // The catalog takes no bare value as a predicate, although the schema does.
  if (parsed.success && typeof parsed.data === 'object') return parsed.data;
  const detail = parsed.success
    ? 'expected an object'
    : describeIssues(parsed.error);
  problems.push(`${path}: is not a Backstage filter predicate: ${detail}`);
  return undefined;
}
