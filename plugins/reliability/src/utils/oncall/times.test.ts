import { Settings } from 'luxon';
import {
  hoursBetween,
  hoursText,
  momentText,
  relativeTo,
  stretchText,
} from './times';

describe('times of on-call', () => {
  beforeEach(() => {
    Settings.defaultZone = 'Europe/Berlin';
  });
  afterEach(() => {
    Settings.defaultZone = 'system';
  });

  it('are those of the zone of the reader', () => {
    expect(momentText('2026-11-28T08:00:00Z')).toBe('Sat 28 Nov 09:00');
  });

  it.each([
    [
      'within a day',
      '2026-11-28T08:00:00Z',
      '2026-11-28T16:00:00Z',
      'Sat 28 Nov 09:00–17:00',
    ],
    [
      'until midnight',
      '2026-11-28T08:00:00Z',
      '2026-11-28T23:00:00Z',
      'Sat 28 Nov 09:00–24:00',
    ],
    [
      'over midnight',
      '2026-11-28T08:00:00Z',
      '2026-11-29T08:00:00Z',
      'Sat 28 Nov 09:00 – Sun 29 Nov 09:00',
    ],
  ])('say a stretch %s', (_, from, to, text) => {
    expect(stretchText(from, to)).toBe(text);
  });

  it.each([
    [8, '8 h'],
    [7.5, '7.5 h'],
    [0.333, '20 min'],
    [0.999, '1 h'],
    [168, '168 h'],
  ])('say %s hours as %s', (hours, text) => {
    expect(hoursText(hours)).toBe(text);
  });

  it('count the hour that a clock change takes', () => {
    // Clocks in Berlin go from 02:00 to 03:00 on 29 March 2026.
    expect(
      hoursBetween('2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00'),
    ).toBe(23);
  });

  it('are told from the time that the answer stands for', () => {
    expect(relativeTo('2026-11-22T09:00:00Z', '2026-11-20T09:00:00Z')).toBe(
      'in 2 days',
    );
  });
});
