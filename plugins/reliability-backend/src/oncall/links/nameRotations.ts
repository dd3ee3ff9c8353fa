import {
  accountOf,
  ONCALL_ANNOTATION,
  parseOncallAnnotation,
  rotationId,
  RotationRef,
} from '@plimsoll/backstage-plugin-reliability-common';
import { problemOfId, shownValue } from '../../catalog/annotationRefs';
import { knownRefs } from './knownAnnotations';
import { LinkAccount } from './LinkAccount';
import {
  Annotations,
  LinkOrigin,
  LinkProblem,
  NamedRotations,
  Places,
  RotationLink,
} from './rotationLink';

/** A service with more of them is a mistake, and would be read by every page. */
const MAX_LINKS = 50;

const MAX_PROBLEMS = 20;

interface Found {
  readonly links: Omit<RotationLink, 'origin'>[];
  readonly problems: LinkProblem[];
}

const linkTo = (
  ref: RotationRef,
  annotation: string,
): Omit<RotationLink, 'origin'> => ({
  rotationId: rotationId(ref),
  account: ref.account,
  kind: ref.kind,
  id: ref.id,
  annotation,
});

function add(
  found: Found,
  ref: RotationRef,
  source: { annotation: string; value: string },
): void {
  const { annotation, value } = source;
  const message = problemOfId(ref.id);
  if (message) {
    found.problems.push({ annotation, value: shownValue(value), message });
  } else {
    found.links.push(linkTo(ref, annotation));
  }
}

/** Reads Plimsoll's own annotation. */
function readOwn(
  text: string,
  accounts: readonly LinkAccount[],
  found: Found,
): void {
  const annotation = ONCALL_ANNOTATION;
  const { refs, problems } = parseOncallAnnotation(text);
  found.problems.push(
    ...problems.map(({ value, message }) => ({
      annotation,
      value: shownValue(value),
      message,
    })),
  );
  for (const ref of refs) {
    const { kind, id, value } = ref;
    const place = { annotation, value: shownValue(value) };
    const resolved = accountOf(ref, accounts);
    if (resolved.kind === 'problem') {
      found.problems.push({ ...place, message: resolved.message });
      continue;
    }
    const { name, provider } = resolved.account;
    if (!provider.kinds.includes(kind)) {
      const kinds = [...provider.kinds].join(', ');
      found.problems.push({
        ...place,
        message: `the account ${name} has no rotations of kind ${kind}; expected one of ${kinds}`,
      });
      continue;
    }
    add(found, { account: name, kind, id }, { annotation, value });
  }
}

/** Which of the accounts of one type is meant where an annotation does not say so; mirrors are compared with it. */
function chooseAccount(
  accounts: readonly LinkAccount[],
): LinkAccount | undefined {
  const real = accounts.filter(({ mirror }) => !mirror);
  return real.length === 1
    ? real[0]
    : real.find(account => account.default === true);
}

/** Reads the annotations that companies already have, with each account that knows them. */
function readKnown(
  annotations: Annotations,
  accounts: readonly LinkAccount[],
  found: Found,
): void {
  const claims = new Map<
    string,
    {
      annotation: string;
      id: string;
      kind: RotationRef['kind'];
      by: LinkAccount[];
    }
  >();
  for (const account of accounts) {
    for (const ref of knownRefs(annotations, account)) {
      const key = `${account.type}:${ref.kind}:${ref.id}`;
      const claim = claims.get(key);
      if (claim) claim.by.push(account);
      else claims.set(key, { ...ref, by: [account] });
    }
  }
  for (const { annotation, kind, id, by } of claims.values()) {
    const chosen = chooseAccount(by);
    const mirrors = by.filter(({ mirror }) => mirror);
    if (!chosen && mirrors.length < by.length) {
      found.problems.push({
        annotation,
        value: shownValue(id),
        message: `it could be for any of the accounts ${by
          .map(({ name }) => name)
          .join(
            ', ',
          )}; set default: true for one of them, or name the account with ${ONCALL_ANNOTATION}`,
      });
    }
    for (const { name } of chosen ? [chosen, ...mirrors] : mirrors) {
      add(found, { account: name, kind, id }, { annotation, value: id });
    }
  }
}

function readPlace(
  annotations: Annotations,
  accounts: readonly LinkAccount[],
): Found {
  const found: Found = { links: [], problems: [] };
  const own = annotations[ONCALL_ANNOTATION];
  if (typeof own === 'string') readOwn(own, accounts, found);
  readKnown(annotations, accounts, found);
  return found;
}

/** Each rotation once, and not more than can be shown. */
function limited(
  { links, problems }: Found,
  origin: LinkOrigin,
): NamedRotations {
  const seen = new Set<string>();
  const unique = links.filter(({ rotationId: id }) => {
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
  const left = unique.slice(MAX_LINKS);
  const all =
    left.length === 0
      ? problems
      : [
          ...problems,
          {
            annotation: left[0].annotation,
            value: shownValue(left[0].rotationId),
            message: `more than ${MAX_LINKS} rotations; this one and the rest are left out`,
          },
        ];
  return {
    links: unique.slice(0, MAX_LINKS).map(link => ({ ...link, origin })),
    problems: all.slice(0, MAX_PROBLEMS),
  };
}

/**
 * The rotations of a service: those that its own annotations name; if they name none, those of its owner; if
 * none, those of its system. A reference that cannot be followed is a name too: another team's rotation in
 * its place would be a wrong answer.
 */
export function nameRotations(
  places: Places,
  accounts: readonly LinkAccount[],
): NamedRotations {
  for (const origin of ['entity', 'owner', 'system'] as const) {
    const found = readPlace(places[origin] ?? {}, accounts);
    if (found.links.length + found.problems.length > 0) {
      return limited(found, origin);
    }
  }
  return { links: [], problems: [] };
}
