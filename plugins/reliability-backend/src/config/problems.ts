/** What is wrong with the configuration, each with the path of its key. */
export type Problems = string[];

/** The section of app-config. */
export const KEY = 'reliability';

/** Problems of ids that are there before. */
export function repeated(
  ids: readonly string[],
  at: (index: number) => string,
): Problems {
  return ids
    .map((id, index) => ({ id, index }))
    .filter(({ id, index }) => ids.indexOf(id) !== index)
    .map(({ id, index }) => `${at(index)}: "${id}" is used twice`);
}
