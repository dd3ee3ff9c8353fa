import { DAY, HOUR } from '../../testUtils';
import { ledger, LedgerDay, LedgerInput, LedgerSpend } from './ledger';

/** Midnight of the first day of a window of four. */
const START = Date.parse('2026-11-01T00:00:00Z');

const day = (index: number, bad: number | null): LedgerDay => ({
  day: `2026-11-0${index + 1}`,
  from: START + index * DAY,
  to: START + (index + 1) * DAY,
  bad,
});

const days = (...bad: (number | null)[]) =>
  bad.map((count, index) => day(index, count));

/** From and to in hours since the beginning; budgets are 1,000 events. */
const spend = (
  incidentId: string,
  from: number,
  to: number,
  bad: number | null,
): LedgerSpend => ({
  incidentId,
  title: incidentId,
  from: START + from * HOUR,
  to: START + to * HOUR,
  bad,
  share: bad === null ? null : bad / 1000,
});

const input = (changed: Partial<LedgerInput> = {}): LedgerInput => {
  const given = changed.days ?? days(100, 0, 0, 0);
  const bad = given.reduce((sum, each) => sum + (each.bad ?? 0), 0);
  return {
    window: { from: START, to: START + 4 * DAY },
    budget: 1000,
    spent: bad / 1000,
    days: given,
    spends: [],
    corrections: [],
    ...changed,
  };
};

const totals = (changed: Partial<LedgerInput>) => {
  const { explained, unexplained } = ledger(input(changed));
  return [explained, unexplained];
};

const near = (value: number) => expect.closeTo(value, 9);

describe('what is explained and what is not', () => {
  it.each<[string, Partial<LedgerInput>, number, number]>([
    ['nothing without incidents', {}, 0, 0.1],
    ['all by one incident', { spends: [spend('A', 1, 2, 100)] }, 0.1, 0],
    ['a part', { spends: [spend('A', 1, 2, 60)] }, 0.06, 0.04],
    [
      'never more than the day had',
      { spends: [spend('A', 1, 2, 500)] },
      0.1,
      0,
    ],
    [
      'never what another day had',
      { days: days(10, 90), spends: [spend('A', 1, 2, 50)] },
      0.01,
      0.09,
    ],
    [
      'of a longer one where the shorter one was not',
      {
        days: days(60, 100),
        spends: [spend('A', 20, 28, 100), spend('B', 20, 24, 60)],
      },
      0.1,
      0.06,
    ],
    [
      'by two apart',
      { spends: [spend('A', 1, 2, 60), spend('B', 3, 4, 30)] },
      0.09,
      0.01,
    ],
    [
      'by two of the same time, once',
      { spends: [spend('A', 1, 2, 60), spend('B', 1, 2, 60)] },
      0.06,
      0.04,
    ],
    [
      'by one within another, once',
      { spends: [spend('A', 0, 6, 70), spend('B', 1, 2, 60)] },
      0.07,
      0.03,
    ],
    [
      'by two that overlap in a half, of which a half is counted once',
      { spends: [spend('A', 0, 2, 40), spend('B', 1, 3, 40)] },
      0.06,
      0.04,
    ],
    [
      'over midnight, where the bad events were',
      { days: days(100, 5), spends: [spend('A', 23, 25, 100)] },
      (100 * 100) / 105 / 1000 + (100 * 5) / 105 / 1000,
      0.105 - 0.1,
    ],
    [
      'over midnight, as far as each day goes',
      { days: days(100, 0), spends: [spend('A', 23, 25, 100)] },
      0.1,
      0,
    ],
    [
      'nothing by one that was not measured',
      { spends: [spend('A', 1, 2, null)] },
      0,
      0.1,
    ],
    [
      'nothing by one on a day without data',
      { days: days(100, null), spends: [spend('A', 25, 26, 50)] },
      0,
      0.1,
    ],
    [
      'only what lies in the window',
      {
        window: { from: START + 12 * HOUR, to: START + 4 * DAY },
        spent: 0.05,
        spends: [spend('A', 0, 12, 50)],
      },
      0,
      0.05,
    ],
    [
      'never more than was spent, whatever days say',
      { spent: 0.03, spends: [spend('A', 1, 2, 90)] },
      0.03,
      0,
    ],
    [
      'more than all of it',
      { days: days(3000), spends: [spend('A', 1, 2, 2000)] },
      2,
      1,
    ],
  ])('%s', (_, changed, explained, unexplained) => {
    expect(totals(changed)).toEqual([near(explained), near(unexplained)]);
  });

  it.each<[string, Partial<LedgerInput>]>([
    ['what was spent', { spent: null }],
    ['the budget', { budget: null }],
    ['any budget, at 100 %', { budget: 0 }],
  ])('is unknown without %s', (_, changed) => {
    expect(totals(changed)).toEqual([null, null]);
  });
});

