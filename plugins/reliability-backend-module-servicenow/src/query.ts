/** Conditions of an encoded query; a caret of a value is doubled and ends none. */
const conditionsOf = (query: string): string[] =>
  query.split(/(?<!\^)\^(?!\^)/);

const CONDITION = /^(?:OR)?([a-z][a-z0-9_.]*)(?=[=!<>A-Z])/;

/** Parts that would end the conditions that are put before, or change the order. */
const FOREIGN = /^(?:NQ|ORDERBY|GROUPBY|EQ|RLQUERY|ENDRLQUERY)/;

/** Columns that a query asks about. */
export const fieldsOfQuery = (query: string): string[] => [
  ...new Set(
    conditionsOf(query).flatMap(part => CONDITION.exec(part)?.[1] ?? []),
  ),
];

/** What is wrong with the conditions of an administrator; undefined: nothing. The answer does not repeat them. */
export function queryProblem(query: string): string | undefined {
  const parts = conditionsOf(query);
  if (parts.some(part => FOREIGN.test(part))) {
    return 'expected conditions only, without ^NQ, ^EQ, ORDERBY, GROUPBY and related lists';
  }
  if (parts.some(part => !CONDITION.test(part)) || parts[0].startsWith('OR')) {
    return 'expected an encoded query, such as priority<=2^category=software';
  }
  return undefined;
}

/** A value in a condition cannot begin another one. */
export const escaped = (value: string): string => value.replace(/\^/g, '^^');

/** A condition that is met by one of some values. */
export const isOneOf = (field: string, values: readonly string[]): string =>
  `${field}IN${values.map(escaped).join(',')}`;

/** Conditions that all must be met. An `^OR` binds closer than the `^` between them. */
export const allOf = (...conditions: readonly (string | undefined)[]): string =>
  conditions.filter(Boolean).join('^');

/** A place in the order of changes. */
export interface ChangePlace {
  /** `sys_updated_on`, as it was told. */
  readonly at: string;
  /** `sys_id` of the last record of that second; empty: none of it was read. */
  readonly id: string;
}

/** What changed after a place, in the order of changes. */
export const changedAfter = ({ at, id }: ChangePlace): string =>
  allOf(
    `sys_updated_on>=${escaped(at)}`,
    id && `sys_updated_on>${escaped(at)}^ORsys_id>${escaped(id)}`,
  );

/** Oldest change first. */
export const IN_ORDER = 'ORDERBYsys_updated_on^ORDERBYsys_id';

/** A time as the table has it: UTC, without saying so. */
export const tableTime = (ms: number): string =>
  new Date(ms).toISOString().slice(0, 19).replace('T', ' ');

/** @returns milliseconds since the epoch; undefined when the text is no time of a table */
export function timeOfTable(text: string | undefined): number | undefined {
  const isTime = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text ?? '');
  const ms = isTime ? Date.parse(`${text?.replace(' ', 'T')}Z`) : NaN;
  return Number.isNaN(ms) ? undefined : ms;
}
