import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
  RELATION_CONSUMES_API,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';
import {
  countLinks,
  declaredTier,
  fingerprint,
  SLO_ANNOTATION,
  TierDeclaration,
  TierPlace,
} from '@plimsoll/backstage-plugin-reliability-common';
import { NamedSubjects } from '../incidents/links/subjectLink';
import { NamedRotations } from '../oncall/links/rotationLink';
import { declaredDependencies, NamedDependency } from './declaredDependencies';

/** Where the SLOs of a service are. */
export interface SloPlace {
  /** The annotation as a whole; the facts hold only its beginning. */
  readonly annotation: string;
  /** Annotations that say what the names in it are relative to. */
  readonly location: Readonly<Record<string, string>>;
}

/** What is kept of a service. */
export interface ServiceProjection {
  readonly entityRef: string;
  readonly title: string;
  readonly owner?: string;
  readonly system?: string;
  readonly domain?: string;
  readonly lifecycle?: string;
  readonly declaredTier?: TierDeclaration;
  /** Ids of the scorecards that apply. */
  readonly scorecards: readonly string[];
  /** The `entity.*` facts. */
  readonly facts: EntityFacts;
  /** Where its SLOs are; absent where it names no file. */
  readonly slo?: SloPlace;
  /** Its rotations; absent where nothing names any. */
  readonly oncall?: NamedRotations;
  /** What it is at accounts of incidents; absent where nothing says so. */
  readonly incidents?: NamedSubjects;
  /** What it needs, and the APIs that it provides; absent where it names nothing. */
  readonly dependencies?: readonly NamedDependency[];
  /** Equal for equal projections. */
  readonly hash: string;
}

export type EntityFacts = ReturnType<typeof entityFacts>;

/** What cannot be read off the entity itself. */
export interface ProjectionContext {
  readonly tierFrom: readonly TierPlace[];
  /** The domain of a system, by the reference of the system. */
  readonly domains: ReadonlyMap<string, string>;
  /** Whether each owner is in the catalog. */
  readonly owners: ReadonlyMap<string, boolean>;
  /** Ids of the scorecards whose filter matches. */
  readonly scorecardsOf: (entity: Entity) => readonly string[];
  /** The rotations that it, its owner or its system names. */
  readonly oncallOf?: (entity: Entity) => NamedRotations | undefined;
  /** What its annotations say that it is at accounts of incidents. */
  readonly incidentsOf?: (entity: Entity) => NamedSubjects | undefined;
}

/** The fields that a projection and the filters of scorecards read, for the catalog's `fields` parameter. */
export const projectedFields = [
  'apiVersion',
  'kind',
  'metadata',
  'spec',
  'relations',
];

const MAX_ANNOTATION = 1000;

/** Written by the catalog for itself: long, and of no use to a check. */
const BOOKKEEPING = /^backstage\.io\/(managed-by-|view-url|edit-url|orphan)/;

function relations(entity: Entity, type: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => relation.targetRef);
}

const text = (value: unknown): string =>
  typeof value === 'string' ? value : '';

/** A reference in `spec`, made full; undefined where it is absent or cannot be read. */
function refIn(entity: Entity, field: string, defaultKind: string) {
  const value = text(entity.spec?.[field]);
  if (value === '') return undefined;
  try {
    return stringifyEntityRef(
      parseEntityRef(value, {
        defaultKind,
        defaultNamespace: entity.metadata.namespace,
      }),
    );
  } catch {
    return undefined;
  }
}

/** The owner: by relation, else by `spec.owner`, as before the catalog has stitched the entity. */
export function ownerOf(entity: Entity): string | undefined {
  return (
    relations(entity, RELATION_OWNED_BY)[0] ?? refIn(entity, 'owner', 'group')
  );
}

/** The system: by relation, else by `spec.system`. */
export function systemOf(entity: Entity): string | undefined {
  return (
    relations(entity, RELATION_PART_OF).find(ref =>
      ref.startsWith('system:'),
    ) ?? refIn(entity, 'system', 'system')
  );
}

