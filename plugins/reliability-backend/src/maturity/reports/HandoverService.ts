import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { requirePerson } from '../../access/requirePerson';
import {
  decideHandoverRequestSchema,
  ListHandoversResponse,
  offerHandoverRequestSchema,
  reliabilityHandoverPermission,
  ReportDocument,
  ReportFormat,
  ServiceHandover,
  ServiceHandoverDetail,
} from '@plimsoll/backstage-plugin-reliability-common';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { nameOf } from '../../access/nameOf';
import { isoTime } from '../../database/dates';
import { Db } from '../../database/sql';
import { decodeCursor, encodeCursor, isText, pageOf } from '../../http/cursor';
import { TextReply } from '../../http/TextReply';
import { ProgrammeOptions } from '../programmeOptions';
import { MOST_ROWS } from './documentParts';
import { formatDocument } from './formatDocument';
import { handoverDocument } from './handoverDocument';
import { HandoverStore, StoredHandover } from './HandoverStore';

type Decision = z.output<typeof decideHandoverRequestSchema>;

const STATES = {
  accept: 'accepted',
  conditions: 'conditions',
  withdraw: 'withdrawn',
} as const;

const present = (handover: StoredHandover): ServiceHandover => ({
  id: handover.id,
  entityRef: handover.entityRef,
  from: handover.from,
  to: handover.to,
  note: handover.note,
  state: handover.state,
  conditions: handover.conditions,
  offeredBy: handover.offeredBy,
  offeredAt: isoTime(handover.offeredAt),
  decidedBy: handover.decidedBy ?? null,
  decidedAt:
    handover.decidedAt === undefined ? null : isoTime(handover.decidedAt),
  version: handover.version,
});

const presentWhole = (handover: StoredHandover): ServiceHandoverDetail => ({
  ...present(handover),
  document: handover.document,
});

/** Packets for those who take over a service, and whether they took it. */
export class HandoverService {
  private readonly store = new HandoverStore();

  constructor(private readonly options: ProgrammeOptions) {}

  /** What somebody has to know who takes over the service, as of now and as the reader may see it. */
  async packet(
    entityRef: string,
    format: ReportFormat,
    credentials: BackstageCredentials,
  ): Promise<ReportDocument | TextReply> {
    const document = await this.document(entityRef, credentials);
    return formatDocument(document, format, 'handover');
  }

  async list(
    entityRef: string,
    { limit, cursor }: { limit: number; cursor?: string },
    credentials: BackstageCredentials,
  ): Promise<ListHandoversResponse> {
    const { knex, maturity } = this.options;
    await maturity.requireVisible(entityRef, credentials);
    const found = await this.store.page(knex, entityRef, {
      before: decodeCursor(cursor, 'handovers', isText),
      limit: limit + 1,
    });
    const { items, ...page } = pageOf(found.items, limit, last =>
      encodeCursor(last.id, 'handovers'),
    );
    return { items: items.map(present), totalItems: found.total, ...page };
  }

