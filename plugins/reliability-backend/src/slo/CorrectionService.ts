import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  CorrectionRequest,
  reliabilitySloCorrectPermission,
  SloWriteResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { randomUUID } from 'crypto';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { nameOf } from '../access/nameOf';
import { Stores } from '../database/stores';
import { StoredCorrection } from './CorrectionStore';
import { LoadedSlo } from './loadedSlo';
import { SloService } from './SloService';

const DAY = 24 * 60 * 60 * 1000;
const MAX_LENGTH = 90 * DAY;
const MAX_AHEAD = 365 * DAY;

/** Every one is measured apart in every window. */
const MAX_CORRECTIONS = 100;

/** Times that people take out of a budget, such as a planned move. */
export class CorrectionService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly access: Access;
      readonly slos: SloService;
      /** Evaluates SLOs at once; a failure is kept in their state. */
      readonly evaluate: (ids: readonly string[]) => Promise<void>;
      readonly now: () => number;
    },
  ) {}

  /** Takes a time out and answers with the new numbers; the same again changes nothing. */
  async add(
    id: string,
    request: CorrectionRequest,
    credentials: BackstageCredentials,
  ): Promise<SloWriteResponse> {
    const { stores, now } = this.options;
    const slo = await this.requireAllowed(id, credentials);
    const range = rangeOf(request, now());
    return this.change(slo, credentials, async (tx, inForce) => {
      const isSame = (each: StoredCorrection) =>
        each.from === range.from && each.to === range.to;
      if (inForce.some(isSame)) return undefined;
      if (inForce.length >= MAX_CORRECTIONS) {
        throw new InputError(
          `An SLO takes at most ${MAX_CORRECTIONS} corrections; remove some`,
        );
      }
      await stores.sloCorrections.add(tx, {
        id: randomUUID(),
        sloId: id,
        ...range,
        reason: request.reason,
        by: nameOf(credentials),
        at: now(),
      });
      return range;
    });
  }

  /** Puts a time back. @throws NotFoundError when it is not taken out */
  async remove(
    id: string,
    correctionId: string,
    credentials: BackstageCredentials,
  ): Promise<SloWriteResponse> {
    const { stores, now } = this.options;
    const slo = await this.requireAllowed(id, credentials);
    return this.change(slo, credentials, async (tx, inForce) => {
      const found = inForce.find(each => each.id === correctionId);
      if (!found) {
        throw new NotFoundError(
          `The SLO has no correction "${correctionId}" in force`,
        );
      }
      await stores.sloCorrections.remove(tx, correctionId, {
        by: nameOf(credentials),
        at: now(),
      });
      return found;
    });
  }

  private async requireAllowed(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<LoadedSlo> {
    const { access, slos } = this.options;
    const loaded = await slos.requireVisible(id, credentials);
    await access.requireOn(
      reliabilitySloCorrectPermission,
      credentials,
      loaded.entityRef,
    );
    return loaded;
  }

  /** @param write - answers which time changed; undefined: none */
  private async change(
    slo: LoadedSlo,
    credentials: BackstageCredentials,
    write: (
      tx: Knex.Transaction,
      inForce: readonly StoredCorrection[],
    ) => Promise<{ from: number; to: number } | undefined>,
  ): Promise<SloWriteResponse> {
    const { knex, stores, slos, evaluate, now } = this.options;
    const { id, entityRef } = slo;
    const changed = await knex.transaction(async tx => {
      // Of two requests at once, the second must see the correction of the first.
      await stores.services.lock(tx, [entityRef]);
      const inForce = (await stores.sloCorrections.of(tx, [id])).get(id) ?? [];
      const range = await write(tx, inForce);
      if (!range) return false;
      await stores.sloDays.reopen(tx, slo, range, now());
      await stores.sloStates.markDue(tx, [id], now());
      return true;
    });
    if (changed) await evaluate([id]);
    return { slo: await slos.get(id, credentials) };
  }
}

function rangeOf(
  request: CorrectionRequest,
  now: number,
): { from: number; to: number } {
  const [from, to] = [Date.parse(request.from), Date.parse(request.to)];
  if (to - from > MAX_LENGTH) {
    throw new InputError(
      'to: a correction takes at most 90 days out; is the SLO still the right one?',
    );
  }
  if (to > now + MAX_AHEAD) {
    throw new InputError('to: expected a time within the next year');
  }
  return { from, to };
}
