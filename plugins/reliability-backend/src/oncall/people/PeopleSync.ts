import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { SweepResult } from '../../catalog/CatalogSync';
import { SweepStore } from '../../catalog/SweepStore';
import { reassessBatches } from '../../maturity/ReportStore';
import { Reassessor } from '../../maturity/Reassessor';
import { CatalogCopy, KnownCopy } from './CatalogCopy';
import { GroupStore } from './GroupStore';
import { PeopleImpact } from './PeopleImpact';
import { PeopleStore } from './PeopleStore';
import {
  groupFields,
  parentsOf,
  personFields,
  projectGroup,
  projectPerson,
} from './projectPerson';
import { ResponderLinks } from './ResponderLinks';

/** Under which the sweeps are noted. */
export const PEOPLE_SWEEP = 'people';

const PAGE = 500;

/** Somebody has left only after so many sweeps in a row did not see them: the catalog may be filling up anew. */
const MISSES_TO_LEAVE = 3;

export interface PeopleSyncOptions {
  readonly knex: Knex;
  readonly stores: {
    readonly people: PeopleStore;
    readonly groups: GroupStore;
    readonly responderLinks: ResponderLinks;
    readonly sweeps: SweepStore;
  };
  readonly reassessor: Pick<Reassessor, 'reassess'>;
  readonly catalog: CatalogService;
  readonly auth: AuthService;
  readonly logger: LoggerService;
  readonly now: () => number;
}

/** Keeps the Users and Groups in step with the catalog, and says who of them is on call. */
export class PeopleSync {
  private readonly impact: PeopleImpact;

  constructor(private readonly options: PeopleSyncOptions) {
    this.impact = new PeopleImpact(options);
  }

  /**
   * Reads all Groups and Users, page by page, writes those that changed, and notes who left. Holds one page at
   * a time, the references of all and the parents of the Groups. Services whose people changed are reassessed
   * in the transaction that changes them.
   */
  async sweep(signal?: AbortSignal): Promise<SweepResult> {
    const { knex, stores, now } = this.options;
    const tree = await stores.groups.parents(knex);
    const groups = await this.copy(
      'Group',
      stores.groups,
      (entities, seen) => {
        entities.forEach(group =>
          tree.set(stringifyEntityRef(group), parentsOf(group)),
        );
        return this.saveGroups(entities, seen);
      },
      signal,
    );
    const people = await this.copy(
      'User',
      stores.people,
      (entities, seen) => this.savePeople(entities, tree, seen),
      signal,
    );
    const result = {
      seen: people.seen,
      changed: groups.changed + people.changed,
      removed: groups.removed + people.removed,
    };
    await this.impact.rematch(signal);
    if (result.changed + result.removed > 0) {
      await stores.responderLinks.rereadStatic(knex, now());
    }
    await stores.sweeps.complete(knex, PEOPLE_SWEEP, {
      completedAt: now(),
      seen: result.seen,
      changed: result.changed,
    });
    return result;
  }

  /** Reads all entities of a kind and takes those away that were missed too often. */
  private async copy(
    kind: 'Group' | 'User',
    store: CatalogCopy,
    save: (entities: Entity[], seen: Set<string>) => Promise<number>,
    signal?: AbortSignal,
  ): Promise<SweepResult> {
    const { auth, catalog, knex, logger } = this.options;
    const seen = new Set<string>();
    let changed = 0;
    const pages = catalog.streamEntities(
      {
        filter: { kind },
        fields: kind === 'User' ? personFields : groupFields,
        pageSize: PAGE,
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      if (signal?.aborted) throw new Error('The sweep was stopped');
      changed += await save(page, seen);
    }
    const known = await store.refs(knex);
    if (seen.size === 0 && known.length > 0) {
      // It is starting or failing: it did not lose everybody at once.
      logger.warn(`The catalog shows no ${kind} at all; nothing is removed`);
      return { seen: 0, changed: 0, removed: 0 };
    }
    const removed = await this.removeMissing(
      store,
      known.filter(ref => !seen.has(ref)),
    );
    return { seen: seen.size, changed, removed };
  }

  private async saveGroups(
    entities: readonly Entity[],
    seen: Set<string>,
  ): Promise<number> {
    const { knex, stores, now } = this.options;
    const groups = entities.map(projectGroup);
    return knex.transaction(async tx => {
      const changed = await this.changedOf(tx, stores.groups, groups, seen);
      await stores.groups.save(tx, changed, now());
      return changed.length;
    });
  }

  private async savePeople(
    entities: readonly Entity[],
    tree: ReadonlyMap<string, readonly string[]>,
    seen: Set<string>,
  ): Promise<number> {
    const { knex, stores, now } = this.options;
    const people = entities.map(user => projectPerson(user, tree));
    return knex.transaction(async tx => {
      const changed = await this.changedOf(tx, stores.people, people, seen);
      await stores.people.save(tx, changed, now());
      await this.impact.ofUsers(
        tx,
        changed.map(({ entityRef }) => entityRef),
      );
      return changed.length;
    });
  }

  /** Those that have to be written; the others are noted as seen. */
  private async changedOf<T extends { entityRef: string; hash: string }>(
    tx: Knex.Transaction,
    store: CatalogCopy,
    found: readonly T[],
    seen: Set<string>,
  ): Promise<T[]> {
    const refs = found.map(({ entityRef }) => entityRef);
    refs.forEach(ref => seen.add(ref));
    const known = await store.known(tx, refs);
    const missed = refs.filter(ref => (known.get(ref)?.misses ?? 0) > 0);
    await store.seen(tx, missed.sort());
    return found.filter(one =>
      needsWriting(one.hash, known.get(one.entityRef)),
    );
  }

  private async removeMissing(
    store: CatalogCopy,
    missing: readonly string[],
  ): Promise<number> {
    const { knex, now } = this.options;
    let removed = 0;
    for (const batch of reassessBatches(missing)) {
      removed += await knex.transaction(async tx => {
        const gone = await store.miss(tx, batch, MISSES_TO_LEAVE, now());
        await this.impact.ofUsers(tx, gone);
        return gone.length;
      });
    }
    return removed;
  }
}

function needsWriting(hash: string, known: KnownCopy | undefined): boolean {
  return !known || known.left || known.hash !== hash;
}
