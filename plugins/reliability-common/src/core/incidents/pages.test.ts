import { MINUTE, pageAt, personNamed } from '../../testUtils';
import { pageCounts, pageHours } from './pages';

const at = (text: string) => Date.parse(text);
const hoursAt = (text: string, timeZone?: string, company = 'UTC') =>
  pageHours({ at: at(text), timeZone }, company);

describe('a page comes', () => {
  it.each([
    ['at work on Friday at eight', '2026-11-20T08:00:00Z', 'working'],
    ['at night just before', '2026-11-20T07:59:59.999Z', 'sleep'],
    ['at work until six', '2026-11-20T17:59:59Z', 'working'],
    ['off at six', '2026-11-20T18:00:00Z', 'off'],
    ['off until ten', '2026-11-20T21:59:59Z', 'off'],
    ['at night from ten', '2026-11-20T22:00:00Z', 'sleep'],
    ['off on Saturday', '2026-11-21T12:00:00Z', 'off'],
    ['off on Sunday', '2026-11-22T08:00:00Z', 'off'],
    ['at night on Sunday', '2026-11-22T23:00:00Z', 'sleep'],
    ['at night on Monday', '2026-11-23T00:00:00Z', 'sleep'],
    ['at work on Monday', '2026-11-23T12:00:00Z', 'working'],
  ])('%s', (_, time, hours) => {
    expect(hoursAt(time)).toBe(hours);
  });
});

describe('by the clock of who was paged', () => {
  it.each([
    [
      'night in Los Angeles',
      '2026-11-20T12:00:00Z',
      'America/Los_Angeles',
      'sleep',
    ],
    ['evening in Kolkata', '2026-11-20T12:45:00Z', 'Asia/Kolkata', 'off'],
    [
      'Saturday already in Auckland',
      '2026-11-20T12:00:00Z',
      'Pacific/Auckland',
      'sleep',
    ],
    [
      'Friday still in Honolulu',
      '2026-11-21T00:00:00Z',
      'Pacific/Honolulu',
      'working',
    ],
    // In Berlin clocks went forward at 01:00Z on 29 March 2026, and go back at 01:00Z on 25 October.
    [
      'before clocks go forward',
      '2026-03-27T07:00:00Z',
      'Europe/Berlin',
      'working',
    ],
    [
      'a minute too early before',
      '2026-03-27T06:59:00Z',
      'Europe/Berlin',
      'sleep',
    ],
    [
      'after clocks went forward',
      '2026-03-30T06:00:00Z',
      'Europe/Berlin',
      'working',
    ],
    [
      'a minute too early after',
      '2026-03-30T05:59:00Z',
      'Europe/Berlin',
      'sleep',
    ],
    [
      'the last evening of summer',
      '2026-10-24T19:59:00Z',
      'Europe/Berlin',
      'off',
    ],
    [
      'the last night of summer',
      '2026-10-24T20:00:00Z',
      'Europe/Berlin',
      'sleep',
    ],
    [
      'the first evening of winter',
      '2026-10-25T20:59:00Z',
      'Europe/Berlin',
      'off',
    ],
    [
      'the first night of winter',
      '2026-10-25T21:00:00Z',
      'Europe/Berlin',
      'sleep',
    ],
    [
      'an hour that the clock shows twice',
      '2026-10-25T00:30:00Z',
      'Europe/Berlin',
      'sleep',
    ],
  ])('%s', (_, time, timeZone, hours) => {
    expect(hoursAt(time, timeZone)).toBe(hours);
  });

  it.each([
    ['whose zone nobody knows', undefined],
    ['whose zone no clock has', 'Mars/Olympus'],
  ])('or of the company for one %s', (_, timeZone) => {
    const noon = '2026-11-20T12:00:00Z';
    expect(hoursAt(noon, timeZone, 'Asia/Tokyo')).toBe('off');
    expect(hoursAt(noon, timeZone, 'Mars/Olympus')).toBe('working');
  });
});

const FRIDAY = at('2026-11-20T12:00:00Z');
const NIGHT = at('2026-11-20T03:00:00Z');
const counts = (...pages: ReturnType<typeof pageAt>[]) =>
  pageCounts(pages, { defaultZone: 'Europe/Berlin' });
const bob = { person: personNamed('Bob') };

describe('pages of an incident', () => {
  it('are none', () => {
    expect(counts()).toEqual({
      total: 0,
      afterHours: 0,
      sleepHours: 0,
      zoneUnknown: 0,
      unacknowledged: 0,
      withoutHuman: 0,
    });
  });

  it('count by hours, zone and what became of them', () => {
    const evening = at('2026-11-20T20:00:00Z');
    expect(
      counts(
        pageAt(NIGHT, { timeZone: 'Europe/Berlin', acknowledgedAt: NIGHT + 1 }),
        pageAt(evening, { timeZone: 'UTC' }),
        pageAt(FRIDAY, { acknowledgedAt: FRIDAY, autoResolved: true }),
        pageAt(FRIDAY, { ...bob, timeZone: 'Mars/Olympus' }),
      ),
    ).toEqual({
      total: 4,
      afterHours: 2,
      sleepHours: 1,
      zoneUnknown: 2,
      unacknowledged: 2,
      withoutHuman: 3,
    });
  });

  it.each([
    ['two calls within a minute', [0, 60_000], 1],
    ['two calls over a minute apart', [0, 60_001], 2],
    ['calls that go on, by the first of them', [0, 40_000, 80_000], 2],
    ['calls in any order', [80_000, 0, 40_000], 2],
  ])('%s', (_, times, total) => {
    expect(counts(...times.map(time => pageAt(FRIDAY + time))).total).toBe(
      total,
    );
  });

  it('are two for two people at one time', () => {
    expect(counts(pageAt(FRIDAY), pageAt(FRIDAY, bob)).total).toBe(2);
  });

  it('are not put together where nobody knows for whom', () => {
    const nobody = pageAt(FRIDAY, { person: null });
    expect(counts(nobody, nobody).total).toBe(2);
  });

  it('are acknowledged when one of the calls was', () => {
    const second = FRIDAY + MINUTE;
    expect(
      counts(
        pageAt(FRIDAY, { autoResolved: true }),
        pageAt(second, { acknowledgedAt: second, timeZone: 'UTC' }),
      ),
    ).toMatchObject({
      total: 1,
      unacknowledged: 0,
      withoutHuman: 0,
      zoneUnknown: 0,
    });
  });
});
