/** Something at an account as one of Plimsoll's own annotations names it. @public */
export interface AnnotationRef<K extends string = string> {
  /** The name of an account, or, where `type` is absent, possibly a type. */
  readonly account: string;
  /** Only where both were written: `pagerduty/eu:schedule:P1`. */
  readonly type?: string;
  readonly kind: K;
  readonly id: string;
  /** As it was written. */
  readonly value: string;
}

/** What an annotation says. @public */
export interface AnnotationRefs<K extends string = string> {
  readonly refs: AnnotationRef<K>[];
  /** Parts that cannot be read. */
  readonly problems: { readonly value: string; readonly message: string }[];
}

/** What an annotation may name. */
export interface AnnotationForm<K extends string> {
  readonly isKind: (kind: string) => kind is K;
  /** What is wrong with another kind. */
  readonly wrongKind: string;
  /** What it names, in the plural. */
  readonly noun: string;
}

const NAME = /^[a-z0-9][a-z0-9-]*$/;

const MOST = 50;
const LONGEST_ID = 200;

/** How one reference is written. */
export const ANNOTATION_FORM = 'expected `<account>:<kind>:<id>`';

/** Addresses may hold secrets, and somebody will write one where a name belongs. */
function shown(value: string): string {
  if (/:\/\//.test(value)) return value.replace(/:\/\/.*$/s, '://…');
  return value.length > 100 ? `${value.slice(0, 100)}…` : value;
}

function decoded(id: string): string | undefined {
  try {
    return decodeURIComponent(id);
  } catch {
    return undefined;
  }
}

type Read<K extends string> =
  | Omit<AnnotationRef<K>, 'value'>
  | { readonly message: string };

function readPart<K extends string>(
  part: string,
  { isKind, wrongKind }: AnnotationForm<K>,
): Read<K> {
  const [, head, kind, encoded] = /^([^:]*):([^:]*):(.*)$/s.exec(part) ?? [];
  if (head === undefined) return { message: ANNOTATION_FORM };
  const names = head.split('/');
  if (names.length > 2 || !names.every(name => NAME.test(name))) {
    return {
      message: `${ANNOTATION_FORM}; an account is named in lower-case letters, digits and dashes`,
    };
  }
  if (!isKind(kind)) return { message: wrongKind };
  const id = decoded(encoded.trim());
  // eslint-disable-next-line no-control-regex
  if (!id || id.length > LONGEST_ID || /[\u0000-\u001f\u007f]/.test(id)) {
    return {
      message: `expected an id of 1 to ${LONGEST_ID} characters after the kind; a percent sign is written %25`,
    };
  }
  const [first, second] = names;
  return second === undefined
    ? { account: first, kind, id }
    : { type: first, account: second, kind, id };
}

/**
 * Reads a comma list of `<account or type>[/<account>]:<kind>:<id>`. Ids may hold colons, and anything else
 * percent-encoded; whatever is named twice counts once. What cannot be read is a problem beside the rest.
 */
export function parseAnnotationRefs<K extends string>(
  text: string,
  form: AnnotationForm<K>,
): AnnotationRefs<K> {
  const refs = new Map<string, AnnotationRef<K>>();
  const problems: { value: string; message: string }[] = [];
  const parts = text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');
  if (parts.length > MOST) {
    problems.push({
      value: shown(parts[MOST]),
      message: `more than ${MOST} ${form.noun}; this one and the rest are left out`,
    });
  }
  for (const part of parts.slice(0, MOST)) {
    const read = readPart(part, form);
    if ('message' in read) {
      problems.push({ value: shown(part), message: read.message });
    } else {
      const { type, account, kind, id } = read;
      const key = JSON.stringify([type, account, kind, id]);
      if (!refs.has(key)) refs.set(key, { ...read, value: part });
    }
  }
  return { refs: [...refs.values()], problems };
}

/** An entry of a list of accounts, such as `reliability.oncall.accounts`. @public */
export interface NamedAccount {
  readonly name: string;
  readonly type: string;
  /** Stands for its type where several accounts have it. */
  readonly default?: boolean;
}

/** @public */
export type AccountChoice<A> =
  | { readonly kind: 'account'; readonly account: A }
  | { readonly kind: 'problem'; readonly message: string };

function ofType<A extends NamedAccount>(
  type: string,
  accounts: readonly A[],
): AccountChoice<A> {
  const candidates = accounts.filter(account => account.type === type);
  const chosen = candidates.filter(account => account.default);
  if (candidates.length === 1) {
    return { kind: 'account', account: candidates[0] };
  }
  if (chosen.length === 1) return { kind: 'account', account: chosen[0] };
  return {
    kind: 'problem',
    message:
      candidates.length === 0
        ? `no account has this name or type: ${type}`
        : `several accounts are of type ${type}: name one of them (${candidates
            .map(({ name }) => name)
            .join(', ')})`,
  };
}

/**
 * The account that a reference means: the one of that name, else the only or the default one of that type.
 *
 * @public
 */
export function accountOf<A extends NamedAccount>(
  { account: name, type }: Pick<AnnotationRef, 'account' | 'type'>,
  accounts: readonly A[],
): AccountChoice<A> {
  const named = accounts.find(
    account =>
      account.name === name && (type === undefined || account.type === type),
  );
  if (named) return { kind: 'account', account: named };
  return type === undefined
    ? ofType(name, accounts)
    : {
        kind: 'problem',
        message: `no account of type ${type} is named ${name}`,
      };
}
