import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationSchema } from '@plimsoll/backstage-plugin-reliability-common';
import { Duration } from 'luxon';
import { z } from 'zod';

const HEADER_NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;
const MOST_BYTES = 256 * 1024 * 1024;

/** Headers that a setting of their own or the client itself writes. */
const RESERVED = ['authorization', 'content-type', 'content-length', 'host'];

const secret = z.string().min(1);

const milliseconds = (longest: string) =>
  durationSchema
    .transform(iso => Duration.fromISO(iso).toMillis())
    .refine(ms => ms >= 1000 && ms <= Duration.fromISO(longest).toMillis(), {
      error: `expected a duration from PT1S to ${longest}`,
    });

const urlSchema = z.string().transform((text, context) => {
  const wrong = (message: string) => {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    return wrong('expected an http or https address');
  }
  if (url.username || url.password) {
    return wrong('expected no credentials in the address; use basic');
  }
  if (url.search || url.hash) {
    return wrong('expected an address without ? and #');
  }
  return url.href.replace(/\/+$/, '');
});

const headersSchema = z
  .record(
    z.string().regex(HEADER_NAME, { error: 'expected the name of a header' }),
    // eslint-disable-next-line no-control-regex
    z.string().regex(/^[^\x00-\x1f\x7f]*$/, { error: 'expected one line' }),
  )
  .refine(
    headers =>
      Object.keys(headers).every(
        name => !RESERVED.includes(name.toLowerCase()),
      ),
    { error: `expected none of ${RESERVED.join(', ')}; use basic or bearer` },
  );

const schema = z
  .strictObject({
    name: z.string().min(1),
    type: z.literal('prometheus'),
    default: z.boolean().optional(),
    url: urlSchema,
    headers: headersSchema.default({}),
    basic: z
      .strictObject({ username: z.string().min(1), password: secret })
      .optional(),
    bearer: z
      .strictObject({
        token: secret.optional(),
        tokenFile: z.string().min(1).optional(),
      })
      .refine(({ token, tokenFile }) => !token !== !tokenFile, {
        error: 'expected exactly one of token and tokenFile',
      })
      .optional(),
    tls: z
      .strictObject({
        caFile: z.string().min(1).optional(),
        certFile: z.string().min(1).optional(),
        keyFile: z.string().min(1).optional(),
        rejectUnauthorized: z.boolean().default(true),
      })
      .refine(({ certFile, keyFile }) => !certFile === !keyFile, {
        error: 'expected both of certFile and keyFile, or none',
      })
      .optional(),
    tenant: z.string().min(1).optional(),
    thanos: z
      .strictObject({
        dedup: z.boolean().default(true),
        partialResponse: z.boolean().default(false),
        maxSourceResolution: z.string().min(1).default('0s'),
      })
      .optional(),
    timeout: milliseconds('PT5M').default(10_000),
    concurrency: z.number().int().min(1).max(100).default(4),
    queriesPerMinute: z.number().int().min(1).optional(),
    maxResponseBytes: z
      .number()
      .int()
      .min(10_000)
      .max(MOST_BYTES)
      .default(10_000_000),
    scrapeInterval: milliseconds('PT1H').default(30_000),
  })
  .refine(({ basic, bearer }) => !(basic && bearer), {
    path: ['bearer'],
    error: 'expected only one of basic and bearer',
  });

/** One source of type `prometheus`, checked. Durations are milliseconds; `url` does not end with a slash. */
export type PrometheusConfig = z.output<typeof schema>;

const pathOf = (path: readonly PropertyKey[]) =>
  path
    .map(part => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('');

/**
 * Reads one entry of `reliability.slo.sources`.
 *
 * @throws InputError with the path of every key that is wrong, and never with a value
 */
export function readPrometheusConfig(config: Config): PrometheusConfig {
  const raw = config.get();
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const name = config.getOptionalString('name') ?? '';
  const problems = parsed.error.issues.map(
    ({ path, message }) =>
      `reliability.slo.sources[${name}]${pathOf(path)}: ${message}`,
  );
  throw new InputError(`Invalid configuration:\n  ${problems.join('\n  ')}`);
}
