import { inParallel } from './inParallel';

/** How single incidents are asked for. @public */
export interface ReadEachOptions<T> {
  /** What an id of the provider looks like; one that does not is never asked for. */
  readonly wanted: RegExp;
  /** Requests at the same time; default: 1. */
  readonly width?: number;
  /** Reads one; undefined: it is not there. See `unlessNotFound`. */
  read(id: string): Promise<T | undefined>;
}

/**
 * Reads incidents one by one, for `IncidentProvider.readSome`.
 *
 * @returns answers in the order of the ids, and ids of those that are not there
 * @throws ProviderError when one cannot be read
 * @public
 */
export async function readEach<T>(
  ids: readonly string[],
  { wanted, width = 1, read }: ReadEachOptions<T>,
): Promise<{ readonly found: T[]; readonly gone: string[] }> {
  const answers = await inParallel(ids, width, async id =>
    wanted.test(id) ? read(id) : undefined,
  );
  return {
    found: answers.flatMap(answer => (answer === undefined ? [] : [answer])),
    gone: ids.filter((_, index) => answers[index] === undefined),
  };
}