  async get(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<ServiceHandoverDetail> {
    return presentWhole(await this.require(id, credentials));
  }

  /**
   * Offers a service, with the packet as it is now. The same offer again answers the one that waits.
   *
   * @throws ConflictError where the service is offered to somebody else already
   */
  async offer(
    entityRef: string,
    { to, note }: z.output<typeof offerHandoverRequestSchema>,
    credentials: BackstageCredentials,
  ): Promise<ServiceHandoverDetail> {
    const { knex, stores, access, maturity, now } = this.options;
    const service = await maturity.requireVisible(entityRef, credentials);
    await access.requireOn(
      reliabilityHandoverPermission,
      credentials,
      entityRef,
    );
    if (to === service.owner) {
      throw new InputError(`to: ${to} has the service already`);
    }
    const waiting = await this.waiting(knex, entityRef, to);
    if (waiting) return presentWhole(waiting);
    const document = await this.document(entityRef, credentials);
    const at = now();
    const handover: StoredHandover = {
      id: `${isoTime(at)}-${randomUUID()}`,
      entityRef,
      from: service.owner ?? null,
      to,
      note,
      state: 'offered',
      conditions: '',
      offeredBy: nameOf(credentials),
      offeredAt: at,
      version: 1,
      document,
    };
    return knex.transaction(async tx => {
      // Of two offers at once, the second has to see the first.
      await stores.services.lock(tx, [entityRef]);
      const first = await this.waiting(tx, entityRef, to);
      if (!first) await this.store.insert(tx, handover);
      return presentWhole(first ?? handover);
    });
  }

  /** The offer to somebody that waits already. @throws ConflictError where it waits for somebody else */
  private async waiting(
    db: Db,
    entityRef: string,
    to: string,
  ): Promise<StoredHandover | undefined> {
    const found = await this.store.open(db, entityRef);
    if (!found || found.to === to) return found;
    throw new ConflictError(
      `The service has been offered to ${found.to} by ${
        found.offeredBy
      } since ${isoTime(found.offeredAt)}; withdraw that first`,
    );
  }

  /** @throws ConflictError where it was decided meanwhile, or is over */
  async decide(
    id: string,
    { decision, conditions, version }: Decision,
    credentials: BackstageCredentials,
  ): Promise<ServiceHandoverDetail> {
    const { knex, access, now } = this.options;
    const handover = await this.require(id, credentials);
    await access.requireOn(
      reliabilityHandoverPermission,
      credentials,
      handover.entityRef,
    );
    if (decision !== 'withdraw') {
      requirePerson(credentials, 'take over a service');
      if (nameOf(credentials) === handover.offeredBy) {
        throw new NotAllowedError(
          'Somebody else than who offered it takes a service over',
        );
      }
    }
    const state = STATES[decision];
    const isRepeated =
      handover.state === state && handover.conditions === conditions;
    if (isRepeated && handover.version > version) return presentWhole(handover);
    if (['accepted', 'withdrawn'].includes(handover.state)) {
      throw new ConflictError(`The handover is ${handover.state} already`);
    }
    const by = nameOf(credentials);
    const isDone = await this.store.decide(
      knex,
      { id, version },
      { state, conditions, by, at: now() },
    );
    const current = await this.require(id, credentials);
    if (isDone) return presentWhole(current);
    throw new ConflictError(
      `${current.decidedBy ?? current.offeredBy} changed it at ${isoTime(
        current.decidedAt ?? current.offeredAt,
      )}; read it again`,
    );
  }

  private async require(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<StoredHandover> {
    const { knex, access } = this.options;
    const handover = await this.store.get(knex, id);
    if (handover && (await access.canRead(credentials, handover.entityRef))) {
      return handover;
    }
    throw new NotFoundError(
      'There is no such handover, or the catalog does not show its service to you',
    );
  }

  private async document(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<ReportDocument> {
    const { local, now } = this.options;
    const service = await local.call('getService', { entityRef }, credentials);
    const tiers = await local.call('listTiers', {}, credentials);
    const followUps = await local.call(
      'listFollowUps',
      { query: { service: entityRef, limit: MOST_ROWS } },
      credentials,
    );
    const { items } = await local.call(
      'getServiceChecklists',
      { entityRef },
      credentials,
    );
    return handoverDocument(
      {
        service,
        contract:
          tiers.items.find(({ id }) => id === service.tier.id)?.contract ?? {},
        slos: await local.call('getServiceSlos', { entityRef }, credentials),
        oncall: await local.call(
          'getServiceOncall',
          { entityRef },
          credentials,
        ),
        incidents: await local.call(
          'getServiceIncidents',
          { entityRef, query: { limit: 20 } },
          credentials,
        ),
        followUps: followUps.items,
        followUpsTotal: followUps.totalItems,
        checklists: await Promise.all(
          items.map(({ id }) =>
            local.call('getServiceChecklist', { entityRef, id }, credentials),
          ),
        ),
      },
      isoTime(now()),
    );
  }
}
