import { MINUTE, NOW } from '../__testUtils__/harness';
import { isSweepDue } from './isSweepDue';

const SECOND = 1000;
const sweep = (ago: number, seen = 5, changed = 0) => ({
  completedAt: NOW - ago,
  seen,
  changed,
});

it.each([
  ['at the first start', undefined, 0, true],
  ['after a restart, however fresh the last one is', sweep(SECOND), 0, true],
  [
    'soon while a new portal shows nothing',
    sweep(15 * SECOND, 0),
    MINUTE,
    true,
  ],
  [
    'not at once while a new portal shows nothing',
    sweep(14 * SECOND, 0),
    MINUTE,
    false,
  ],
  [
    'soon while each one finds something new',
    sweep(15 * SECOND, 5, 2),
    MINUTE,
    true,
  ],
  ['at the interval once nothing is new', sweep(5 * MINUTE), 9 * MINUTE, true],
  [
    'not before the interval once nothing is new',
    sweep(MINUTE),
    2 * MINUTE,
    false,
  ],
  [
    'not soon in a portal that is long warm, though things change',
    sweep(MINUTE, 5, 2),
    9 * MINUTE,
    false,
  ],
  [
    'at the interval in a portal that is long warm',
    sweep(5 * MINUTE, 5, 2),
    9 * MINUTE,
    true,
  ],
  [
    'not soon in a portal that stays empty',
    sweep(MINUTE, 0),
    9 * MINUTE,
    false,
  ],
])('%s', (_, last, upFor, expected) => {
  expect(
    isSweepDue({
      last,
      now: NOW,
      startedAt: NOW - upFor,
      intervalMs: 5 * MINUTE,
    }),
  ).toBe(expected);
});
