import {
  decodeCursor,
  encodeCursor,
  isInteger,
  isText,
  pageOf,
} from './cursor';

const raw = (value: string) => Buffer.from(value).toString('base64url');
const refused =
  'cursor: expected the nextCursor of a page with the same filter and order';

it('a cursor gives back where it was made, for what it was made', () => {
  const cursor = encodeCursor('component:default/päy', 'list');
  expect(cursor).toMatch(/^[\w-]+$/);
  expect(decodeCursor(cursor, 'list', isText)).toBe('component:default/päy');
  expect(decodeCursor(encodeCursor(7, 'list'), 'list', isInteger)).toBe(7);
  expect(decodeCursor(undefined, 'list', isText)).toBeUndefined();
});

it.each([
  ['was made for something else', encodeCursor('a', 'other')],
  ['holds another kind of position', encodeCursor(7, 'list')],
  ['holds no position', encodeCursor(undefined, 'list')],
  [
    'holds a text that PostgreSQL cannot compare with',
    encodeCursor('a\0', 'list'),
  ],
  ['is empty', ''],
  ['is no Base64', '§§§'],
  ['is no JSON', raw('{')],
  ['is JSON but no list', raw('{"a":1}')],
  ['is null', raw('null')],
  ['was typed by a person', 'next'],
])('a cursor that %s is refused', (_, cursor) => {
  expect(() => decodeCursor(cursor, 'list', isText)).toThrow(refused);
});

it.each<[unknown, boolean]>([
  [0, true],
  [2 ** 31 - 1, true],
  [2 ** 31, false],
  [-(2 ** 31), false],
  [0.5, false],
  [Infinity, false],
  ['1', false],
  [null, false],
])('%s fits an integer column: %s', (value, expected) => {
  expect(isInteger(value)).toBe(expected);
});

it.each([
  [
    'is full and more follows',
    [1, 2, 3],
    { items: [1, 2], nextCursor: 'after 2' },
  ],
  ['is full and nothing follows', [1, 2], { items: [1, 2] }],
  ['is not full', [1], { items: [1] }],
  ['is empty', [], { items: [] }],
])('a page that %s', (_, rows, expected) => {
  expect(pageOf(rows, 2, last => `after ${last}`)).toEqual(expected);
});
