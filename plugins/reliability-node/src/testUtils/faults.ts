import { ContractFault } from './harness';

/** Faults after which the same read succeeds. */
export const PASSING: readonly [string, ContractFault][] = [
  ['a 500', { status: 500 }],
  ['two 503 in a row', { status: 503, times: 2 }],
  ['a connection that breaks', { reset: true }],
  ['an answer that breaks off', { truncate: 10 }],
  ['a 429 without headers', { status: 429 }],
];

/** Faults that stay, and what they are called. */
export const STAYING: readonly [string, ContractFault, string][] = [
  ['a 403', { status: 403 }, 'forbidden'],
  ['a 500', { status: 500 }, 'server-error'],
  ['a 429 without headers', { status: 429 }, 'rate-limited'],
  ['a connection that breaks', { reset: true }, 'unreachable'],
  ['an answer that breaks off', { truncate: 10 }, 'bad-answer'],
  ['a redirect', { status: 302, headers: { location: '/x' } }, 'refused'],
];

/** Answers that are whole and are not what was asked for. */
export const WRONG: readonly [string, string][] = [
  ['a page', '<html><body>Sign in</body></html>'],
  ['half of a text', '{"items": [{"id": '],
  ['nothing', ''],
  ['a number', '42'],
  ['a text', '"ok"'],
  ['null', 'null'],
  ['an empty object', '{}'],
];
