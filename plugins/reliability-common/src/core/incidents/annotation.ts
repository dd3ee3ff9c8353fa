import {
  ANNOTATION_FORM,
  AnnotationRefs,
  parseAnnotationRefs,
} from '../facts/annotationRefs';

/** Names what incidents of a service are about, at an account. @public */
export const INCIDENT_ANNOTATION = 'plimsoll.dev/incidents';

const KIND = /^[A-Za-z][A-Za-z0-9_-]{0,39}$/;

/**
 * Reads `plimsoll.dev/incidents`, which is written as `plimsoll.dev/oncall` is. Whether the account has such a kind,
 * only its provider knows.
 *
 * @public
 */
export const parseIncidentAnnotation = (text: string): AnnotationRefs =>
  parseAnnotationRefs(text, {
    isKind: (kind): kind is string => KIND.test(kind),
    wrongKind: `${ANNOTATION_FORM}; a kind is a word such as service or component`,
    noun: 'references',
  });
