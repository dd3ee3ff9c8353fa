import {
  SliSourceError,
  SliSourceFailure,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import { Reply } from './transport';

const LONGEST_DETAIL = 300;

/** Prometheus writes numbers as text; `NaN`, `+Inf` and `-Inf` are among them. */
const pointSchema = z
  .tuple([z.number(), z.string()])
  .transform(
    ([seconds, text]) => [Math.round(seconds * 1000), numberOf(text)] as const,
  );

const labelsSchema = z.record(z.string(), z.string());

const envelopeSchema = z.object({
  status: z.enum(['success', 'error']),
  data: z.unknown().optional(),
  errorType: z.string().optional(),
  error: z.string().optional(),
  warnings: z.array(z.string()).nullish(),
});

/** `data` of an instant query. */
export const vectorSchema = z.object({
  resultType: z.literal('vector'),
  result: z.array(z.object({ metric: labelsSchema, value: pointSchema })),
});

/** `data` of a range query. */
export const matrixSchema = z.object({
  resultType: z.literal('matrix'),
  result: z.array(
    z.object({ metric: labelsSchema, values: z.array(pointSchema) }),
  ),
});

/** An answer that was understood. */
export interface Understood<T> {
  readonly data: T;
  readonly warnings: readonly string[];
}

function numberOf(text: string): number {
  const signs: Record<string, number> = {
    NaN,
    '+Inf': Infinity,
    Inf: Infinity,
    '-Inf': -Infinity,
  };
  return text in signs ? signs[text] : Number(text === '' ? 'NaN' : text);
}

/** One short line, and nothing of it where it is a page. */
function detail(text: string | undefined): string {
  if (!text || /<[a-z!/]/i.test(text)) return '';
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_DETAIL
    ? `${line.slice(0, LONGEST_DETAIL)}…`
    : line;
}

const TOO_MUCH =
  /too many samples|maximum resolution|err-mimir-max|max.*(query length|samples|series|chunks|points)|exceeds? (the )?limit|query too (long|expensive)/i;

const ADVICE: Record<SliSourceFailure, string> = {
  'bad-query': 'Correct the query in the SLO document.',
  'too-much':
    'Aggregate the query, shorten the window, or use recording rules (plimsoll.dev/mode: recorded).',
  timeout:
    'Look at its load, or use recording rules (plimsoll.dev/mode: recorded).',
  refused: 'Look at the credentials and the tenant of the source.',
  unreachable: 'Look at the source and what stands in front of it.',
  'bad-answer': 'Look whether its url ends where /api/v1 begins.',
  'over-budget': 'Lower queriesPerMinute of the source.',
};

function kindOf(
  status: number,
  errorType: string | undefined,
  text: string,
): SliSourceFailure {
  if (status === 401 || status === 403) return 'refused';
  if (status === 429) return 'over-budget';
  if (TOO_MUCH.test(text) || status === 413) return 'too-much';
  // It answers, so that it lives: this query is too slow, and the others need not suffer for it.
  if (errorType === 'timeout') return 'too-much';
  if (status === 504 || status === 408) return 'timeout';
  if (errorType === 'bad_data' || errorType === 'execution') {
    return 'bad-query';
  }
  return status >= 500 ? 'unreachable' : 'bad-answer';
}

const SAID: Record<SliSourceFailure, string> = {
  'bad-query': 'refuses the query',
  'too-much': 'gave the query up, it is too large or takes too long',
  timeout: 'did not answer in time',
  refused: 'does not let us in',
  unreachable: 'has trouble',
  'bad-answer': 'gave no answer of a Prometheus',
  'over-budget': 'is asked too often',
};

function problem(
  name: string,
  failure: SliSourceFailure,
  status: number,
  text: string,
): SliSourceError {
  const because = text ? `: ${text}` : '';
  const stop = /[.!?…]$/.test(because) || !because ? '' : '.';
  return new SliSourceError(
    failure,
    `Source "${name}" ${SAID[failure]} (status ${status})${because}${
      because ? stop : '.'
    } ${ADVICE[failure]}`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** How long `Retry-After` asks to wait, in milliseconds; null where it does not. */
export function retryAfterMs(reply: Reply, now: number): number | null {
  const header = reply.headers['retry-after'];
  if (typeof header !== 'string') return null;
  const ms = /^\d+$/.test(header.trim())
    ? Number(header) * 1000
    : Date.parse(header) - now;
  return Number.isFinite(ms) && ms > 0 ? ms : null;
}

/**
 * Takes an answer apart.
 *
 * @param name - of the source
 * @throws SliSourceError that says what is wrong and what to do
 */
export function understand<T>(
  name: string,
  reply: Reply,
  schema: z.ZodType<T>,
): Understood<T> {
  const { status } = reply;
  if (status >= 300 && status < 400) {
    throw new SliSourceError(
      'refused',
      `Source "${name}" sends us to another address (status ${status}), which is not followed. Set its url to the address that answers; a login page means that credentials are missing.`,
    );
  }
  const json = parseJson(reply.text);
  const envelope = envelopeSchema.safeParse(json).data;
  if (status >= 400 || envelope?.status === 'error') {
    const text = detail(envelope?.error);
    throw problem(
      name,
      kindOf(status, envelope?.errorType, envelope?.error ?? ''),
      status,
      text,
    );
  }
  const parsed = envelope && schema.safeParse(envelope.data);
  if (!envelope || !parsed?.success) {
    const other = json === undefined ? 'no whole JSON' : 'JSON of another form';
    throw problem(name, 'bad-answer', status, other);
  }
  return {
    data: parsed.data,
    warnings: (envelope.warnings ?? []).map(detail).filter(Boolean),
  };
}
