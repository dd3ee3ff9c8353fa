import {
  accountOf,
  AnnotationRefs,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  Annotations,
  attributed,
  problemOfId,
  shownValue,
} from './annotationRefs';

/** A service with more of them is a mistake, and would be read by every page. */
const MAX_LINKS = 50;

const MAX_PROBLEMS = 20;

/** An account as far as references to what it has go. */
export interface ReferableAccount {
  readonly name: string;
  readonly type: string;
  /** It is only compared with another account of its type, and meant together with that. */
  readonly mirror?: boolean;
  /** Whether references that name only the type are for it. */
  readonly default?: boolean;
  readonly provider: { readonly kinds: readonly string[] };
}

/** Something at an account, and the annotation that names it. */
export interface FoundRef<K extends string> {
  readonly account: string;
  readonly kind: K;
  readonly id: string;
  readonly annotation: string;
}

/** A reference that cannot be followed. */
export interface RefProblem {
  readonly annotation: string;
  readonly value: string;
  readonly message: string;
}

/** What annotations name, in the order in which they name it. */
export interface FoundRefs<K extends string> {
  readonly links: FoundRef<K>[];
  readonly problems: RefProblem[];
}

/** What is looked for in annotations. */
export interface RefWords<K extends string, A extends ReferableAccount> {
  /** Plimsoll's own annotation. */
  readonly own: string;
  readonly parse: (text: string) => AnnotationRefs<K>;
  /** What annotations that companies already have name at an account. */
  readonly known: (
    account: A,
    annotations: Annotations,
  ) => readonly { readonly kind: K; readonly id: string }[];
  /** Why an account has nothing of a kind. */
  readonly noKind: (account: string, kind: string) => string;
}

function add<K extends string>(
  found: FoundRefs<K>,
  ref: FoundRef<K>,
  value: string,
): void {
  const { annotation, id } = ref;
  const message = problemOfId(id);
  if (message) {
    found.problems.push({ annotation, value: shownValue(value), message });
  } else found.links.push(ref);
}

/** Reads Plimsoll's own annotation. */
function readOwn<K extends string, A extends ReferableAccount>(
  text: string,
  accounts: readonly A[],
  words: RefWords<K, A>,
  found: FoundRefs<K>,
): void {
  const { own: annotation, parse, noKind } = words;
  const refuse = (value: string, message: string) =>
    found.problems.push({ annotation, value: shownValue(value), message });
  const { refs, problems } = parse(text);
  for (const { value, message } of problems) refuse(value, message);
  for (const ref of refs) {
    const { kind, id, value } = ref;
    const resolved = accountOf(ref, accounts);
    if (resolved.kind === 'problem') {
      refuse(value, resolved.message);
      continue;
    }
    const { name: account, provider } = resolved.account;
    if (!provider.kinds.includes(kind)) {
      const kinds = provider.kinds.join(', ');
      refuse(value, `${noKind(account, kind)}; expected one of ${kinds}`);
      continue;
    }
    add(found, { account, kind, id, annotation }, value);
  }
}

/** Which of the accounts of one type is meant where an annotation does not say so. */
function chosenOf<A extends ReferableAccount>(
  accounts: readonly A[],
): A | undefined {
  return accounts.length === 1
    ? accounts[0]
    : accounts.find(account => account.default === true);
}

/** Reads the annotations that companies already have, with each account that knows them. */
function readKnown<K extends string, A extends ReferableAccount>(
  annotations: Annotations,
  accounts: readonly A[],
  words: RefWords<K, A>,
  found: FoundRefs<K>,
): void {
  const claims = new Map<
    string,
    { annotation: string; kind: K; id: string; by: A[] }
  >();
  for (const account of accounts) {
    const read = (some: Annotations) => words.known(account, some);
    for (const ref of attributed(annotations, read, words.own)) {
      const key = JSON.stringify([account.type, ref.kind, ref.id]);
      const claim = claims.get(key);
      if (claim) claim.by.push(account);
      else claims.set(key, { ...ref, by: [account] });
    }
  }
  for (const { annotation, kind, id, by } of claims.values()) {
    const mirrors = by.filter(({ mirror }) => mirror);
    const real = by.filter(({ mirror }) => !mirror);
    const chosen = chosenOf(real);
    if (!chosen && real.length > 0) {
      const names = by.map(({ name }) => name).join(', ');
      found.problems.push({
        annotation,
        value: shownValue(id),
        message: `it could be for any of the accounts ${names}; set default: true for one of them, or name the account with ${words.own}`,
      });
    }
    for (const { name } of chosen ? [chosen, ...mirrors] : mirrors) {
      add(found, { account: name, kind, id, annotation }, id);
    }
  }
}

/** What annotations of one entity name at accounts. */
export function findRefs<K extends string, A extends ReferableAccount>(
  annotations: Annotations,
  accounts: readonly A[],
  words: RefWords<K, A>,
): FoundRefs<K> {
  const found: FoundRefs<K> = { links: [], problems: [] };
  const own = annotations[words.own];
  if (typeof own === 'string') readOwn(own, accounts, words, found);
  readKnown(annotations, accounts, words, found);
  return found;
}

/** How the first reference beyond the limit is told of. */
export interface LimitWords {
  /** What is named, in the plural. */
  readonly noun: string;
  readonly textOf: (ref: Omit<FoundRef<string>, 'annotation'>) => string;
}

/** Each thing once, and not more than can be shown. */
export function limitRefs<K extends string>(
  { links, problems }: FoundRefs<K>,
  { noun, textOf }: LimitWords,
): FoundRefs<K> {
  const unique = new Map<string, FoundRef<K>>();
  for (const link of links) {
    const key = JSON.stringify([link.account, link.kind, link.id]);
    if (!unique.has(key)) unique.set(key, link);
  }
  const all = [...unique.values()];
  const [first] = all.slice(MAX_LINKS);
  const tooMany = first && {
    annotation: first.annotation,
    value: shownValue(textOf(first)),
    message: `more than ${MAX_LINKS} ${noun}; this one and the rest are left out`,
  };
  return {
    links: all.slice(0, MAX_LINKS),
    problems: [...problems, ...(tooMany ? [tooMany] : [])].slice(
      0,
      MAX_PROBLEMS,
    ),
  };
}
