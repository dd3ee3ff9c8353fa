import { z } from 'zod';

const pathOf = (path: readonly PropertyKey[], root: string) =>
  path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, root);

/**
 * Says in one line what is wrong: `facts[3].ttl: expected an ISO 8601 duration such as PT15M or P7D`.
 *
 * @param root - put before every path
 * @param separator - put between several problems
 */
export function describeIssues(
  error: z.ZodError,
  root = '',
  separator = '; ',
): string {
  return error.issues
    .map(issue => {
      const path = pathOf(issue.path, root);
      return path === '' ? issue.message : `${path}: ${issue.message}`;
    })
    .join(separator);
}
