import { incidentIdOf, spread, timeOf } from './times';

const SINCE = Date.parse('2026-11-21T12:00:00Z');

describe('a time of the story', () => {
  it.each([
    ['12d 09:05', '2026-11-09T09:05:00.000Z'],
    ['0d 00:00', '2026-11-21T00:00:00.000Z'],
    ['40m', '2026-11-21T11:20:00.000Z'],
    ['20h', '2026-11-20T16:00:00.000Z'],
  ])('%s is %s', (when, expected) => {
    expect(new Date(timeOf(when, SINCE)).toISOString()).toBe(expected);
  });

  it.each(['yesterday', '12d', '9:05', '5w', ''])('is not "%s"', when => {
    expect(() => timeOf(when, SINCE)).toThrow('no time of the demo');
  });
});

it('spreads texts evenly, each always to the same place', () => {
  const places = Array.from({ length: 400 }, (_, index) => spread(`x${index}`));
  const inFirstQuarter = places.filter(place => place < 0.25).length;
  expect(inFirstQuarter).toBeGreaterThan(70);
  expect(inFirstQuarter).toBeLessThan(130);
  expect(spread('x1')).toBe(places[1]);
});

it.each([
  ['pagerduty:Q1', 'pagerduty:Q1'],
  ['portal:GATE-11', 'portal:GATE-11'],
  ['firehydrant:23', 'firehydrant:00000000-0000-4000-8000-000000000023'],
])('%s is kept as %s', (written, id) => {
  expect(incidentIdOf(written)).toBe(id);
});
