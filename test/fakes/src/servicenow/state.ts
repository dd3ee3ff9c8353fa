/** Text, or what is kept and what is shown. Empty text: nothing. */
export type ServicenowValue =
  | string
  | { readonly value: string; readonly shown: string };

/** A record, by its columns; names with a dot are those of a record that it points to. */
export type ServicenowRecord = Readonly<Record<string, ServicenowValue>>;

/** A time as tables hold it: UTC, in whole seconds. */
export const servicenowTime = (ms: number): string =>
  new Date(ms).toISOString().slice(0, 19).replace('T', ' ');

/** An id as the instance makes them. */
export const servicenowId = (count: number): string =>
  count.toString(16).padStart(32, '0');

/** The id of something that is told by its name only. */
export const servicenowIdOf = (name: string): string =>
  Buffer.from(name).toString('hex').padStart(32, 'a').slice(-32);

export const kept = (value: ServicenowValue | undefined): string =>
  typeof value === 'object' ? value.value : value ?? '';

/** As an answer tells a record, both what is kept and what is shown. */
export const cellsOf = (
  record: ServicenowRecord,
  columns: readonly string[],
): object =>
  Object.fromEntries(
    columns
      .filter(name => name in record)
      .map(name => {
        const value = record[name];
        const shown = typeof value === 'object' ? value.shown : value;
        return [name, { value: kept(value), display_value: shown }];
      }),
  );
