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

/** Of the values that are known, those that an address names. */
export const amongst = <T extends string>(
  known: readonly T[],
  search: URLSearchParams,
  name: string,
): T[] => {
  const asked = search.getAll(name);
  return known.filter(value => asked.includes(value));
};

/** The values of several filters. */
export const listsIn = <Name extends string>(
  search: URLSearchParams,
  names: readonly Name[],
) =>
  Object.fromEntries(
    names.map(name => [name, valuesOf(search, name)]),
  ) as Record<Name, string[]>;

/** What is searched for. */
export const textIn = (search: URLSearchParams): string =>
  search.get('q')?.slice(0, 200) ?? '';

/** The place in a list. */
export interface Place {
  limit: number;
  /** From 1. */
  page: number;
  /** Absent on the first page. */
  cursor?: string;
}

/** The place that an address says; a page after the first needs the cursor that leads to it. */
export function placeIn(search: URLSearchParams, usualSize: number): Place {
  const cursor = search.get('cursor') || undefined;
  const page = Math.floor(Number(search.get('page')));
  const limit = pageSizes.find(size => String(size) === search.get('limit'));
  return {
    limit: limit ?? usualSize,
    page: cursor && page > 1 ? page : 1,
    cursor: page > 1 ? cursor : undefined,
  };
}

/**
 * Writes an address in the order of the calls; what is usual is left out.
 * @param around - what stands in the address already and stays there
 */
export function addressWriter(
  around: readonly (readonly [string, string])[] = [],
) {
  const search = new URLSearchParams(around.map(pair => [...pair]));
  const put = (name: string, value: string | undefined, usual = '') => {
    if (value && value !== usual) search.set(name, value);
  };
  const putLists = <Name extends string>(
    params: Record<Name, readonly string[]>,
    names: readonly Name[],
  ) => {
    for (const name of names) {
      for (const value of params[name]) search.append(name, value);
    }
  };
  const putPlace = ({ limit, page, cursor }: Place, usualSize: number) => {
    put('limit', String(limit), String(usualSize));
    if (!cursor) return;
    put('page', String(page), '1');
    put('cursor', cursor);
  };
  return { search, put, putLists, putPlace };
}

/** The filters that hold anything, as the API wants them: an empty list would mean "none". */
export const filledLists = <T extends string, Name extends string>(
  params: Record<Name, readonly T[]>,
  names: readonly Name[],
) =>
  Object.fromEntries(
    names
      .filter(name => params[name].length > 0)
      .map(name => [name, [...params[name]]]),
  ) as Partial<Record<Name, T[]>>;
