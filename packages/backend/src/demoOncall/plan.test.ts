import { planOf } from './plan';
import { DemoSchedule } from './readDemoOncall';

const SINCE = Date.parse('2026-11-21T12:00:00Z');
const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;

const schedule = (changed: Partial<DemoSchedule> = {}): DemoSchedule => ({
  title: 'Payments',
  turns: ['ada', 'bob'],
  ...changed,
});

const shown = (given: DemoSchedule, from = SINCE, to = SINCE + WEEK) =>
  planOf(given, SINCE)(from, to).map(
    ({ start, end, person = 'nobody' }) =>
      `${[start, end]
        .map(at => new Date(at).toISOString().slice(5, 16))
        .join('/')} ${person}`,
  );

describe('the plan of a schedule', () => {
  it('has turns with their real ends, whatever is asked for', () => {
    expect(shown(schedule(), SINCE, SINCE + HOUR)).toEqual([
      '11-16T09:00/11-23T09:00 bob',
    ]);
  });

  it('is there years later', () => {
    const later = SINCE + 300 * WEEK;
    expect(shown(schedule(), later, later + WEEK)).toHaveLength(2);
  });

  it.each<[string, Partial<DemoSchedule>['changes'], string[]]>([
    [
      'nobody on the next Saturday, which today is not',
      [{ on: 'saturday', from: '09:00', for: 'PT8H' }],
      ['11-28T09:00/11-28T17:00 nobody', '11-28T17:00/11-30T09:00 ada'],
    ],
    [
      'somebody else in three days',
      [{ on: 3, from: '20:00', for: 'PT11H', person: 'eve' }],
      ['11-24T20:00/11-25T07:00 eve', '11-25T07:00/11-30T09:00 ada'],
    ],
  ])('may have %s', (_, changes, last) => {
    expect(
      shown(schedule({ changes }), SINCE, SINCE + WEEK + 6 * HOUR).slice(-2),
    ).toEqual(last);
  });

  it('keeps to the clock on the wall', () => {
    const summer = Date.parse('2026-07-01T00:00:00Z');
    expect(shown(schedule(), summer, summer + 1)).toEqual([
      '06-29T08:00/07-06T08:00 bob',
    ]);
  });

  it('has hours', () => {
    const hours = [{ days: [1], from: '08:00', to: '18:00' }];
    expect(shown(schedule({ hours, at: '00:00' }))).toEqual([
      '11-23T08:00/11-23T18:00 ada',
    ]);
  });
});
