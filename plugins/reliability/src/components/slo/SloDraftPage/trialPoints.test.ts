import { DateTime, Settings } from 'luxon';
import { dryRunResponse } from '../../../testUtils';
import { alertSpans, midnights, trialPoints } from './trialPoints';

beforeEach(() => {
  Settings.defaultZone = 'Europe/Warsaw';
});
afterEach(() => {
  Settings.defaultZone = 'system';
});

const ms = (iso: string) => Date.parse(iso);

it.each([
  // The clocks were put back on 25 October.
  [
    '2026-10-24T12:00:00Z',
    '2026-10-27T12:00:00Z',
    ['10-25 00:00', '10-26 00:00', '10-27 00:00'],
  ],
  [
    '2026-11-01T12:00:00Z',
    '2026-11-11T12:00:00Z',
    ['11-02 00:00', '11-04 00:00', '11-06 00:00', '11-08 00:00', '11-10 00:00'],
  ],
  ['2026-11-01T12:00:00Z', '2026-11-01T18:00:00Z', []],
])('the axis from %s to %s names %j', (from, to, expected) => {
  expect(
    midnights(ms(from), ms(to)).map(time =>
      DateTime.fromMillis(time).toFormat('MM-dd HH:mm'),
    ),
  ).toEqual(expected);
});

it.each([7, 30, 90])('of %i days the axis names no more than fit', days => {
  const to = ms('2026-11-20T09:00:00Z');
  const { length } = midnights(to - days * 86_400_000, to);
  expect(length).toBeGreaterThanOrEqual(6);
  expect(length).toBeLessThanOrEqual(8);
});

it('budgets are percent, and what is not known stays so', () => {
  const [objective] = dryRunResponse().objectives;
  expect(trialPoints(objective).map(({ remaining }) => remaining)).toEqual([
    null,
    90,
    45,
    40,
  ]);
});

it('an alert that is still on reaches to the end', () => {
  const [{ alerts }] = dryRunResponse().objectives;
  const [objective] = dryRunResponse({
    alerts: [{ ...alerts[0], to: null }],
  }).objectives;
  expect(alertSpans(objective, 7)).toEqual([
    { severity: 'page', from: ms(alerts[0].from), to: 7 },
  ]);
});
