import { DAY, HOUR, MINUTE, NOW } from '../../testUtils';
import {
  blindSpots,
  DarkBurnInput,
  darkBurns,
  MeasuredSpend,
} from './budgetReviews';

const START = NOW - 3 * DAY;

const days = (...bad: (number | null)[]) =>
  bad.map((count, index) => ({
    day: `day ${index}`,
    from: START + index * DAY,
    to: START + (index + 1) * DAY,
    bad: count,
  }));

const span = (from: number, to: number) => ({
  from: START + from * HOUR,
  to: START + to * HOUR,
});

const found = (changed: Partial<DarkBurnInput>) =>
  darkBurns({
    now: NOW,
    days: days(50, 200, 10),
    spends: [],
    unmeasured: [],
    budget: 1000,
    leastShare: 0.1,
    ...changed,
  }).map(({ day, bad, share }) => `${day}: ${bad}, ${share.toFixed(2)}`);

describe('a dark burn', () => {
  it.each<[string, Partial<DarkBurnInput>, string[]]>([
    ['is a day without an incident', {}, ['day 1: 200, 0.20']],
    [
      'is a day of exactly the least share',
      { days: days(100, 99) },
      ['day 0: 100, 0.10'],
    ],
    [
      'is what incidents leave over',
      { spends: [{ ...span(25, 26), bad: 60 }] },
      ['day 1: 140, 0.14'],
    ],
    [
      'is none that incidents explain',
      { spends: [{ ...span(25, 26), bad: 150 }] },
      [],
    ],
    [
      'is none while an incident of the day is measured',
      { unmeasured: [span(30, 90)] },
      [],
    ],
    [
      'is there beside an incident of another day',
      { unmeasured: [span(1, 24)] },
      ['day 1: 200, 0.20'],
    ],
    [
      'is none of a day that goes on',
      { days: days(0, 0, 0, 900), now: NOW + 12 * HOUR },
      [],
    ],
    [
      'is a day that is just over',
      { days: days(0, 0, 900), now: NOW },
      ['day 2: 900, 0.90'],
    ],
    ['is none of a day without data', { days: days(null, null) }, []],
    ['is none without a budget', { budget: null }, []],
    ['is none of a budget of nothing', { budget: 0 }, []],
    [
      'is as large as somebody wants it',
      { leastShare: 0.2 },
      ['day 1: 200, 0.20'],
    ],
    ['is none below that', { leastShare: 0.21 }, []],
  ])('%s', (_, changed, expected) => {
    expect(found(changed)).toEqual(expected);
  });
});

const spend = (
  service: string,
  sloId: string,
  share: number | null,
  final = true,
): MeasuredSpend => ({
  entityRef: `component:default/${service}`,
  sloId,
  objectiveId: 'main',
  share,
  final,
});

const TEN_MINUTES = { from: NOW - 10 * MINUTE, to: NOW };

describe('a blind spot', () => {
  it.each<
    [
      string,
      boolean | null,
      { from: number; to: number },
      MeasuredSpend[],
      string[],
    ]
  >([
    [
      'is an SLO that did not feel it',
      true,
      TEN_MINUTES,
      [spend('pay', 'a', 0)],
      ['pay a 0'],
    ],
    [
      'is told by the SLO that felt most',
      true,
      TEN_MINUTES,
      [spend('pay', 'a', 0), spend('pay', 'b', 0.0009)],
      ['pay b 0.0009'],
    ],
    [
      'is none where one SLO felt it',
      true,
      TEN_MINUTES,
      [spend('pay', 'a', 0), spend('pay', 'b', 0.001)],
      [],
    ],
    [
      'is of each service for itself',
      true,
      TEN_MINUTES,
      [spend('pay', 'a', 0.5), spend('cart', 'b', 0), spend('stock', 'c', 0)],
      ['cart b 0', 'stock c 0'],
    ],
    [
      'waits for the last measurement',
      true,
      TEN_MINUTES,
      [spend('pay', 'a', 0), spend('pay', 'b', 0, false)],
      [],
    ],
    [
      'is not told by an SLO without data',
      true,
      TEN_MINUTES,
      [spend('pay', 'a', null)],
      [],
    ],
    [
      'is told by the others',
      true,
      TEN_MINUTES,
      [spend('pay', 'a', null), spend('pay', 'b', 0)],
      ['pay b 0'],
    ],
    [
      'is none where nobody felt it',
      false,
      TEN_MINUTES,
      [spend('pay', 'a', 0)],
      [],
    ],
    [
      'is none where nobody said that they did',
      null,
      TEN_MINUTES,
      [spend('pay', 'a', 0)],
      [],
    ],
    [
      'is none of a short impact',
      true,
      { from: NOW - 5 * MINUTE + 1, to: NOW },
      [spend('pay', 'a', 0)],
      [],
    ],
    [
      'is one of five minutes',
      true,
      { from: NOW - 5 * MINUTE, to: NOW },
      [spend('pay', 'a', 0)],
      ['pay a 0'],
    ],
    ['is none without an SLO', true, TEN_MINUTES, [], []],
  ])('%s', (_, customerImpact, impact, spends, expected) => {
    expect(
      blindSpots({ customerImpact }, impact, spends).map(
        ({ entityRef, sloId, share }) =>
          `${entityRef.replace('component:default/', '')} ${sloId} ${share}`,
      ),
    ).toEqual(expected);
  });
});
