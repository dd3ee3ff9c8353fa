import { InputError } from '@backstage/errors';
import { isoTime } from '../database/dates';

/** What is read of an account. */
interface Account {
  readonly name: string;
  readonly type: string;
}

/** More words than these do not make a search sharper. */
const MAX_WORDS = 10;

/** The words of a search, each of which must be found. */
export const wordsOf = (q: string | undefined): string[] =>
  [...new Set((q ?? '').trim().split(/\s+/))]
    .filter(word => word !== '')
    .slice(0, MAX_WORDS);

/** Names of the accounts that a filter by type and by name leaves; absent: all. */
export function accountsNamed(
  accounts: readonly Account[],
  { provider, account }: { provider?: string[]; account?: string[] },
): string[] | undefined {
  if (!provider && !account) return undefined;
  return accounts
    .filter(({ type }) => !provider || provider.includes(type))
    .filter(({ name }) => !account || account.includes(name))
    .map(({ name }) => name);
}

/**
 * The time that a list is asked for.
 *
 * @param known - for which times something is kept; milliseconds since the epoch
 * @throws InputError when nothing is known of it
 */
export function timeAsked(
  at: string | undefined,
  now: number,
  known: { from: number; to: number },
): number {
  if (at === undefined) return now;
  const time = Date.parse(at);
  if (time < known.from || time > known.to) {
    throw new InputError(
      `at: expected a time from ${isoTime(known.from)} to ${isoTime(
        known.to,
      )}; of others nothing is known`,
    );
  }
  return time;
}
