import {
  calendar,
  days,
  event,
  readingOf,
  shown,
} from './__testUtils__/calendar';

const WEEK = days('2026-07-06', '2026-07-13');

const shift = (title: string, from: number, to: number) =>
  event(
    `DTSTART:202607${`${from}`.padStart(2, '0')}T000000Z`,
    `DTEND:202607${`${to}`.padStart(2, '0')}T000000Z`,
    `SUMMARY:${title}`,
  );

const read = (...events: string[][]) =>
  shown(readingOf(calendar(...events), WEEK)).map(line =>
    line.replace(/2026-07-|T00:00Z/g, ''),
  );

it('lets a higher priority stand in for a lower one', () => {
  expect(read(shift('Ana', 6, 13), shift('[L1] Bo', 8, 9))).toEqual([
    '06 08 Ana',
    '08 09 Bo',
    '09 13 Ana',
  ]);
});

it('has two people at once where nothing says who goes first', () => {
  expect(read(shift('Ana', 6, 13), shift('Bo', 8, 9))).toEqual([
    '06 13 Ana',
    '08 09 Bo',
  ]);
});

it('lets nobody stand in for somebody', () => {
  expect(read(shift('Ana', 6, 13), shift('[L9] nobody', 8, 9))).toEqual([
    '06 08 Ana',
    '08 09 (nobody)',
    '09 13 Ana',
  ]);
});

it('makes levels of them where the expression of the feed does', () => {
  const reading = readingOf(
    calendar(shift('[L1] Ana', 6, 13), shift('[L2] Bo', 8, 9)),
    WEEK,
    { person: /^\[L(?<level>\d)\] (?<person>.*)$/u },
  );
  expect(shown(reading)).toEqual([
    '2026-07-06T00:00Z 2026-07-13T00:00Z Ana at 1',
    '2026-07-08T00:00Z 2026-07-09T00:00Z Bo at 2',
  ]);
});
