import { AnnotationRefs, parseAnnotationRefs } from '../facts/annotationRefs';
import { RotationKind } from './oncall';

/** Names the rotations of a service, of an owner or of a system. @public */
export const ONCALL_ANNOTATION = 'plimsoll.dev/oncall';

const KINDS: readonly RotationKind[] = [
  'schedule',
  'escalation',
  'service',
  'team',
  'feed',
  'rota',
  'group',
];

/**
 * Reads `plimsoll.dev/oncall`: a comma list of `<account or type>[/<account>]:<kind>:<id>`. Ids may hold colons,
 * and anything else percent-encoded; whatever is named twice counts once. What cannot be read is a problem
 * beside the rest.
 *
 * @public
 */
export const parseOncallAnnotation = (
  text: string,
): AnnotationRefs<RotationKind> =>
  parseAnnotationRefs(text, {
    isKind: (kind): kind is RotationKind =>
      KINDS.some(candidate => candidate === kind),
    wrongKind: `unknown kind, expected one of ${KINDS.join(', ')}`,
    noun: 'rotations',
  });
