import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** These pass: the same request may be answered a moment later. */
const PASSING = [429, 502, 503, 504];
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 2000;
const DECISIONS = ['allow', 'warn', 'hold'];

/** There is no answer. */
export class NotKnownError extends Error {
  /**
   * @param refused - the portal answers, and not with a decision: a mistake of the pipeline, which does not pass
   * @param status - of HTTP, where there was an answer
   */
  constructor(message, { refused, status }) {
    super(message);
    this.refused = refused;
    this.status = status;
  }
}

/**
 * Asks for a decision and has it recorded; asks again while the portal is down, until the time is over. All of it
 * has one key, so that it is recorded once.
 *
 * @throws NotKnownError when there is no answer
 */
export async function askGate(asked) {
  const signal = AbortSignal.timeout(asked.timeoutMs);
  const request = requestOf(asked, signal);
  let last;
  for (let wait = FIRST_PAUSE; ; wait = Math.min(2 * wait, LONGEST_PAUSE)) {
    try {
      return await askOnce(asked, request);
    } catch (error) {
      const known = error instanceof NotKnownError;
      if (known && !PASSING.includes(error.status)) throw error;
      // Once the time is over, what was said before tells more.
      if (!signal.aborted || !last) last = error;
    }
    const over = await pause(wait, false, { signal }).catch(() => true);
    if (over || signal.aborted) throw tooLate(last, asked);
  }
}

function requestOf({ token, change, ref, link, key, override }, signal) {
  const body = {
    change,
    ref,
    url: link,
    key: key ?? randomUUID(),
    override: override && { reason: override },
  };
  return {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      ...(token && { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
    // A POST that is redirected becomes a GET of a page to sign in.
    redirect: 'manual',
    signal,
  };
}

async function askOnce({ baseUrl, entityRef, token }, request) {
  const path = entityRef.split(/[:/]/).map(encodeURIComponent).join('/');
  const response = await fetch(`${baseUrl}/gate/${path}/decisions`, request);
  const { status } = response;
  const text = await response.text();
  const reply = parsed(text);
  if (response.ok && isDecision(reply)) return reply;
  throw new NotKnownError(complaint(response, reply, token), {
    refused: status < 500 && status !== 429,
    status,
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isDecision(reply) {
  return (
    typeof reply?.proceed === 'boolean' &&
    DECISIONS.includes(reply.answer?.decision) &&
    Array.isArray(reply.answer.reasons)
  );
}

function complaint({ status, ok }, reply, token) {
  if (ok) {
    return `the address answers something else than a decision (${status}): is it that of the backend?`;
  }
  if (status >= 300 && status < 400) {
    return `the address redirects elsewhere (${status}): is it that of the backend?`;
  }
  const said = reply?.error?.message ?? 'without a word why';
  if (status === 401) {
    return token
      ? `the portal does not accept the token (401): ${said}`
      : 'the portal wants a token (401): give PLIMSOLL_TOKEN';
  }
  return `the portal answers ${status}: ${said}`;
}

function tooLate(error, { timeoutMs }) {
  const within = `within ${timeoutMs / 1000} s`;
  if (error instanceof NotKnownError) {
    return new NotKnownError(`${error.message} (no better answer ${within})`, {
      refused: false,
      status: error.status,
    });
  }
  const timedOut = error?.name === 'TimeoutError';
  const why = error?.cause?.code ?? error?.cause?.message ?? error?.message;
  return new NotKnownError(
    timedOut
      ? `the portal has not answered ${within}`
      : `the portal cannot be reached ${within}: ${why}`,
    { refused: false },
  );
}
