/** What is there of a list. */
export const present = <T>(list: readonly (T | undefined)[]): T[] =>
  list.filter((each): each is T => each !== undefined);
