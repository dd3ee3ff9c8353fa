import {
  Entity,
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { fingerprint } from '@plimsoll/backstage-plugin-reliability-common';

/** What is kept of a User. */
export interface PersonProjection {
  readonly entityRef: string;
  readonly name: string;
  /** Lower case. */
  readonly email?: string;
  readonly picture?: string;
  /** References of the groups the person belongs to, with all their ancestors, sorted. */
  readonly groups: readonly string[];
  /** Equal for equal projections. */
  readonly hash: string;
}

/** What is kept of a Group. */
export interface GroupProjection {
  readonly entityRef: string;
  readonly title: string;
  /** The first group it is in. */
  readonly parent?: string;
  /** Equal for equal projections. */
  readonly hash: string;
}

/** The groups in which each group is. */
export type GroupTree = ReadonlyMap<string, readonly string[]>;

/** The fields that both projections read, for the catalog's `fields` parameter. */
export const personFields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'spec.profile',
  'spec.memberOf',
  'relations',
];

export const groupFields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'spec.profile',
  'spec.parent',
  'relations',
];

/** An index entry of PostgreSQL holds no more than 2,700 bytes. */
const MAX_NAME = 500;

/** Whoever puts a whole picture into the catalog does without one here. */
const MAX_PICTURE = 2000;

const text = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : '';

const profileOf = (entity: Entity) =>
  (entity.spec?.profile ?? {}) as Record<string, unknown>;

function groupRef(value: unknown, namespace?: string): string | undefined {
  if (text(value) === '') return undefined;
  try {
    return stringifyEntityRef(
      parseEntityRef(text(value), {
        defaultKind: 'group',
        defaultNamespace: namespace,
      }),
    );
  } catch {
    return undefined;
  }
}

/** Groups by relation, else by `spec`, as before the catalog has stitched the entity. */
function groupsOf(
  entity: Entity,
  relation: string,
  declared: unknown,
): string[] {
  const related = (entity.relations ?? [])
    .filter(({ type }) => type === relation)
    .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'));
  const written = (Array.isArray(declared) ? declared : [declared]).flatMap(
    value => groupRef(value, entity.metadata.namespace) ?? [],
  );
  return (related.length > 0 ? related : written).filter(ref =>
    ref.startsWith('group:'),
  );
}

/** The groups that a group is in directly. */
export const parentsOf = (group: Entity): string[] =>
  groupsOf(group, RELATION_CHILD_OF, group.spec?.parent);

/** Groups with all their ancestors, sorted. A group that is above itself is met once. */
export function withAncestors(
  groups: readonly string[],
  tree: GroupTree,
): string[] {
  const found = new Set<string>();
  const open = [...groups];
  for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
    if (found.has(ref)) continue;
    found.add(ref);
    open.push(...(tree.get(ref) ?? []));
  }
  return [...found].sort();
}

function pictureOf(value: unknown): string | undefined {
  const picture = text(value);
  return picture.length <= MAX_PICTURE &&
    /^(https?:\/\/|data:image\/|\/)/i.test(picture)
    ? picture
    : undefined;
}

function nameOf(entity: Entity): string {
  const name =
    text(profileOf(entity).displayName) ||
    text(entity.metadata.title) ||
    entity.metadata.name;
  return name.slice(0, MAX_NAME);
}

/** Reads off a User what is kept of it. */
export function projectPerson(user: Entity, tree: GroupTree): PersonProjection {
  const profile = profileOf(user);
  const person = {
    entityRef: stringifyEntityRef(user),
    name: nameOf(user),
    email:
      text(profile.email).toLocaleLowerCase('en-US').slice(0, MAX_NAME) ||
      undefined,
    picture: pictureOf(profile.picture),
    groups: withAncestors(
      groupsOf(user, RELATION_MEMBER_OF, user.spec?.memberOf),
      tree,
    ),
  };
  return { ...person, hash: fingerprint(person) };
}

/** Reads off a Group what is kept of it. */
export function projectGroup(group: Entity): GroupProjection {
  const projection = {
    entityRef: stringifyEntityRef(group),
    title: nameOf(group),
    parent: parentsOf(group)[0],
  };
  return { ...projection, hash: fingerprint(projection) };
}
