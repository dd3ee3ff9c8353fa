import { InputError } from '@backstage/errors';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/**
 * When something of the story happened, in milliseconds since the epoch: `12d 09:05` is so many days before the day on
 * which the story begins, at that time of the day (UTC); `40m` and `20h` are before its very beginning.
 *
 * @throws InputError for another form
 */
export function timeOf(when: string, since: number): number {
  const [, days, hour, minute] = /^(\d+)d (\d\d):(\d\d)$/.exec(when) ?? [];
  if (days) {
    const day = Math.floor(since / DAY) * DAY;
    return (
      day - Number(days) * DAY + Number(hour) * HOUR + Number(minute) * MINUTE
    );
  }
  const [, count, unit] = /^(\d+)([mh])$/.exec(when) ?? [];
  if (count) return since - Number(count) * (unit === 'h' ? HOUR : MINUTE);
  throw new InputError(`"${when}" is no time of the demo, such as 12d 09:05`);
}

/** 0 to 1, always the same for the same text. */
export function spread(text: string): number {
  let mixed = 17;
  for (const letter of text) {
    mixed = (Math.imul(mixed, 31) + letter.charCodeAt(0)) | 0;
  }
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca77);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae3d);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}

/** FireHydrant gives out such ids; numbers are those of the incidents. */
export const majorId = (number: number): string =>
  `00000000-0000-4000-8000-${`${number}`.padStart(12, '0')}`;

/** The id of an incident in the portal; the file names those of FireHydrant by their numbers. */
export function incidentIdOf(written: string): string {
  const [account, id] = written.split(':');
  return account === 'firehydrant'
    ? `${account}:${majorId(Number(id))}`
    : written;
}
