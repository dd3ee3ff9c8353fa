import { kept, ServicenowRecord } from './state';

type Condition = (record: ServicenowRecord) => boolean;

const PART = /^(OR)?([a-z][a-z0-9_.]*)(>=|<=|!=|=|>|<|IN|LIKE)(.*)$/s;

const HOLDS: Record<string, (held: string, wanted: string) => boolean> = {
  '=': (held, wanted) => held === wanted,
  '!=': (held, wanted) => held !== wanted,
  '>': (held, wanted) => held > wanted,
  '>=': (held, wanted) => held >= wanted,
  '<': (held, wanted) => held < wanted,
  '<=': (held, wanted) => held <= wanted,
  IN: (held, wanted) => wanted.split(',').includes(held),
  LIKE: (held, wanted) => held.includes(wanted),
};

/** Conditions that all must hold, each a list of which one must; undefined: it names a column that is not there. */
function conditionsOf(
  parts: readonly string[],
  columns: ReadonlySet<string>,
): (readonly Condition[] | undefined)[] {
  const all: (Condition[] | undefined)[] = [];
  for (const part of parts) {
    const [, or, column, operator, value] = PART.exec(part) ?? [];
    const wanted = value?.replace(/\^\^/g, '^');
    const isKnown = column && columns.has(column);
    const holds = isKnown
      ? (record: ServicenowRecord) =>
          HOLDS[operator](kept(record[column]), wanted)
      : undefined;
    if (or) all[all.length - 1]?.push(...(holds ? [holds] : []));
    else all.push(holds && [holds]);
  }
  return all;
}

/** Columns by which records are put in order, each downwards or not. */
const orderOf = (parts: readonly string[]) =>
  parts.flatMap(part => {
    const [, down, column] = /^ORDERBY(DESC)?(.*)$/.exec(part) ?? [];
    return column ? [{ column, sign: down ? -1 : 1 }] : [];
  });

/**
 * Records that an encoded query asks for, in its order. A condition about a column that is not there is left out, as
 * the vendor does it; or nothing is found, where the instance is set so.
 */
export function found(
  records: readonly ServicenowRecord[],
  query: string,
  columns: ReadonlySet<string>,
  isStrict: boolean,
): ServicenowRecord[] {
  const parts = query.split(/(?<!\^)\^(?!\^)/).filter(Boolean);
  const order = orderOf(parts);
  const conditions = conditionsOf(
    parts.filter(part => !part.startsWith('ORDERBY')),
    columns,
  );
  if (isStrict && conditions.includes(undefined)) return [];
  return records
    .filter(record =>
      conditions.every(some => !some || some.some(holds => holds(record))),
    )
    .sort((a, b) => {
      for (const { column, sign } of order) {
        const [left, right] = [kept(a[column]), kept(b[column])];
        if (left !== right) return left < right ? -sign : sign;
      }
      return 0;
    });
}
