import { randomUUID } from 'node:crypto';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  CompiledGatePolicy,
  createGateWaiverRequestSchema,
  fingerprint,
  GateWaiverItem,
  listGateWaiversQuerySchema,
  ListGateWaiversResponse,
  reliabilityGateWaivePermission,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { DateTime, Duration } from 'luxon';
import { z } from 'zod';
import { Access } from '../../access/Access';
import { nameOf } from '../../access/nameOf';
import { requirePerson } from '../../access/requirePerson';
import { isoTime } from '../../database/dates';
import { Db } from '../../database/sql';
import { Stores } from '../../database/stores';
import { decodeCursor, encodeCursor } from '../../http/cursor';
import { refsAsked } from '../../incidents/fieldsAsked';
import { MaturityService } from '../MaturityService';
import { GatePolicies } from './GatePolicies';
import { GateWaiverStore, StoredWaiver, WaiverLine } from './GateWaiverStore';
import { presentWaiver } from './presentGate';

type CreateCommand = z.output<typeof createGateWaiverRequestSchema>;
type ListCommand = z.output<typeof listGateWaiversQuerySchema>;

/** Waivers in force of one service that are compared with a new one. */
const COMPARED = 100;

const sameRules = (one: StoredWaiver['rules'], other: StoredWaiver['rules']) =>
  JSON.stringify(one ? [...one].sort() : null) ===
  JSON.stringify(other ? [...other].sort() : null);

/** Permissions to change although held. */
export class GateWaiverService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Pick<Stores, 'services'>;
      readonly access: Access;
      readonly maturity: MaturityService;
      readonly policies: GatePolicies;
      readonly waiverStore: GateWaiverStore;
      readonly now: () => number;
    },
  ) {}

  /**
   * Gives a waiver; the same one again by the same person is the one that is there.
   *
   * @throws NotFoundError when it is no service, or the caller may not see it
   * @throws NotAllowedError when the caller may not waive
   * @throws InputError when its end or its rules are not what the policy allows
   */
  async create(
    entityRef: string,
    { reason, until: end, rules }: CreateCommand,
    credentials: BackstageCredentials,
  ): Promise<GateWaiverItem> {
    const { knex, stores, maturity, policies } = this.options;
    const service = await maturity.requireVisible(entityRef, credentials);
    await this.requireWaive(entityRef, credentials);
    const at = this.options.now();
    const until = Date.parse(end);
    const { policy } = await policies.ofService(knex, service);
    requireEnd(until, policy, at);
    requireRules(rules, policy);
    const by = nameOf(credentials);
    const id = randomUUID();
    const waiver = { id, entityRef, rules, reason, until, by, at };
    const written = await knex.transaction(async tx => {
      // Of two requests at once, the second has to see the first.
      await stores.services.lock(tx, [entityRef]);
      return this.add(tx, waiver);
    });
    return presentWaiver(written, at);
  }

  private async add(
    tx: Knex.Transaction,
    waiver: StoredWaiver,
  ): Promise<WaiverLine> {
    const { waiverStore } = this.options;
    const { id, entityRef, at } = waiver;
    const inForce = await waiverStore.page(
      tx,
      { service: [entityRef], inForceAt: at },
      { limit: COMPARED },
    );
    const same = inForce.items.find(
      each =>
        each.by === waiver.by &&
        each.reason === waiver.reason &&
        each.until === waiver.until &&
        sameRules(each.rules, waiver.rules),
    );
    if (same) return same;
    await waiverStore.add(tx, waiver);
    return this.find(tx, id, entityRef);
  }

  /**
   * Ends a waiver before its time; one that is over or ended stays as it is.
   *
   * @throws NotFoundError when there is none, or the caller may not see its service
   * @throws NotAllowedError when the caller may not waive
   */
  async end(
    entityRef: string,
    id: string,
    { reason }: { readonly reason: string },
    credentials: BackstageCredentials,
  ): Promise<GateWaiverItem> {
    const { knex, maturity, waiverStore } = this.options;
    await maturity.requireVisible(entityRef, credentials);
    await this.requireWaive(entityRef, credentials);
    const now = this.options.now();
    const waiver = await this.find(knex, id, entityRef);
    if (waiver.ended || waiver.until <= now) return presentWaiver(waiver, now);
    await waiverStore.end(knex, id, {
      by: nameOf(credentials),
      at: now,
      reason,
    });
    return presentWaiver(await this.find(knex, id, entityRef), now);
  }

  async list(
    { limit, cursor, ...command }: ListCommand,
    credentials: BackstageCredentials,
  ): Promise<ListGateWaiversResponse> {
    const { knex, access, waiverStore } = this.options;
    const now = this.options.now();
    const madeFor = fingerprint(['gate-waivers', command]);
    const after = decodeCursor(cursor, madeFor, waiverStore.isPosition);
    const filter = {
      service: command.service && refsAsked('service', command.service),
      owner: command.owner,
      visible: await access.visibleRefs(credentials),
      ...(command.state === 'in-force' && { inForceAt: now }),
    };
    const [{ items, next }, totalItems] = await Promise.all([
      waiverStore.page(knex, filter, { after, limit }),
      waiverStore.count(knex, filter),
    ]);
    return {
      items: items.map(line => presentWaiver(line, now)),
      totalItems,
      ...(next && { nextCursor: encodeCursor(next, madeFor) }),
    };
  }

  private async requireWaive(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    requirePerson(credentials, 'waive what the load line says');
    await this.options.access.requireOn(
      reliabilityGateWaivePermission,
      credentials,
      entityRef,
    );
  }

  private async find(
    db: Db,
    id: string,
    entityRef: string,
  ): Promise<WaiverLine> {
    const { items } = await this.options.waiverStore.page(
      db,
      { id, service: [entityRef] },
      { limit: 1 },
    );
    if (!items[0]) {
      throw new NotFoundError(`There is no waiver "${id}" of ${entityRef}`);
    }
    return items[0];
  }
}

/** Counted as a calendar does, so that a month is one. */
function requireEnd(
  until: number,
  { definition }: CompiledGatePolicy,
  now: number,
): void {
  if (until <= now) {
    throw new InputError('until: expected a time in the future');
  }
  const { maxDuration } = definition.waiver;
  const latest = DateTime.fromMillis(now, { zone: 'utc' }).plus(
    Duration.fromISO(maxDuration),
  );
  if (until > latest.toMillis()) {
    throw new InputError(
      `until: expected a time up to ${isoTime(
        latest.toMillis(),
      )}, as the policy "${definition.id}" allows ${maxDuration}`,
    );
  }
}

function requireRules(
  rules: readonly string[] | undefined,
  { definition }: CompiledGatePolicy,
): void {
  const known = definition.rules.map(({ id }) => id);
  rules?.forEach((rule, index) => {
    if (known.includes(rule)) return;
    throw new InputError(
      `rules[${index}]: the policy "${
        definition.id
      }" has no rule "${rule}", only ${known.join(', ')}`,
    );
  });
}
