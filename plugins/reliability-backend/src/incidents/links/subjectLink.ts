import { IncidentProvider } from '@plimsoll/backstage-plugin-reliability-node';
import { RefProblem } from '../../catalog/namedRefs';

/** An account as far as references to what its incidents are about go. */
export interface SubjectAccount {
  readonly name: string;
  readonly type: string;
  /** Whether references that name only the type are for it. */
  readonly default?: boolean;
  readonly provider: Pick<IncidentProvider, 'kinds' | 'subjectsOf'>;
}

/** Something at an account. */
export interface SubjectRef {
  readonly account: string;
  readonly kind: string;
  readonly id: string;
}

/** Something at an account that an annotation says is the service. */
export interface SubjectLink extends SubjectRef {
  /** The annotation that names it. */
  readonly annotation: string;
}

/** A reference that cannot be followed. */
export type SubjectProblem = RefProblem;

/** What annotations name for a service, in the order in which they name it. */
export interface NamedSubjects {
  readonly links: readonly SubjectLink[];
  readonly problems: readonly SubjectProblem[];
}

/** Equal for the same thing at the same account. */
export const subjectKey = ({ account, kind, id }: SubjectRef): string =>
  JSON.stringify([account, kind, id]);
