import {
  OncallShift,
  OncallWindow,
  RotationRef,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  concernsOneRotation,
  ProviderError,
  ProviderPerson,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import { Directory } from './Directory';
import { RootlyClient } from './RootlyClient';

/** What a reading needs beside what is asked for. */
export interface ReadContext {
  readonly account: string;
  readonly client: RootlyClient;
  readonly directory: Directory;
  readonly window: OncallWindow;
  readonly signal: AbortSignal;
}

/** What was found out about one rotation. */
export interface Findings {
  readonly title?: string;
  readonly timeZone?: string;
  readonly team?: string;
  readonly shifts: readonly OncallShift<ProviderPerson>[];
  readonly warnings?: readonly string[];
  readonly gaps?: RotationReading['gaps'];
  /** Entries that could not be understood: somebody may be on call of whom nothing is known. */
  readonly unreadable: number;
}

/** The reading of one rotation; with entries that nobody understands, its gaps cannot be told. */
export function toReading(
  ref: RotationRef,
  window: OncallWindow,
  found: Findings,
): RotationReading {
  const { title, timeZone, team, shifts, unreadable } = found;
  return {
    kind: 'reading',
    ref,
    title: title ?? ref.id,
    ...(timeZone && { timeZone }),
    ...(team && { team }),
    window,
    shifts,
    gaps: unreadable > 0 ? 'unknown' : found.gaps ?? 'exact',
    warnings: [
      ...(found.warnings ?? []),
      ...(unreadable > 0
        ? [
            `${unreadable} entries of Rootly could not be understood; who is on call may not be complete`,
          ]
        : []),
    ],
  };
}

/** Cuts a list into parts whose weights are together at most so much, each with at least one item. */
export function inParts<T>(
  items: readonly T[],
  most: number,
  weight: (item: T) => number = () => 1,
): T[][] {
  const parts: T[][] = [];
  let left = 0;
  for (const item of items) {
    const last = parts[parts.length - 1];
    if (last && weight(item) <= left) last.push(item);
    else {
      parts.push([item]);
      left = most;
    }
    left -= weight(item);
  }
  return parts;
}

/** Whether a rotation is there is told by lists: an address that is not there says that on-call is not. */
const closed = (account: string) =>
  new ProviderError(
    'forbidden',
    `Account "${account}" does not answer about on-call. Is On-Call part of the plan, and may the key read it?`,
  );

const HALVED = ['refused', 'too-much', 'endless'];
/** How often a part that is refused may be halved in one read: else every id would be asked for alone. */
const MOST_SPLITS = 64;

/**
 * Reads parts one after the other. A part that is refused or too much is halved, down to the item that is to blame.
 *
 * @param fail - makes failures of the items of a part that cannot be read
 * @throws whatever is not about one rotation
 */
export async function* readParts<T, R>(
  { account }: Pick<ReadContext, 'account'>,
  parts: readonly (readonly T[])[],
  read: (part: readonly T[]) => Promise<readonly R[]>,
  fail: (part: readonly T[], error: ProviderError) => readonly R[],
): AsyncIterable<R> {
  const waiting = [...parts];
  let splits = MOST_SPLITS;
  for (let part = waiting.shift(); part; part = waiting.shift()) {
    try {
      yield* await read(part);
    } catch (error) {
      if (!concernsOneRotation(error)) throw error;
      if (part.length > 1 && splits > 0 && HALVED.includes(error.failure)) {
        splits -= 1;
        const half = Math.ceil(part.length / 2);
        waiting.unshift(part.slice(0, half), part.slice(half));
      } else {
        const gone = error.failure === 'not-found';
        yield* fail(part, gone ? closed(account) : error);
      }
    }
  }
}
