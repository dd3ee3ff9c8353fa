import { nearest } from './nearest';
import { Spot } from './Spot';

interface Definition<T> {
  readonly spot: Spot;
  /** Absent until it was read; `value` is undefined where it has errors. */
  outcome?: { readonly value: T | undefined };
}

/** The definitions of one kind, found by name and read once. */
export class Shelf<T> {
  private readonly definitions = new Map<string, Definition<T>>();

  /**
   * @param kind - as in `kind:`
   * @param read - undefined where the definition has errors
   */
  constructor(
    private readonly kind: string,
    private readonly read: (definition: Spot) => T | undefined,
  ) {}

  /** Adds a definition; of two with a name the first stays. */
  add(name: string, spot: Spot): void {
    if (!this.definitions.has(name)) {
      this.definitions.set(name, { spot });
      return;
    }
    if (spot.place.document < 0) return;
    spot
      .at('metadata', 'name')
      .note(
        'name-duplicate',
        `Another ${this.kind} is called "${name}". That one counts; give this one a name of its own.`,
      );
  }

  has(name: string): boolean {
    return this.definitions.has(name);
  }

  /** What a reference refers to; complains where that is nothing, or has errors. */
  resolve(ref: Spot): T | undefined {
    const name = ref.text();
    if (name === undefined) return undefined;
    const definition = this.definitions.get(name);
    if (!definition) return this.complain(ref, name);
    const value = this.valueOf(definition);
    return (
      value ??
      ref.note(
        'ref-broken',
        `${this.kind} "${name}" has errors; correct them and this will work.`,
      )
    );
  }

  /** Reads what nothing refers to as well, so that its errors are found. */
  readAll(): void {
    for (const definition of this.definitions.values()) {
      this.valueOf(definition);
    }
  }

  private valueOf(definition: Definition<T>): T | undefined {
    if (!definition.outcome) {
      const { findings } = definition.spot;
      const before = findings.errors;
      const value = this.read(definition.spot);
      definition.outcome = {
        value: findings.errors > before ? undefined : value,
      };
    }
    return definition.outcome.value;
  }

  private complain(ref: Spot, name: string): undefined {
    const names = [...this.definitions.keys()];
    const meant = nearest(name, names);
    const there = names.length > 0 ? names.slice(0, 10).join(', ') : 'none';
    return ref.note(
      'ref-unknown',
      `No ${this.kind} is called "${name.slice(
        0,
        80,
      )}" in the SLO files of this service (there: ${there}).${
        meant ? ` Did you mean "${meant}"?` : ''
      } Write it into one of them, or inline.`,
    );
  }
}
