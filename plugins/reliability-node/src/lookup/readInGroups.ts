import { RotationRef } from '@plimsoll/backstage-plugin-reliability-common';
import { concernsOneRotation } from '../http/ProviderError';
import { RotationFailure, RotationReading } from '../oncallProvider';

/** How the rotations of one group are read. @public */
export interface RotationGroup<T> {
  /** What is known of one rotation; asked for all rotations of the group at the same time. */
  readonly read: (ref: RotationRef) => Promise<T>;
  /** Adds what is asked for together, such as e-mail addresses, and gives the readings. */
  readonly finish: (drafts: readonly T[]) => Promise<RotationReading[]>;
}

/** @public */
export interface ReadInGroupsOptions<T> {
  /** Rotations that are read at the same time and are in memory together. */
  readonly size: number;
  /** Called for each group. */
  readonly begin: () => RotationGroup<T>;
}

/**
 * Reads rotations of a provider that has no call for many of them. An error that concerns one rotation becomes
 * its failure; any other ends the read, after what the group has read till then was given.
 *
 * @public
 */
export async function* readInGroups<T>(
  refs: readonly RotationRef[],
  { size, begin }: ReadInGroupsOptions<T>,
): AsyncIterable<RotationReading | RotationFailure> {
  for (let start = 0; start < refs.length; start += size) {
    const group = refs.slice(start, start + size);
    const { read, finish } = begin();
    const settled = await Promise.allSettled(group.map(read));
    const drafts: T[] = [];
    let broken: { readonly error: unknown } | undefined;
    for (const [index, each] of settled.entries()) {
      if (each.status === 'fulfilled') {
        drafts.push(each.value);
      } else if (concernsOneRotation(each.reason)) {
        yield { kind: 'failure', ref: group[index], error: each.reason };
      } else {
        broken ??= { error: each.reason };
      }
    }
    if (drafts.length > 0) yield* await finish(drafts);
    if (broken) throw broken.error;
  }
}
