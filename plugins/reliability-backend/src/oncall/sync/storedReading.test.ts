import {
  OncallShift,
  Rotation,
} from '@plimsoll/backstage-plugin-reliability-common';
import { contentHash } from './storedReading';

const HOUR = 3_600_000;
const from = Date.parse('2026-11-20T00:00:00Z');
const to = from + 100 * HOUR;

const shift = (
  person: string,
  start: number | null,
  end: number | null,
): OncallShift<string> => ({
  start,
  end,
  level: 1,
  person,
  source: 'rotation',
  shadow: false,
});

const rotation = (parts: Partial<Rotation<string>> = {}): Rotation<string> => ({
  ref: { account: 'main', kind: 'schedule', id: 'P1' },
  title: 'Payments',
  window: { from, to },
  shifts: [shift('a', from - HOUR, from + HOUR), shift('b', from + HOUR, to)],
  gaps: 'exact',
  warnings: [],
  ...parts,
});

const later = { from: from + HOUR / 2, to: to + HOUR / 2 };

it.each<[string, Partial<Rotation<string>>]>([
  [
    'shifts in another order',
    {
      shifts: [
        shift('b', from + HOUR, to),
        shift('a', from - HOUR, from + HOUR),
      ],
    },
  ],
  [
    'a shift that is cut to the window',
    {
      shifts: [
        shift('a', from, from + HOUR),
        shift('b', from + HOUR, to + HOUR),
      ],
    },
  ],
  [
    'a window that moved, with shifts cut to it',
    {
      window: later,
      shifts: [
        shift('a', later.from, from + HOUR),
        shift('b', from + HOUR, later.to),
      ],
    },
  ],
  [
    'a shift that was over before the window',
    { shifts: [...rotation().shifts, shift('c', from - 2 * HOUR, from)] },
  ],
])('%s says the same', (_, parts) => {
  expect(contentHash(rotation(parts))).toBe(contentHash(rotation()));
});

it.each<[string, Partial<Rotation<string>>]>([
  ['another title', { title: 'Pay' }],
  ['another warning', { warnings: ['odd'] }],
  ['a roster', { roster: [{ level: 1, people: ['a'] }] }],
  ['somebody else', { shifts: [shift('c', from, to)] }],
  [
    'a handover at another time',
    {
      shifts: [
        shift('a', from - HOUR, from + 2 * HOUR),
        shift('b', from + 2 * HOUR, to),
      ],
    },
  ],
])('%s says something else', (_, parts) => {
  expect(contentHash(rotation(parts))).not.toBe(contentHash(rotation()));
});
