import { RotationKind } from '@plimsoll/backstage-plugin-reliability-common';
import { Annotations } from '../../catalog/annotationRefs';
import { RefProblem } from '../../catalog/namedRefs';

/** Annotations of a service and of what it belongs to. */
export interface Places {
  readonly entity: Annotations;
  /** Of its owner, where that is a Group. */
  readonly owner?: Annotations;
  readonly system?: Annotations;
}

/** Whose annotation names a rotation. */
export type LinkOrigin = 'entity' | 'owner' | 'system';

/** A rotation that is named for a service. */
export interface RotationLink {
  /** `<account>:<kind>:<id>` */
  readonly rotationId: string;
  readonly account: string;
  readonly kind: RotationKind;
  readonly id: string;
  readonly origin: LinkOrigin;
  /** The annotation that names it. */
  readonly annotation: string;
}

/** A reference that cannot be followed. */
export type LinkProblem = RefProblem;

/** What annotations name for a service, in the order in which they name it. */
export interface NamedRotations {
  readonly links: readonly RotationLink[];
  readonly problems: readonly LinkProblem[];
}
