import { Settings } from 'luxon';
import { dayField, endOfDay, localField, timeText, utcText } from './times';

beforeEach(() => {
  Settings.defaultZone = 'Europe/Berlin';
});
afterEach(() => {
  Settings.defaultZone = 'system';
});

describe('times of fields', () => {
  it.each([
    ['2026-11-21T14:05:33Z', '2026-11-21T15:05'],
    ['2026-11-21T23:30:00Z', '2026-11-22T00:30'],
    [null, ''],
    ['soon', ''],
  ])('%s is shown as "%s"', (iso, field) => {
    expect(localField(iso)).toBe(field);
    expect(dayField(iso)).toBe(field.slice(0, 10));
  });

  it.each([
    ['2026-11-21', '2026-11-21T22:59:59Z'],
    ['2026-07-01', '2026-07-01T21:59:59Z'],
    ['', null],
    ['31.12.', null],
  ])('what is due on "%s" is late after %s', (field, iso) => {
    expect(endOfDay(field)).toBe(iso);
  });

  it('are told in the zone of the reader and in UTC', () => {
    expect(timeText('2026-11-21T14:05:33Z')).toBe('21 Nov 2026, 15:05');
    expect(utcText('2026-11-21T15:05:33+01:00')).toBe('21 Nov 2026, 14:05 UTC');
  });
});