describe('the lines', () => {
  const lines = (changed: Partial<LedgerInput>) =>
    ledger(input(changed)).lines.map(
      ({ kind, title, bad, share }) =>
        `${kind} ${title}: ${bad} ${share === null ? '?' : share.toFixed(3)}`,
    );

  it('are incidents, corrections and days, the newest first', () => {
    const changed: Partial<LedgerInput> = {
      days: days(100, 20, 0, 7),
      spends: [spend('A', 1, 2, 60), spend('B', 1.5, 3, 10)],
      corrections: [
        {
          title: 'Maintenance',
          from: START + 30 * HOUR,
          to: START + 31 * HOUR,
          bad: 50,
        },
        { title: 'Unknown', from: START, to: START + 1, bad: null },
      ],
    };
    expect(lines(changed)).toEqual([
      'unexplained Outside of incidents on 2026-11-04: 7 0.007',
      'correction Maintenance: 50 -0.050',
      'unexplained Outside of incidents on 2026-11-02: 20 0.020',
      'incident B: 10 0.010',
      'incident A: 60 0.060',
      'unexplained Outside of incidents on 2026-11-01: 40 0.040',
      'correction Unknown: null ?',
    ]);
  });

  it('tell what a correction gave back', () => {
    const correction = (title: string, bad: number | null, index = 1) => ({
      title,
      from: START + index * DAY,
      to: START + index * DAY + HOUR,
      bad,
    });
    const shares = (corrections: LedgerInput['corrections']) =>
      ledger(input({ days: [], corrections, givenBack: 0.2 })).lines.map(
        ({ share }) => share,
      );
    const past = correction('Past', null, -9);
    expect({
      measured: shares([correction('A', 50)]),
      alone: shares([correction('A', null), past]),
      together: shares([correction('A', null), correction('B', null)]),
    }).toEqual({ measured: [-0.05], alone: [-0.2], together: [null, null] });
  });

  it('count an event for each incident that overlaps', () => {
    const spends = [spend('A', 1, 2, 100), spend('B', 1, 2, 100)];
    expect(lines({ spends })).toEqual([
      'incident A: 100 0.100',
      'incident B: 100 0.100',
    ]);
  });

  it('tell of what was not measured', () => {
    expect(lines({ days: days(0), spends: [spend('A', 1, 2, null)] })).toEqual([
      'incident A: null ?',
    ]);
  });

  it('leave out what is past', () => {
    const past = { from: START - 2 * HOUR, to: START };
    expect(
      lines({
        days: [day(-1, 500), ...days(0)],
        spends: [spend('A', -2, 0, 9)],
        corrections: [{ title: 'Old', ...past, bad: 1 }],
      }),
    ).toEqual([]);
  });

  it('have a part of the day in which the window begins', () => {
    const window = { from: START + 6 * HOUR, to: START + 4 * DAY };
    const { lines: found } = ledger(input({ window, spent: 0.075 }));
    expect(found).toEqual([
      expect.objectContaining({ from: window.from, bad: 75 }),
    ]);
  });

  it('have all so far of the day that goes on', () => {
    const now = START + 6 * HOUR;
    const { lines: found } = ledger(
      input({ window: { from: START - 3 * DAY, to: now }, days: [day(0, 40)] }),
    );
    expect(found).toEqual([
      expect.objectContaining({ from: START, to: now, bad: 40 }),
    ]);
  });

  it('name the review items that they are about', () => {
    const { lines: found } = ledger(
      input({
        days: days(100, 50),
        spends: [spend('A', 1, 2, 60), spend('B', 3, 4, 40)],
        reviews: [
          { id: 'blind', incidentId: 'A', from: START, to: START + DAY },
          {
            id: 'dark',
            incidentId: null,
            from: START + DAY,
            to: START + 2 * DAY,
          },
        ],
      }),
    );
    expect(found.map(({ kind, reviewId }) => `${kind} ${reviewId}`)).toEqual([
      'unexplained dark',
      'incident null',
      'incident blind',
    ]);
  });
});
