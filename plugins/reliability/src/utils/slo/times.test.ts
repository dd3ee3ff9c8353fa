import { Settings } from 'luxon';
import { localToIso, rangeText } from './times';

beforeEach(() => {
  Settings.defaultZone = 'Europe/Warsaw';
});
afterEach(() => {
  Settings.defaultZone = 'system';
});

it.each([
  ['2026-11-10T03:00', '2026-11-10T02:00:00Z'],
  ['2026-07-10T03:00', '2026-07-10T01:00:00Z'],
  ['', undefined],
  ['tomorrow', undefined],
])('the field with "%s" means %s', (value, expected) => {
  expect(localToIso(value)).toBe(expected);
});

it('says the date once where both times are of one day', () => {
  expect(rangeText('2026-11-10T02:00:00Z', '2026-11-10T03:00:00Z')).toMatch(
    /^Nov 10, 2026, 3:00.–.4:00.AM$/,
  );
});
