/** JSON with sorted keys, so that equal values have equal texts. @public */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(member => canonicalJson(member ?? null)).join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`,
      );
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}

/** Odd constants with well spread bits; each lane has its own, so that one collision is not both. */
const LANES = [
  { seed: 0x811c9dc5, factor: 0x01000193 },
  { seed: 0x9e3779b9, factor: 0x85ebca6b },
] as const;

/** Spreads the last characters over all bits; the finish of MurmurHash3. */
function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function lane(text: string, seed: number, factor: number): string {
  let hash = seed;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), factor);
    hash ^= hash >>> 15;
  }
  return finish(hash).toString(16).padStart(8, '0');
}

/**
 * A 64-bit hash of the canonical JSON of a value, as 16 hex digits. Tells versions apart; it is no
 * protection against somebody who wants two to collide. In 32-bit arithmetic, because ten thousand
 * entities are hashed at every sweep and bigint needs twenty times as long.
 *
 * @public
 */
export function fingerprint(value: unknown): string {
  const text = canonicalJson(value);
  return LANES.map(({ seed, factor }) => lane(text, seed, factor)).join('');
}
