import { DemoOncall, DemoStranger } from './readDemoOncall';

const capital = (word: string) => `${word[0].toUpperCase()}${word.slice(1)}`;

/** Who a name stands for: a User of the catalog, unless the file says otherwise. */
export const personOf = (
  { strangers }: Pick<DemoOncall, 'strangers'>,
  name: string,
): DemoStranger =>
  strangers[name] ?? {
    name: name.split('.').map(capital).join(' '),
    email: `${name}@example.com`,
  };

/** Everybody who takes a turn or stands in somewhere; levels name people too. */
export function namesIn({
  schedules,
  pagerduty,
  opsgenie,
}: DemoOncall): string[] {
  const planned = Object.values(schedules).flatMap(
    ({ turns, changes = [] }) => [
      ...turns,
      ...changes.flatMap(({ person }) => person ?? []),
    ],
  );
  const direct = [...pagerduty, ...opsgenie]
    .flatMap(({ levels }) => levels.flat())
    .filter(target => !(target in schedules));
  return [...new Set([...planned, ...direct])];
}

/** An id of letters and digits, as vendors give them out. */
export const idOf = (prefix: string, name: string): string =>
  `${prefix}${name.toUpperCase().replace(/[^A-Z0-9]/g, '')}`;
