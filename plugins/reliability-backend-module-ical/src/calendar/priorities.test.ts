import { byPriority } from './priorities';

const span = (name: string, start: number, end: number, priority = 0) => ({
  start,
  end,
  priority,
  value: name,
});

const cut = (...spans: ReturnType<typeof span>[]) =>
  byPriority(spans)
    .sort((a, b) => a.start - b.start || a.value.localeCompare(b.value))
    .map(({ value, start, end }) => `${value} ${start}-${end}`);

it.each<[string, ReturnType<typeof span>[], string[]]>([
  [
    'leaves equal ones side by side',
    [span('a', 0, 10), span('b', 5, 15)],
    ['a 0-10', 'b 5-15'],
  ],
  [
    'cuts the middle out',
    [span('a', 0, 10), span('b', 4, 6, 1)],
    ['a 0-4', 'b 4-6', 'a 6-10'],
  ],
  [
    'cuts the beginning',
    [span('a', 0, 10), span('b', 0, 6, 1)],
    ['b 0-6', 'a 6-10'],
  ],
  [
    'cuts the end',
    [span('a', 0, 10), span('b', 6, 20, 1)],
    ['a 0-6', 'b 6-20'],
  ],
  [
    'drops what is covered wholly',
    [span('a', 2, 8), span('b', 0, 10, 9)],
    ['b 0-10'],
  ],
  [
    'drops what several cover together',
    [span('a', 2, 8), span('b', 0, 5, 1), span('c', 5, 9, 2)],
    ['b 0-5', 'c 5-9'],
  ],
  [
    'keeps what only touches',
    [span('a', 0, 5), span('b', 5, 9, 1)],
    ['a 0-5', 'b 5-9'],
  ],
  [
    'goes through three priorities',
    [span('a', 0, 30), span('b', 5, 25, 1), span('c', 10, 20, 2)],
    ['a 0-5', 'b 5-10', 'c 10-20', 'b 20-25', 'a 25-30'],
  ],
  [
    'cuts at several places',
    [span('a', 0, 30), span('b', 5, 6, 1), span('c', 20, 21, 1)],
    ['a 0-5', 'b 5-6', 'a 6-20', 'c 20-21', 'a 21-30'],
  ],
  ['does nothing to nothing', [], []],
])('%s', (_, spans, expected) => {
  expect(cut(...spans)).toEqual(expected);
  expect(cut(...[...spans].reverse())).toEqual(expected);
});
