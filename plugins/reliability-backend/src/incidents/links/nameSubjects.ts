import {
  INCIDENT_ANNOTATION,
  parseIncidentAnnotation,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Annotations } from '../../catalog/annotationRefs';
import { findRefs, limitRefs, RefWords } from '../../catalog/namedRefs';
import {
  NamedSubjects,
  SubjectAccount,
  subjectKey,
  SubjectLink,
} from './subjectLink';

const words: RefWords<string, SubjectAccount> = {
  own: INCIDENT_ANNOTATION,
  parse: parseIncidentAnnotation,
  known: ({ provider }, annotations) => provider.subjectsOf(annotations),
  noKind: (account, kind) =>
    `incidents of the account ${account} are about nothing of kind ${kind}`,
};

/** Each thing once, where it is named last, with the annotation that names it first. */
const onceEach = (links: readonly SubjectLink[]): SubjectLink[] =>
  [
    ...new Map(
      [...links].reverse().map(link => [subjectKey(link), link]),
    ).values(),
  ].reverse();

/**
 * What incidents at accounts are about that the annotations of a service say is this service. There is no way
 * around through its owner or its system: incidents of a team are not those of each of its services.
 */
export function nameSubjects(
  annotations: Annotations,
  accounts: readonly SubjectAccount[],
): NamedSubjects {
  const { links, problems } = findRefs(annotations, accounts, words);
  return limitRefs(
    { links: onceEach(links), problems },
    { noun: 'references', textOf: ({ id }) => id },
  );
}
