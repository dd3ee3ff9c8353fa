import { CampaignDayTotals, idealLine, projectCampaign } from './burnUp';

const day = (
  date: string,
  done: number,
  changed: Partial<CampaignDayTotals> = {},
): CampaignDayTotals => ({
  day: date,
  total: 20,
  done,
  exempt: 0,
  unknown: 0,
  ...changed,
});

describe('the projection', () => {
  it.each<[string, CampaignDayTotals[], string, object]>([
    ['says nothing without a day', [], '2027-03-31', { kind: 'empty' }],
    [
      'says nothing of no services',
      [day('2027-03-01', 0, { total: 0 })],
      '2027-03-31',
      { kind: 'empty' },
    ],
    [
      'is done when all are done or exempt',
      [day('2027-03-01', 18, { exempt: 2 })],
      '2027-03-31',
      { kind: 'done' },
    ],
    [
      'is not done while some are unknown',
      [day('2027-03-01', 18, { unknown: 2 })],
      '2027-03-31',
      { kind: 'too-early', days: 0, needed: 7 },
    ],
    [
      'waits for seven days',
      [day('2027-03-01', 2), day('2027-03-07', 8)],
      '2027-03-31',
      { kind: 'too-early', days: 6, needed: 7 },
    ],
    [
      'has no pace where nothing became done',
      [day('2027-03-01', 8), day('2027-03-10', 8)],
      '2027-03-31',
      { kind: 'no-pace', left: 12, days: 9 },
    ],
    [
      'has no pace where services fell back',
      [day('2027-03-01', 8), day('2027-03-10', 5)],
      '2027-03-31',
      { kind: 'no-pace', left: 15, days: 9 },
    ],
    [
      'is in time on the last day itself',
      [day('2027-03-01', 0), day('2027-03-11', 5)],
      '2027-04-10',
      {
        kind: 'on-time',
        doneOn: '2027-04-10',
        left: 15,
        perWeek: 3.5,
        days: 10,
      },
    ],
    [
      'is late by a day, and says how many are missing then',
      [day('2027-03-01', 0), day('2027-03-11', 5)],
      '2027-04-09',
      {
        kind: 'late',
        doneOn: '2027-04-10',
        left: 15,
        short: 1,
        perWeek: 3.5,
        days: 10,
      },
    ],
    [
      'looks at the last 14 days only',
      [day('2027-01-01', 0), day('2027-02-15', 10), day('2027-03-01', 12)],
      '2027-03-08',
      {
        kind: 'late',
        doneOn: '2027-04-26',
        left: 8,
        short: 7,
        perWeek: 1,
        days: 14,
      },
    ],
    [
      'is short of all that is left once the last day is over',
      [day('2027-03-01', 0), day('2027-03-15', 14)],
      '2027-03-10',
      {
        kind: 'late',
        doneOn: '2027-03-21',
        left: 6,
        short: 6,
        perWeek: 7,
        days: 14,
      },
    ],
    [
      'names no day that nobody will see',
      [
        day('2027-03-01', 0, { total: 9000 }),
        day('2027-03-15', 1, { total: 9000 }),
      ],
      '2027-03-31',
      {
        kind: 'late',
        doneOn: null,
        left: 8999,
        short: 8998,
        perWeek: 0.5,
        days: 14,
      },
    ],
  ])('%s', (_, days, dueAt, expected) => {
    expect(projectCampaign(days, dueAt)).toEqual(expected);
  });
});

describe('the ideal line', () => {
  it('goes from what was done to all that is not exempt on the last day', () => {
    const days = [
      day('2027-03-01', 4),
      day('2027-03-02', 5, { total: 22, exempt: 3 }),
    ];
    expect(idealLine(days, '2027-03-31')).toEqual([
      { day: '2027-03-01', done: 4 },
      { day: '2027-03-31', done: 19 },
    ]);
  });

  it.each([
    ['nothing was measured', [], '2027-03-31'],
    [
      'the first measure is of the last day',
      [day('2027-03-31', 1)],
      '2027-03-31',
    ],
  ])('is none where %s', (_, days, dueAt) => {
    expect(idealLine(days, dueAt)).toEqual([]);
  });
});
