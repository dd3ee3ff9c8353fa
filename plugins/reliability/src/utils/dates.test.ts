import { dayText, durationText } from './dates';

const HOUR = 60 * 60 * 1000;

describe('dayText', () => {
  it.each([
    ['2026-12-01', 'Dec 1, 2026'],
    ['2026-05-03T10:00:00Z', 'May 3, 2026'],
    ['soon', 'soon'],
  ])('writes %s as %s', (iso, text) => expect(dayText(iso)).toBe(text));
});

describe('durationText', () => {
  it.each([
    [7 * 24 * HOUR, '7 days'],
    [7 * 24 * HOUR + 5 * HOUR, '7 days'],
    [24 * HOUR, '1 day'],
    [12 * HOUR, '12 hours'],
    [HOUR / 2, '30 minutes'],
    [1, '1 minute'],
  ])('writes %i ms as %s', (ms, text) => expect(durationText(ms)).toBe(text));
});
