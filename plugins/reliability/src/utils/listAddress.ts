/** The pages that a list can be cut into. */
export const pageSizes = [25, 50, 100] as const;

/** The value if it is one of those that make sense, else the usual one. */
export const oneOf = <T extends string>(
  values: readonly T[],
  text: string | null,
  usual: T,
): T => values.find(value => value === text) ?? usual;

/** Each value of a filter once. */
export const valuesOf = (search: URLSearchParams, name: string): string[] => [
  ...new Set(search.getAll(name).filter(value => value !== '')),
];

/** The part of a page that an address says; a page after the first needs the cursor that leads to it. */
export function placeIn(search: URLSearchParams, usualSize: number) {
  const cursor = search.get('cursor') || undefined;
  const page = Math.floor(Number(search.get('page')));
  const limit = pageSizes.find(size => String(size) === search.get('limit'));
  return {
    q: search.get('q')?.slice(0, 200) ?? '',
    limit: limit ?? usualSize,
    page: cursor && page > 1 ? page : 1,
    cursor: page > 1 ? cursor : undefined,
  };
}
