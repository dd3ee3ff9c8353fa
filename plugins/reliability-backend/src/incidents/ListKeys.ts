import { fingerprint } from '@plimsoll/backstage-plugin-reliability-common';

/** Short keys of lists of services. Readers with the same conditions share one list, which is hashed once. */
export class ListKeys {
  private readonly known = new WeakMap<readonly string[], string>();

  /** @param refs - absent: all */
  of(refs: readonly string[] | undefined): string {
    if (!refs) return 'all';
    const key = this.known.get(refs) ?? fingerprint(refs);
    this.known.set(refs, key);
    return key;
  }
}
