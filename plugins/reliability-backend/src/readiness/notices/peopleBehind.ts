import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { inBatches } from '../../database/sql';

const GROUPS_PER_REQUEST = 100;
const FIELDS = ['kind', 'metadata.name', 'metadata.namespace', 'relations'];

const lowerCase = (ref: string) => ref.toLocaleLowerCase('en-US');

/** Not parsed: whoever asks for a review may be a machine, whose name is no reference. */
const kindOf = (ref: string) => lowerCase(ref.split(':')[0]);

function targets(entity: Entity, type: string, kind: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => lowerCase(targetRef))
    .filter(ref => kindOf(ref) === kind);
}

/** The groups and all groups below them, each read once. */
async function readGroups(
  refs: readonly string[],
  catalog: CatalogService,
  credentials: BackstageCredentials,
): Promise<Map<string, Entity>> {
  const found = new Map<string, Entity>();
  const asked = new Set<string>();
  let open = [...new Set(refs)];
  while (open.length > 0) {
    open.forEach(ref => asked.add(ref));
    const below: string[] = [];
    for (const entityRefs of inBatches(open, GROUPS_PER_REQUEST)) {
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs, fields: FIELDS },
        { credentials },
      );
      items.forEach((entity, index) => {
        if (!entity) return;
        found.set(entityRefs[index], entity);
        below.push(...targets(entity, 'parentOf', 'group'));
      });
    }
    open = [...new Set(below)].filter(ref => !asked.has(ref));
  }
  return found;
}

/**
 * The users behind entity references: a user stands for itself, a group for its members and those of the
 * groups below it, anything else for nobody.
 */
export async function peopleBehind(
  refs: Iterable<string>,
  catalog: CatalogService,
  credentials: BackstageCredentials,
): Promise<(ref: string) => readonly string[]> {
  const groups = await readGroups(
    [...refs].map(lowerCase).filter(ref => kindOf(ref) === 'group'),
    catalog,
    credentials,
  );
  const membersOf = (ref: string, seen: Set<string>): string[] => {
    const group = groups.get(ref);
    if (!group || seen.has(ref)) return [];
    seen.add(ref);
    return [
      ...targets(group, 'hasMember', 'user'),
      ...targets(group, 'parentOf', 'group').flatMap(below =>
        membersOf(below, seen),
      ),
    ];
  };
  return ref =>
    kindOf(ref) === 'user'
      ? [lowerCase(ref)]
      : membersOf(lowerCase(ref), new Set());
}
