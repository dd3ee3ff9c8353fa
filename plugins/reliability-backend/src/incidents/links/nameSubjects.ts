import {
  accountOf,
  INCIDENT_ANNOTATION,
  parseIncidentAnnotation,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  Annotations,
  attributed,
  problemOfId,
  shownValue,
} from '../../catalog/annotationRefs';
import {
  NamedSubjects,
  SubjectAccount,
  subjectKey,
  SubjectLink,
  SubjectProblem,
  SubjectRef,
} from './subjectLink';

/** A service with more of them is a mistake. */
const MAX_LINKS = 50;

const MAX_PROBLEMS = 20;

interface Found {
  readonly links: SubjectLink[];
  readonly problems: SubjectProblem[];
}

function add(
  found: Found,
  ref: SubjectRef,
  source: { annotation: string; value: string },
): void {
  const { annotation, value } = source;
  const message = problemOfId(ref.id);
  if (message) {
    found.problems.push({ annotation, value: shownValue(value), message });
  } else {
    found.links.push({ ...ref, annotation });
  }
}

/** Reads Plimsoll's own annotation. */
function readOwn(
  text: string,
  accounts: readonly SubjectAccount[],
  found: Found,
): void {
  const annotation = INCIDENT_ANNOTATION;
  const { refs, problems } = parseIncidentAnnotation(text);
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
      const kinds = provider.kinds.join(', ');
      found.problems.push({
        ...place,
        message: `incidents of the account ${name} are about nothing of kind ${kind}; expected one of ${kinds}`,
      });
      continue;
    }
    add(found, { account: name, kind, id }, { annotation, value });
  }
}

/** Which of the accounts of one type is meant where an annotation does not say so. */
const chosenOf = (
  accounts: readonly SubjectAccount[],
): SubjectAccount | undefined =>
  accounts.length === 1
    ? accounts[0]
    : accounts.find(account => account.default === true);

/** Reads the annotations that companies already have, with each account that knows them. */
function readKnown(
  annotations: Annotations,
  accounts: readonly SubjectAccount[],
  found: Found,
): void {
  const claims = new Map<
    string,
    { annotation: string; kind: string; id: string; by: SubjectAccount[] }
  >();
  for (const account of accounts) {
    const refs = attributed(
      annotations,
      some => account.provider.subjectsOf(some),
      INCIDENT_ANNOTATION,
    );
    for (const { annotation, kind, id } of refs) {
      const key = subjectKey({ account: account.type, kind, id });
      const claim = claims.get(key);
      if (claim) claim.by.push(account);
      else claims.set(key, { annotation, kind, id, by: [account] });
    }
  }
  for (const { annotation, kind, id, by } of claims.values()) {
    const chosen = chosenOf(by);
    if (chosen) {
      const ref = { account: chosen.name, kind, id };
      add(found, ref, { annotation, value: id });
    } else {
      found.problems.push({
        annotation,
        value: shownValue(id),
        message: `it could be for any of the accounts ${by
          .map(({ name }) => name)
          .join(
            ', ',
          )}; set default: true for one of them, or name the account with ${INCIDENT_ANNOTATION}`,
      });
    }
  }
}

/** What each is named once, and not more than can be shown. */
function limited({ links, problems }: Found): NamedSubjects {
  const unique = [
    ...new Map(
      [...links].reverse().map(link => [subjectKey(link), link]),
    ).values(),
  ].reverse();
  const [first] = unique.slice(MAX_LINKS);
  const tooMany = first && {
    annotation: first.annotation,
    value: shownValue(first.id),
    message: `more than ${MAX_LINKS} references; this one and the rest are left out`,
  };
  return {
    links: unique.slice(0, MAX_LINKS),
    problems: [...problems, ...(tooMany ? [tooMany] : [])].slice(
      0,
      MAX_PROBLEMS,
    ),
  };
}

/**
 * What incidents at accounts are about that the annotations of a service say is this service. There is no way
 * around through its owner or its system: incidents of a team are not those of each of its services.
 */
export function nameSubjects(
  annotations: Annotations,
  accounts: readonly SubjectAccount[],
): NamedSubjects {
  const found: Found = { links: [], problems: [] };
  const own = annotations[INCIDENT_ANNOTATION];
  if (typeof own === 'string') readOwn(own, accounts, found);
  readKnown(annotations, accounts, found);
  return limited(found);
}
