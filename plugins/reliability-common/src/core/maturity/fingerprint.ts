/** JSON with sorted keys, so that equal values have equal texts. */
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

const PRIME = 0x100000001b3n;
const OFFSET = 0xcbf29ce484222325n;

/**
 * 64-bit FNV-1a over the canonical JSON of a value, as 16 hex digits. Tells versions of a definition
 * apart; it is no protection against somebody who wants two to collide.
 */
export function fingerprint(value: unknown): string {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(canonicalJson(value))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  }
  return hash.toString(16).padStart(16, '0');
}
