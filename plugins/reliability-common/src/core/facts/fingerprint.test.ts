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
      '49263638f0510482',
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

it('is 16 hexadecimal digits, and another for each of 50,000 similar values', () => {
  const all = Array.from({ length: 50_000 }, (_, i) =>
    fingerprint({ name: `service-${i}`, links: i % 7, tags: [i % 3] }),
  );
  expect(all.filter(hash => !/^[0-9a-f]{16}$/.test(hash))).toEqual([]);
  expect(new Set(all).size).toBe(all.length);
});

it('has two halves that do not follow from each other', () => {
  const halves = Array.from({ length: 20_000 }, (_, i) => fingerprint(i));
  for (const [from, to] of [
    [0, 8],
    [8, 16],
  ]) {
    const half = new Set(halves.map(hash => hash.slice(from, to)));
    expect(half.size).toBeGreaterThan(19_990);
  }
  expect(halves.filter(hash => hash.slice(0, 8) === hash.slice(8))).toEqual([]);
});

it('canonical JSON is JSON with sorted keys', () => {
  expect(canonicalJson({ b: [true, null, 'x"'], a: { d: 1.5, c: {} } })).toBe(
    '{"a":{"c":{},"d":1.5},"b":[true,null,"x\\""]}',
  );
});
