import { SloDiagnostic } from '../slo';
import { SLO_DIAGNOSTICS, SloDiagnosticCode } from './codes';
import { nearest } from './nearest';

/** More than anybody reads; a file that is not meant for us must not cost us much. */
const MOST = 500;
const MOST_UNKNOWN = 20;

/** What was found so far, in the order in which it was found. */
export class Findings {
  readonly items: SloDiagnostic[] = [];
  private readonly seen = new Set<string>();
  private count = 0;

  /** Grows with every error: compare before and after to know whether something was wrong. */
  get errors(): number {
    return this.count;
  }

  add(code: SloDiagnosticCode, message: string, at: Place): void {
    const { severity } = SLO_DIAGNOSTICS[code];
    if (severity === 'error') this.count++;
    this.push({ severity, code, message, ...at });
  }

  /** Two queries from one wrong source are one thing to correct. */
  private push(item: SloDiagnostic): void {
    const key = JSON.stringify(item);
    if (this.seen.has(key) || this.items.length >= MOST) return;
    this.seen.add(key);
    this.items.push(item);
  }

  /** Adds what was found about something that was rewritten, at the places where it is really written. */
  take(found: Findings, placeOf: (path: Place['path']) => Place['path']): void {
    this.count += found.errors;
    for (const item of found.items) {
      this.push({ ...item, path: placeOf(item.path) });
    }
  }
}

/** Where something is written. @public */
export interface Place {
  readonly document: number;
  readonly path: readonly (string | number)[];
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Date) return 'a date';
  if (typeof value === 'object') return 'a group of members';
  if (typeof value === 'string') {
    return value.length > 60 ? 'a text' : `the text "${value}"`;
  }
  return `${typeof value === 'number' ? 'the number' : 'the value'} ${value}`;
}

const quoted = (words: readonly string[]) =>
  words.map(word => `\`${word}\``).join(', ');

/** A value of a document, and where it is. A value that is null counts as absent, as in YAML `key:`. */
export class Spot {
  constructor(
    readonly value: unknown,
    readonly place: Place,
    readonly findings: Findings,
  ) {}

  get absent(): boolean {
    return this.value === undefined || this.value === null;
  }

  get key(): string {
    return String(this.place.path.at(-1) ?? 'the document');
  }

  note(code: SloDiagnosticCode, message: string): undefined {
    this.findings.add(code, message, this.place);
    return undefined;
  }

  at(...keys: (string | number)[]): Spot {
    const value = keys.reduce<unknown>(
      (from, key) =>
        typeof from === 'object' && from !== null && Object.hasOwn(from, key)
          ? (from as Record<string | number, unknown>)[key]
          : undefined,
      this.value,
    );
    const { document, path } = this.place;
    return new Spot(
      value,
      { document, path: [...path, ...keys] },
      this.findings,
    );
  }

  /** Complains about a type; the value is not echoed when it is long. */
  wrongType(wanted: string): undefined {
    return this.note(
      'member-type',
      `\`${this.key}\` must be ${wanted}, but is ${describe(this.value)}.`,
    );
  }

  /** Whether this is a group of members. Unknown members are warned of. */
  members(known?: readonly string[]): boolean {
    const { value } = this;
    if (
      typeof value !== 'object' ||
      value === null ||
      Array.isArray(value) ||
      value instanceof Date
    ) {
      if (!this.absent) this.wrongType('a group of members');
      return false;
    }
    if (known) {
      Object.keys(value)
        .filter(key => !known.includes(key))
        .slice(0, MOST_UNKNOWN)
        .forEach(key => this.unknownMember(key, known));
    }
    return true;
  }

  private unknownMember(key: string, known: readonly string[]) {
    const meant = nearest(key, known);
    this.at(key).note(
      'member-unknown',
      meant
        ? `\`${key}\` is not known here and has no effect; did you mean \`${meant}\`?`
        : `\`${key}\` is not known here and has no effect. Known are ${quoted(
            known,
          )}.`,
    );
  }

  list(): Spot[] {
    if (this.absent) return [];
    if (!Array.isArray(this.value)) {
      this.wrongType('a list');
      return [];
    }
    return this.value.map((_, index) => this.at(index));
  }

  text(): string | undefined {
    if (this.absent) return undefined;
    if (typeof this.value === 'string') return this.value;
    return typeof this.value === 'object'
      ? this.wrongType('a text')
      : this.wrongType('a text (put it in quotes)');
  }

  number(): number | undefined {
    if (this.absent) return undefined;
    return typeof this.value === 'number' && Number.isFinite(this.value)
      ? this.value
      : this.wrongType('a number (without quotes)');
  }

  flag(): boolean | undefined {
    if (this.absent) return undefined;
    return typeof this.value === 'boolean'
      ? this.value
      : this.wrongType('true or false');
  }

  oneOf<T extends string>(
    allowed: readonly T[],
    code: SloDiagnosticCode,
  ): T | undefined {
    const text = this.text();
    if (text === undefined) return undefined;
    const found = allowed.find(each => each === text);
    if (found) return found;
    const meant = nearest(text, allowed);
    return this.note(
      code,
      `\`${this.key}\` is "${text.slice(0, 60)}", allowed are ${quoted(
        allowed,
      )}.${meant ? ` Did you mean \`${meant}\`?` : ''}`,
    );
  }

  /** Warns of a text beyond what OpenSLO allows. */
  within(most: number): void {
    if (typeof this.value === 'string' && this.value.length > most) {
      this.note(
        'text-too-long',
        `\`${this.key}\` has ${this.value.length} characters; OpenSLO allows ${most}, and other tools may refuse it.`,
      );
    }
  }
}
