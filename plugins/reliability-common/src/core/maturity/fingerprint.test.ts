import { canonicalJson, fingerprint } from './fingerprint';

describe('a fingerprint is the same', () => {
  it.each([
    [
      'in another order of keys',
      { a: 1, b: { c: 2, d: 3 } },
      { b: { d: 3, c: 2 }, a: 1 },
    ],
    ['with members that are undefined', { a: 1 }, { a: 1, b: undefined }],
    ['with null for undefined in a list', [1, null], [1, undefined]],
  ])('%s', (_, one, other) => {
    expect(fingerprint(one)).toBe(fingerprint(other));
  });

  it('from run to run: stored hashes stay valid', () => {
    expect(fingerprint({ id: 'bronze', weights: [1, 0.5], name: 'Ü' })).toBe(
      'f9a90b3d3d09d427',
    );
  });
});

describe('a fingerprint differs', () => {
  it.each<[string, unknown, unknown]>([
    ['by a value', { a: 1 }, { a: 2 }],
    ['by a key', { a: 1 }, { b: 1 }],
    ['by the order of a list', [1, 2], [2, 1]],
    ['by a type', { a: '1' }, { a: 1 }],
    ['by null against absent', { a: null }, {}],
    ['by an empty list against an empty object', [], {}],
    ['by where a member lies', { a: { b: 1 } }, { a: {}, b: 1 }],
    ['by a letter beyond ASCII', 'é', 'e'],
  ])('%s', (_, one, other) => {
    expect(fingerprint(one)).not.toBe(fingerprint(other));
  });
});

it('is 16 hexadecimal digits', () => {
  for (let i = 0; i < 200; i++) {
    expect(fingerprint(i)).toMatch(/^[0-9a-f]{16}$/);
  }
});

it('canonical JSON is JSON with sorted keys', () => {
  expect(canonicalJson({ b: [true, null, 'x"'], a: { d: 1.5, c: {} } })).toBe(
    '{"a":{"c":{},"d":1.5},"b":[true,null,"x\\""]}',
  );
});
