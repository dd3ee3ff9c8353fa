import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** What a schema of zod can do, so that a module may bring its own version. @public */
export interface AccountSchema<T> {
  safeParse(value: unknown):
    | { readonly success: true; readonly data: T }
    | {
        readonly success: false;
        readonly error: {
          readonly issues: readonly {
            readonly path: readonly PropertyKey[];
            readonly message: string;
          }[];
        };
      };
}

const pathOf = (path: readonly PropertyKey[]) =>
  path
    .map(part => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('');

function readEntry<T>(
  list: string,
  config: Config,
  schema: AccountSchema<T>,
): T {
  const parsed = schema.safeParse(config.get());
  if (parsed.success) return parsed.data;
  const name = config.getOptionalString('name') ?? '';
  const problems = parsed.error.issues.map(
    ({ path, message }) => `${list}[${name}]${pathOf(path)}: ${message}`,
  );
  throw new InputError(`Invalid configuration:\n  ${problems.join('\n  ')}`);
}

/**
 * Reads one entry of `reliability.oncall.accounts`.
 *
 * @throws InputError with the path of every key that is wrong, and never with a value
 * @public
 */
export const readAccount = <T>(config: Config, schema: AccountSchema<T>): T =>
  readEntry('reliability.oncall.accounts', config, schema);

/**
 * Reads one entry of `reliability.incidents.accounts`.
 *
 * @throws InputError with the path of every key that is wrong, and never with a value
 * @public
 */
export const readIncidentAccount = <T>(
  config: Config,
  schema: AccountSchema<T>,
): T => readEntry('reliability.incidents.accounts', config, schema);

/**
 * What is wrong with the base address of an API; undefined: nothing. The answer does not repeat the address.
 *
 * @public
 */
export function baseUrlProblem(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    return 'expected an http or https address';
  }
  if (url.username || url.password) {
    return 'expected no credentials in the address';
  }
  if (url.search || url.hash) return 'expected an address without ? and #';
  return undefined;
}

/** Where a refinement of zod says what is wrong. @public */
export interface ProblemContext {
  addIssue(issue: { readonly code: 'custom'; readonly message: string }): void;
}

/**
 * For `superRefine` of zod: `z.string().superRefine(reportProblem(baseUrlProblem))`.
 *
 * @param problemOf - what is wrong with a text; undefined: nothing
 * @public
 */
export const reportProblem =
  (problemOf: (text: string) => string | undefined) =>
  (text: string, context: ProblemContext): void => {
    const message = problemOf(text);
    if (message) context.addIssue({ code: 'custom', message });
  };

/**
 * The values of an annotation that is a comma list; empty ones and repetitions are left out.
 *
 * @public
 */
export const commaList = (text: string | undefined): string[] => [
  ...new Set(
    (text ?? '')
      .split(',')
      .map(part => part.trim())
      .filter(Boolean),
  ),
];
