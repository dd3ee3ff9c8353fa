import { ProviderError, ProviderFailure } from './ProviderError';
import { BrokenOff } from './transport';

const BASE_MS = 500;
const CAP_MS = 30_000;
/** A limit without a time is counted in minutes at most providers: a quick next try is a wasted one. */
const LIMIT_BASE_MS = 10_000;

const PASSING: readonly ProviderFailure[] = [
  'rate-limited',
  'server-error',
  'timeout',
  'unreachable',
];

/** Whether the same request may succeed a little later. */
export const mayPass = (error: ProviderError): boolean =>
  error instanceof BrokenOff || PASSING.includes(error.failure);

/** Whether the failure says that the account as a whole is not well. */
export const countsForCircuit = ({ failure }: ProviderError): boolean =>
  failure === 'server-error' ||
  failure === 'timeout' ||
  failure === 'unreachable';

/**
 * How long to wait before the next try: with full jitter (a random share of a doubling time), after a limit
 * of unknown length with a floor as well.
 *
 * @param attempt - 0 after the first try
 * @param random - from 0 to below 1
 * @returns milliseconds
 */
export function backoffMs(
  failure: ProviderFailure,
  attempt: number,
  random: number,
): number {
  const limited = failure === 'rate-limited';
  const grown = (limited ? LIMIT_BASE_MS : BASE_MS) * 2 ** attempt;
  const most = Math.min(CAP_MS, grown);
  return Math.round(limited ? most / 2 + (random * most) / 2 : random * most);
}
