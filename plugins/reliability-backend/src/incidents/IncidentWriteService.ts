import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  canonicalJson,
  EditableField,
  incidentId,
  IncidentResponse,
  PORTAL_ACCOUNT,
  reliabilityIncidentEditPermission,
} from '@plimsoll/backstage-plugin-reliability-common';
import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { nameOf } from '../access/nameOf';
import { Stores } from '../database/stores';
import { CreateIncidentCommand, declaredIncident } from './declaredIncident';
import { refsAsked } from './fieldsAsked';
import { Author } from './followUpChange';
import { IncidentAccess, SeenIncident } from './IncidentAccess';
import { IncidentReader } from './IncidentReader';
import { StoredIncident } from './incidentRow';
import { IncidentWriter } from './IncidentWriter';
import { newIncidentKey } from './newIncidentKey';
import {
  PatchedIncident,
  patchedIncident,
  PatchIncidentCommand,
  requirePatchable,
} from './patchedIncident';
import { requireSoundStamps } from './stampsAsked';

/** Incidents that people declare, correct and resolve here. */
export class IncidentWriteService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly access: Access;
      readonly incidentAccess: IncidentAccess;
      readonly incidentReader: IncidentReader;
      readonly incidentWriter: IncidentWriter;
      /** Answers as the page of an incident. */
      readonly incidentPage: {
        get(
          id: string,
          credentials: BackstageCredentials,
        ): Promise<IncidentResponse>;
      };
      readonly now: () => number;
    },
  ) {}

  /**
   * Declares an incident; the same key twice is one incident.
   *
   * @throws ConflictError when another incident has the key
   */
  async create(
    command: CreateIncidentCommand,
    credentials: BackstageCredentials,
  ): Promise<IncidentResponse> {
    const { stores, incidentWriter, incidentPage, now } = this.options;
    const refs = await this.visibleServices(command.entityRefs, credentials);
    await this.requireEditOn(refs, credentials);
    const at = now();
    const key = command.key ?? newIncidentKey(at);
    const id = incidentId(PORTAL_ACCOUNT, key);
    const reported = declaredIncident(
      { ...command, entityRefs: refs },
      key,
      at,
    );
    await incidentWriter.run(async tx => {
      const known = (await stores.incidents.load(tx, [id])).get(id);
      if (known) {
        requireSameDeclaration(known, command.title, refs);
        return { changed: [], services: [] };
      }
      const write = {
        account: PORTAL_ACCOUNT,
        provider: PORTAL_ACCOUNT,
        reported,
        isNew: true,
      };
      return incidentWriter.write(tx, [write], at);
    }, nameOf(credentials));
    return incidentPage.get(id, credentials);
  }

  /** Changes the fields that are given. */
  async patch(
    id: string,
    command: PatchIncidentCommand,
    credentials: BackstageCredentials,
  ): Promise<IncidentResponse> {
    const { stores, incidentAccess, incidentWriter, incidentPage, now } =
      this.options;
    const seen = await incidentAccess.requireEdit(id, credentials);
    const entityRefs = await this.servicesAfter(seen, command, credentials);
    const author = { by: nameOf(credentials), at: now() };
    await incidentWriter.run(async tx => {
      const refs = [...seen.entityRefs, ...(entityRefs ?? [])];
      await stores.services.lock(tx, [...new Set(refs)].sort());
      const stored = (await stores.incidents.lock(tx, [id])).get(id);
      if (!stored) throw new NotFoundError(`There is no incident "${id}"`);
      const asked = { ...command, entityRefs };
      const { reported, edits } = this.patched(stored, asked, author);
      await this.addUpdate(tx, id, command, author);
      const { account, provider } = stored;
      const write = { account, provider, reported, edits };
      return incidentWriter.write(tx, [write], author.at);
    }, author.by);
    return incidentPage.get(id, credentials);
  }

  /** @throws InputError and ConflictError for what cannot be */
  private patched(
    stored: StoredIncident,
    command: PatchIncidentCommand,
    author: Author,
  ): PatchedIncident {
    const { incidentReader } = this.options;
    requirePatchable(stored, command);
    const before = incidentReader.effective(stored);
    const after = patchedIncident(stored, before, command, author);
    const counts = incidentReader.effective({ ...stored, ...after });
    const isChanged = (field: EditableField) =>
      canonicalJson(after.edits[field] ?? null) !==
      canonicalJson(stored.edits[field] ?? null);
    requireSoundStamps(counts.stamps, author.at, isChanged);
    const isWritten = command.update && stored.account === PORTAL_ACCOUNT;
    return isWritten
      ? { ...after, reported: { ...after.reported, updatedAt: author.at } }
      : after;
  }

  /** A line for the timeline; the same again is the one that is there. */
  private async addUpdate(
    tx: Knex.Transaction,
    incidentId_: string,
    { update, status }: PatchIncidentCommand,
    { by, at }: Author,
  ): Promise<void> {
    if (update === undefined) return;
    const { incidentUpdates } = this.options.stores;
    const known = await incidentUpdates.of(tx, [incidentId_]);
    const last = known[known.length - 1];
    if (last?.text === update && last.by === by) return;
    await incidentUpdates.insert(tx, {
      incidentId: incidentId_,
      id: randomUUID(),
      at,
      text: update,
      status,
      by,
    });
  }

  /**
   * The services that an incident concerns after a patch; those that the caller may not see stay.
   *
   * @throws NotAllowedError when the caller may edit incidents of none of one that is added
   */
  private async servicesAfter(
    seen: SeenIncident,
    command: PatchIncidentCommand,
    credentials: BackstageCredentials,
  ): Promise<string[] | undefined> {
    if (command.entityRefs === undefined) return undefined;
    const given = await this.visibleServices(command.entityRefs, credentials);
    const shown = seen.services.map(({ entityRef }) => entityRef);
    const hidden = seen.entityRefs.filter(ref => !shown.includes(ref));
    const added = given.filter(ref => !shown.includes(ref));
    // Whoever maps what belongs to nobody may say whose it is.
    if (seen.entityRefs.length > 0) {
      await this.requireEditOn(added, credentials);
    }
    return [...new Set([...given, ...hidden])].sort();
  }

  /** @throws NotFoundError for what is no service, or none that the caller may see; both are answered alike */
  private async visibleServices(
    written: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const { knex, stores, access } = this.options;
    const refs = refsAsked('entityRefs', written);
    const known = await stores.services.briefs(knex, refs);
    const seen = await access.allowedAmong(
      catalogEntityReadPermission,
      credentials,
      refs,
    );
    const wrong = refs.find(ref => !known.has(ref) || !seen.has(ref));
    if (wrong !== undefined) {
      throw new NotFoundError(
        `entityRefs: ${wrong} is not a service, or the catalog does not show it to you`,
      );
    }
    return [...new Set(refs)].sort();
  }

  private async requireEditOn(
    refs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<void> {
    const permission = reliabilityIncidentEditPermission;
    const allowed = await this.options.access.allowedAmong(
      permission,
      credentials,
      refs,
    );
    const refused = refs.find(ref => !allowed.has(ref));
    if (refused !== undefined) {
      throw new NotAllowedError(
        `You lack the permission ${permission.name} on ${refused}`,
      );
    }
  }
}

/** Whether what was declared under a key is what is declared now, whatever became of it since. */
function requireSameDeclaration(
  { reported }: StoredIncident,
  title: string,
  refs: readonly string[],
): void {
  const before = [...reported.entityRefs].sort();
  if (reported.title !== title || before.join() !== refs.join()) {
    throw new ConflictError(
      `key: another incident has the key "${reported.externalId}"`,
    );
  }
}
