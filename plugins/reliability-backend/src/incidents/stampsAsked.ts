import { InputError } from '@backstage/errors';
import {
  StampName,
  stampNames,
  stampProblems,
  stampProblemText,
} from '@plimsoll/backstage-plugin-reliability-common';

/** Stamps as a request gives them; null takes one away. */
export type StampsGiven = Readonly<Partial<Record<StampName, string | null>>>;

/** Milliseconds since the epoch; null takes one away. */
export type StampTimes = Readonly<Partial<Record<StampName, number | null>>>;

type Times = Readonly<Partial<Record<StampName, { readonly at: number }>>>;

/** The first thing that is wrong, in words; undefined: nothing. */
export function stampProblem(
  stamps: Times,
  now: number,
  concerns: (name: StampName) => boolean = () => true,
): string | undefined {
  const early = stampNames.find(
    name => concerns(name) && (stamps[name]?.at ?? 0) < 0,
  );
  if (early) return `stamps.${early}: is before 1970`;
  // What its provider says in a wrong order is no fault of whoever sets another stamp.
  const problem = stampProblems(stamps, now).find(found =>
    found.kind === 'future'
      ? concerns(found.stamp)
      : concerns(found.earlier) || concerns(found.later),
  );
  if (!problem) return undefined;
  const field = problem.kind === 'future' ? problem.stamp : problem.later;
  return `stamps.${field}: ${stampProblemText(problem)}`;
}

/**
 * @param concerns - the stamps that somebody sets
 * @throws InputError that names the stamps, when they stand in the wrong order or in the future
 */
export function requireSoundStamps(
  stamps: Times,
  now: number,
  concerns?: (name: StampName) => boolean,
): void {
  const problem = stampProblem(stamps, now, concerns);
  if (problem) throw new InputError(problem);
}

/** The times of stamps that were given. */
export const stampTimes = (given: StampsGiven): StampTimes =>
  Object.fromEntries(
    stampNames.flatMap(name => {
      const time = given[name];
      if (time === undefined) return [];
      return [[name, time === null ? null : Date.parse(time)]];
    }),
  );