/** The domain of a system: by relation, else by `spec.domain`. */
export function domainOf(system: Entity): string | undefined {
  return (
    relations(system, RELATION_PART_OF).find(ref =>
      ref.startsWith('domain:'),
    ) ?? refIn(system, 'domain', 'domain')
  );
}

function annotationsOf(entity: Entity): Record<string, string> {
  return Object.fromEntries(
    Object.entries(entity.metadata.annotations ?? {})
      .filter(([key]) => !BOOKKEEPING.test(key))
      .map(([key, value]) => [key, String(value).slice(0, MAX_ANNOTATION)]),
  );
}

function sourceUrlOf(entity: Entity): string {
  const annotations = entity.metadata.annotations ?? {};
  const location =
    annotations['backstage.io/source-location'] ??
    annotations['backstage.io/managed-by-location'] ??
    '';
  return location.startsWith('url:') ? location.slice('url:'.length) : '';
}

const LOCATIONS = [
  'backstage.io/source-location',
  'backstage.io/managed-by-location',
];

function sloPlaceOf(entity: Entity): SloPlace | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const annotation = text(annotations[SLO_ANNOTATION]).trim();
  if (annotation === '') return undefined;
  const location = LOCATIONS.filter(name => text(annotations[name]) !== '').map(
    name => [name, annotations[name]],
  );
  return { annotation, location: Object.fromEntries(location) };
}

function linkFacts(entity: Entity) {
  const links = entity.metadata.links ?? [];
  const counts = countLinks(links);
  const annotations = entity.metadata.annotations ?? {};
  const techdocs = 'backstage.io/techdocs-ref' in annotations ? 1 : 0;
  return {
    links: { ...counts, docs: counts.docs + techdocs },
    linkTypes: [
      ...new Set(links.flatMap(link => link.type?.toLowerCase() ?? [])),
    ],
  };
}

function entityFacts(entity: Entity, context: ProjectionContext) {
  const owner = ownerOf(entity);
  const system = systemOf(entity);
  return {
    ref: stringifyEntityRef(entity),
    kind: entity.kind.toLocaleLowerCase('en-US'),
    namespace: entity.metadata.namespace ?? 'default',
    name: entity.metadata.name,
    title: entity.metadata.title ?? entity.metadata.name,
    description: text(entity.metadata.description).trim(),
    type: text(entity.spec?.type),
    lifecycle: text(entity.spec?.lifecycle),
    owner: owner ?? '',
    ownerKind: owner ? owner.split(':')[0] : '',
    ownerExists: owner !== undefined && context.owners.get(owner) === true,
    system: system ?? '',
    domain: (system && context.domains.get(system)) ?? '',
    sourceUrl: sourceUrlOf(entity),
    tags: entity.metadata.tags ?? [],
    labels: entity.metadata.labels ?? {},
    annotations: annotationsOf(entity),
    ...linkFacts(entity),
    dependencies: relations(entity, RELATION_DEPENDS_ON).length,
    dependents: relations(entity, RELATION_DEPENDENCY_OF).length,
    providedApis: relations(entity, RELATION_PROVIDES_API).length,
    consumedApis: relations(entity, RELATION_CONSUMES_API).length,
  };
}

/** Reads off an entity what Plimsoll keeps of it. */
export function projectEntity(
  entity: Entity,
  context: ProjectionContext,
): ServiceProjection {
  const facts = entityFacts(entity, context);
  const projection = {
    entityRef: facts.ref,
    title: facts.title,
    owner: facts.owner || undefined,
    system: facts.system || undefined,
    domain: facts.domain || undefined,
    lifecycle: facts.lifecycle || undefined,
    declaredTier: declaredTier(entity, context.tierFrom),
    scorecards: context.scorecardsOf(entity),
    facts,
    slo: sloPlaceOf(entity),
    oncall: context.oncallOf?.(entity),
    incidents: context.incidentsOf?.(entity),
    dependencies: declaredDependencies(entity),
  };
  return { ...projection, hash: fingerprint(projection) };
}
