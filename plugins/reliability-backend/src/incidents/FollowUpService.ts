import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  canonicalJson,
  fingerprint,
  FollowUp,
  followUpStatuses,
  listFollowUpsQuerySchema,
  ListFollowUpsResponse,
  reliabilityOncallPeoplePermission,
} from '@plimsoll/backstage-plugin-reliability-common';
import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { z } from 'zod';
import { Access } from '../access/Access';
import { nameOf } from '../access/nameOf';
import { ReliabilityConfig } from '../config/config';
import { isSortValues } from '../database/keyset';
import { Stores } from '../database/stores';
import { decodeCursor, encodeCursor } from '../http/cursor';
import { ItemDoubts } from '../maturity/ItemDoubts';
import { requireOneOf } from './fieldsAsked';
import {
  Author,
  changedFollowUp,
  CreateFollowUpCommand,
  followUpAsked,
  isSameFollowUp,
  PatchFollowUpCommand,
} from './followUpChange';
import { doubtOf, markOf } from './followUpDoubt';
import { FollowUpPresenter } from './FollowUpPresenter';
import { ItemOfChecklist, OPEN_STATUSES, StoredFollowUp } from './followUpRow';
import { FollowUpFilter } from './FollowUpStore';
import { IncidentAccess } from './IncidentAccess';
import { IncidentBrief } from './IncidentBriefStore';
import { IncidentChanges } from './IncidentChanges';
import { searchWords } from './incidentCommand';

type ListCommand = z.output<typeof listFollowUpsQuerySchema>;

const noFollowUp = (id: string) =>
  new NotFoundError(
    `There is no follow-up "${id}", or the catalog does not show you its services`,
  );

