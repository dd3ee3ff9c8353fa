import {
  IncidentEdits,
  PORTAL_ACCOUNT,
  ReportedIncident,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ServiceOfIncident, ServiceOrigin } from './incidentRow';
import { subjectKey } from './links/subjectLink';

/** What says which services something at an account is; references by `subjectKey`. */
export interface SubjectServices {
  readonly linked: ReadonlyMap<string, readonly string[]>;
  readonly mapped: ReadonlyMap<string, readonly string[]>;
}

/** Which services an incident concerns. */
export interface ResolvedServices {
  /** Those that the catalog has, by reference. */
  readonly services: readonly ServiceOfIncident[];
  /** Those that a provider or a person names, in the catalog or not, by reference. */
  readonly claims: readonly string[];
}

const sorted = (refs: Iterable<string>) => [...new Set(refs)].sort();

/** What a person set; undefined where nobody did. */
function editedRefs({ entityRefs }: IncidentEdits): string[] | undefined {
  const value = entityRefs?.value;
  return Array.isArray(value)
    ? value
        .filter((ref): ref is string => typeof ref === 'string')
        .map(ref => ref.toLocaleLowerCase('en-US'))
    : undefined;
}

/** Every reference that may be meant, with who says so; whoever comes first is believed. */
function candidates(
  incident: {
    readonly account: string;
    readonly reported: ReportedIncident;
    readonly edits: IncidentEdits;
  },
  subjects: SubjectServices,
): [ServiceOrigin, readonly string[]][] {
  const { account, reported, edits } = incident;
  const edited = editedRefs(edits);
  if (edited) return [['person', edited]];
  const keys = reported.subjects.map(({ kind, id }) =>
    subjectKey({ account, kind, id }),
  );
  const of = (found: ReadonlyMap<string, readonly string[]>) =>
    keys.flatMap(key => found.get(key) ?? []);
  return [
    [account === PORTAL_ACCOUNT ? 'person' : 'provider', reported.entityRefs],
    ['annotation', of(subjects.linked)],
    ['mapping', of(subjects.mapped)],
  ];
}

/** Every reference that an incident may concern, in the catalog or not, by reference. */
export const candidateRefs = (
  incident: Parameters<typeof candidates>[0],
  subjects: SubjectServices,
): string[] =>
  sorted(candidates(incident, subjects).flatMap(([, refs]) => refs));

/**
 * Which services an incident concerns: those that a person set on it; else those that its provider names, and
 * those that what it is about is by annotation or by mapping.
 *
 * @param isService - whether the catalog has a service now
 */
export function resolveServices(
  incident: Parameters<typeof candidates>[0],
  subjects: SubjectServices,
  isService: (ref: string) => boolean,
): ResolvedServices {
  const services = new Map<string, ServiceOfIncident>();
  const claims: string[] = [];
  for (const [origin, refs] of candidates(incident, subjects)) {
    if (origin === 'person' || origin === 'provider') claims.push(...refs);
    for (const entityRef of refs.filter(isService)) {
      if (!services.has(entityRef)) {
        services.set(entityRef, { entityRef, origin });
      }
    }
  }
  return {
    services: sorted(services.keys()).map(ref => services.get(ref)!),
    claims: sorted(claims),
  };
}
