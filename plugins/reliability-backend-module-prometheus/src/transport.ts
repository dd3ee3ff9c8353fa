import fs from 'node:fs';
import {
  SliSourceError,
  SliSourceFailure,
} from '@plimsoll/backstage-plugin-reliability-node';
import { Agent, request } from 'undici';
import { PrometheusConfig } from './config';

/** What a source answered, whatever it is. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** One question. Parameters of a GET go into the address, those of a POST into the body. */
export interface Question {
  readonly method: 'GET' | 'POST';
  /** Below the source's address. */
  readonly path: string;
  readonly parameters: URLSearchParams;
}

/** Sends one question. */
export type Send = (question: Question, signal: AbortSignal) => Promise<Reply>;

const CERTIFICATE_CODES =
  /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_)/;
const NO_TLS_CODES = /^(EPROTO$|ERR_SSL_)/;
const TIMEOUT_CODES = /^(ETIMEDOUT$|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT$)/;

const WHY: Record<string, string> = {
  ECONNREFUSED: 'nothing listens at its address',
  ENOTFOUND: 'its host name is not known',
  EAI_AGAIN: 'its host name could not be looked up',
  ECONNRESET: 'it closed the connection',
  UND_ERR_SOCKET: 'it closed the connection',
  EHOSTUNREACH: 'no way leads to its host',
  ENETUNREACH: 'no way leads to its network',
};

function readFile(file: string, key: string, name: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unreadable';
    throw new SliSourceError(
      'refused',
      `Source "${name}" was not asked: ${key} cannot be read (${code}).`,
    );
  }
}

function authorization(config: PrometheusConfig): string | undefined {
  const { basic, bearer, name } = config;
  if (basic) {
    const pair = `${basic.username}:${basic.password}`;
    return `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`;
  }
  const token = bearer?.tokenFile
    ? readFile(bearer.tokenFile, 'bearer.tokenFile', name).trim()
    : bearer?.token;
  return token && `Bearer ${token}`;
}

function headersOf(config: PrometheusConfig): Record<string, string> {
  const authorized = authorization(config);
  return {
    ...config.headers,
    ...(config.tenant ? { 'x-scope-orgid': config.tenant } : {}),
    ...(authorized ? { authorization: authorized } : {}),
    accept: 'application/json',
    // What arrives is counted against the cap as it is.
    'accept-encoding': 'identity',
    'content-type': 'application/x-www-form-urlencoded',
  };
}

function agentOf(config: PrometheusConfig): Agent {
  const { tls, name, timeout } = config;
  const pem = (key: 'caFile' | 'certFile' | 'keyFile') =>
    tls?.[key] && readFile(tls[key]!, `tls.${key}`, name);
  return new Agent({
    connect: {
      timeout,
      ca: pem('caFile'),
      cert: pem('certFile'),
      key: pem('keyFile'),
      rejectUnauthorized: tls?.rejectUnauthorized ?? true,
    },
    headersTimeout: 0,
    bodyTimeout: 0,
  });
}

/** Causes of undici may quote a header, so nothing of their message is passed on. */
function failureOf(
  error: unknown,
  config: PrometheusConfig,
  timedOut: boolean,
): SliSourceError {
  if (error instanceof SliSourceError) return error;
  const { code = '' } = error as { code?: string };
  const fail = (failure: SliSourceFailure, why: string) =>
    new SliSourceError(failure, `Source "${config.name}" ${why}`);
  if (timedOut || TIMEOUT_CODES.test(code)) {
    return fail(
      'timeout',
      `did not answer within ${
        config.timeout / 1000
      } s. Look at its load, make the query cheaper with recording rules, or raise timeout of the source.`,
    );
  }
  if (CERTIFICATE_CODES.test(code)) {
    return fail(
      'unreachable',
      `cannot be trusted (${code}). Put the certificate of its authority into tls.caFile, and look whether its name and dates are right.`,
    );
  }
  if (NO_TLS_CODES.test(code)) {
    return fail(
      'unreachable',
      `does not speak TLS as we do (${code}). Look whether its url begins with http or https.`,
    );
  }
  return fail(
    'unreachable',
    `cannot be reached: ${WHY[code] ?? 'the connection failed'}${
      code && ` (${code})`
    }. Look whether it runs and whether its url is right.`,
  );
}

async function readCapped(
  body: AsyncIterable<Buffer>,
  config: PrometheusConfig,
): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > config.maxResponseBytes) {
      throw new SliSourceError(
        'too-much',
        `Source "${config.name}" answered with more than ${config.maxResponseBytes} bytes. Aggregate the query, for instance with sum(…), or raise maxResponseBytes of the source.`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Talks to one source: no redirect is followed, and time and size of an answer are bounded. */
export function createTransport(config: PrometheusConfig): Send {
  let agent: Agent | undefined;
  return async ({ method, path, parameters }, signal) => {
    const clock = new AbortController();
    const timer = setTimeout(() => clock.abort(), config.timeout);
    try {
      agent ??= agentOf(config);
      const get = method === 'GET';
      const { statusCode, headers, body } = await request(
        `${config.url}${path}${get ? `?${parameters}` : ''}`,
        {
          method,
          headers: headersOf(config),
          body: get ? null : parameters.toString(),
          dispatcher: agent,
          signal: AbortSignal.any([signal, clock.signal]),
        },
      );
      const text = await readCapped(body, config);
      return { status: statusCode, headers, text };
    } catch (error) {
      throw failureOf(error, config, clock.signal.aborted);
    } finally {
      clearTimeout(timer);
    }
  };
}
