import { DAY, HOUR, NOW, rotationOf, shiftOf } from '../../testUtils';
import { TierContract } from '../tier';
import { KnownRotation } from './oncall';
import { BusinessHours, requiredTimes } from './requiredTimes';
import { serviceCover } from './serviceCover';

const hours: BusinessHours = {
  timeZone: 'UTC',
  days: [1, 2, 3, 4, 5],
  from: '09:00',
  to: '17:00',
};

const named = (id: string) => ({
  id,
  ref: { account: 'main', kind: 'schedule', id } as const,
});

const rotations = () => [
  rotationOf([shiftOf('A', null, 30), shiftOf('B', 40, 60)], named('one')),
  rotationOf([shiftOf('C', 20, 50, { level: 2 })], named('two')),
];

type Asked = [
  coverage: NonNullable<TierContract['oncall']>['coverage'],
  at: number,
  which: (all: KnownRotation[]) => KnownRotation[],
];

const asked: Asked[] = [
  ['24x7', NOW, all => all],
  ['business-hours', NOW, all => all],
  ['24x7', NOW, ([first]) => [first]],
  ['24x7', NOW + 35 * HOUR, all => all],
  ['24x7', NOW, ([first, second]) => [second, first]],
  ['business-hours', NOW + DAY, all => all],
];

it('services that share rotations are told what they are told alone', () => {
  const shared = rotations();
  const coverOf = (all: KnownRotation[], [coverage, at, which]: Asked) =>
    serviceCover(which(all), {
      at,
      now: NOW,
      contract: { oncall: { coverage } },
      hours,
      staleAfterMs: HOUR,
    });
  expect(asked.map(one => coverOf(shared, one))).toEqual(
    asked.map(one => coverOf(rotations(), one)),
  );
});

it('the same hours are told for each time by itself', () => {
  for (const days of [0, 1, 30, 0, -40, 0.3, 0]) {
    for (const length of [1, HOUR, 14 * DAY, 40 * DAY]) {
      const from = NOW + days * DAY;
      const window = { from, to: from + length };
      expect(requiredTimes('business-hours', window, hours)).toEqual(
        requiredTimes('business-hours', window, { ...hours }),
      );
    }
  }
});