/** What has to be done after incidents. */
export class FollowUpService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly access: Access;
      readonly incidentAccess: IncidentAccess;
      readonly incidentChanges: IncidentChanges;
      readonly followUpPresenter: FollowUpPresenter;
      readonly itemDoubts: ItemDoubts;
      readonly now: () => number;
    },
  ) {}

  async list(
    { limit, cursor, orderBy, order, ...command }: ListCommand,
    credentials: BackstageCredentials,
  ): Promise<ListFollowUpsResponse> {
    const { knex, stores, access, incidentAccess, followUpPresenter, now } =
      this.options;
    const people = reliabilityOncallPeoplePermission;
    requireOneOf('status', command.status, followUpStatuses);
    const { q, status = [...OPEN_STATUSES], ...rest } = command;
    const filter: FollowUpFilter = {
      ...(await incidentAccess.visibility(credentials)),
      ...rest,
      status,
      words: searchWords(q),
      onlyPerson: (await access.has(people, credentials))
        ? undefined
        : nameOf(credentials),
      now: now(),
    };
    const sorting = { orderBy, order };
    const madeFor = fingerprint(['follow-ups', command, sorting]);
    const after = decodeCursor(
      cursor,
      madeFor,
      isSortValues(stores.followUps.columns(sorting)),
    );
    const [page, totals] = await Promise.all([
      stores.followUps.page(knex, filter, { ...sorting, after, limit }),
      stores.followUps.totals(knex, filter),
    ]);
    const { listed, ...counts } = totals;
    return {
      items: await followUpPresenter.items(page.items, credentials),
      totalItems: listed,
      ...(page.next && { nextCursor: encodeCursor(page.next, madeFor) }),
      counts,
    };
  }

  /** Adds a follow-up; the same one again, while it is open, is the one that is there. */
  async create(
    incidentId: string,
    command: CreateFollowUpCommand,
    credentials: BackstageCredentials,
  ): Promise<FollowUp> {
    const { stores, incidentAccess, incidentChanges, now } = this.options;
    await incidentAccess.requireEdit(incidentId, credentials);
    const author = { by: nameOf(credentials), at: now() };
    const asked = followUpAsked(command);
    const contradicts = this.itemAsked(command.contradicts);
    const followUp = await incidentChanges.change(
      incidentId,
      async (tx, incident) => {
        if (incident.isPrivate) {
          throw new InputError(
            'title: the incident is private; nothing is written about it here',
          );
        }
        const others = await stores.followUps.ofIncidents(tx, [incidentId]);
        const known = others.find(
          other => other.status === 'open' && isSameFollowUp(other, asked),
        );
        const before = known ?? {
          id: randomUUID(),
          incidentId,
          status: 'open',
          origin: 'person',
          edits: {},
          createdAt: author.at,
          changedAt: author.at,
          ...asked,
        };
        const after = contradicts ? { ...before, contradicts } : before;
        return this.save(tx, incident, { before: known, after, author });
      },
      author.by,
    );
    return this.present(followUp, credentials);
  }

  /** Changes the fields that are given. */
  async patch(
    id: string,
    command: PatchFollowUpCommand,
    credentials: BackstageCredentials,
  ): Promise<FollowUp> {
    const { stores, incidentAccess, incidentChanges, now } = this.options;
    const { incidentId } = await this.requireVisible(id, credentials);
    await incidentAccess.requireEdit(incidentId, credentials);
    const author = { by: nameOf(credentials), at: now() };
    if (command.contradicts) this.itemAsked(command.contradicts);
    const followUp = await incidentChanges.change(
      incidentId,
      async (tx, incident) => {
        const before = (await stores.followUps.of(tx, [id])).get(id);
        if (!before) throw noFollowUp(id);
        const after = changedFollowUp(before, command, author);
        return this.save(tx, incident, { before, after, author });
      },
      author.by,
    );
    return this.present(followUp, credentials);
  }

  /** @throws NotFoundError when there is none, or the caller may not see its incident */
  async requireVisible(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<StoredFollowUp> {
    const { knex, stores, incidentAccess } = this.options;
    const found = id.includes('\0')
      ? undefined
      : (await stores.followUps.of(knex, [id])).get(id);
    if (!found) throw noFollowUp(id);
    try {
      await incidentAccess.requireVisible(found.incidentId, credentials);
    } catch (error) {
      // The id of an incident that one may not see is not told.
      throw error instanceof NotFoundError ? noFollowUp(id) : error;
    }
    return found;
  }

  /** Writes what differs, and contests or settles the item that it contradicts. */
  private async save(
    tx: Knex.Transaction,
    incident: IncidentBrief,
    change: { before?: StoredFollowUp; after: StoredFollowUp; author: Author },
  ): Promise<StoredFollowUp> {
    const { stores, itemDoubts, config } = this.options;
    const { before, author } = change;
    const { contradicts } = change.after;
    if (before && canonicalJson(before) === canonicalJson(change.after)) {
      return before;
    }
    const after = { ...change.after, changedAt: author.at };
    await stores.followUps.save(tx, [after]);
    const isSame =
      before?.contradicts?.checklistId === contradicts?.checklistId &&
      before?.contradicts?.itemId === contradicts?.itemId;
    if (isSame) return after;
    const refs = incident.services.map(({ entityRef }) => entityRef);
    const old = before?.contradicts && itemDoubts.find(before.contradicts);
    if (old) {
      await itemDoubts.settle(tx, old, refs, {
        mark: markOf(after),
        ...author,
      });
    }
    const known = contradicts && itemDoubts.find(contradicts);
    if (known) {
      const reason = doubtOf(after, incident, config.slo.portalUrl);
      await itemDoubts.contest(tx, known, refs, { reason, ...author });
    }
    return after;
  }

  /** @throws InputError when there is no such item */
  private itemAsked(given: ItemOfChecklist | null) {
    if (!given) return undefined;
    this.options.itemDoubts.require(given, 'contradicts.');
    return given;
  }

  private async present(
    followUp: StoredFollowUp,
    credentials: BackstageCredentials,
  ): Promise<FollowUp> {
    const { followUpPresenter } = this.options;
    const [item] = await followUpPresenter.items([followUp], credentials);
    return item;
  }
}
