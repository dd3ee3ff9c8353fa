import { Rotation } from '@plimsoll/backstage-plugin-reliability-common';
import {
  ProviderPerson,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import { Knex } from 'knex';
import { OncallConfig } from '../../config/oncall';
import { Stores } from '../../database/stores';
import { Reassessor } from '../../maturity/Reassessor';
import { reassessBatches } from '../../maturity/ReportStore';
import { responderId } from '../ResponderStore';
import { LockedRotation, RotationFailures } from '../RotationStore';
import { RotationReads } from '../rotationRow';
import { soundReading } from './soundReading';
import { contentHash, peopleOf, withResponders } from './storedReading';

/** When a read was made, and when the next one is. Milliseconds since the epoch. */
export interface ReadTimes {
  readonly startedAt: number;
  readonly nextDueAt: number;
}

/** A rotation, how it did before, and what was read of it. */
export interface AnsweredRotation {
  readonly reads: RotationReads;
  readonly found: RotationReading;
}

/** What is to be written of a rotation. */
interface Prepared {
  readonly reads: RotationReads;
  readonly people: readonly ProviderPerson[];
  readonly reading: Omit<Rotation<string>, 'shifts'>;
  readonly shifts: Rotation<string>['shifts'];
  readonly hash: string;
}

function prepare({ reads, found }: AnsweredRotation): Prepared {
  const read = { ...soundReading(found), ref: reads.ref };
  const { shifts, ...reading } = withResponders(read);
  return {
    reads,
    people: peopleOf(read),
    reading,
    shifts,
    hash: contentHash({ ...reading, shifts }),
  };
}

const isAbout = (
  { reads, people }: Prepared,
  responders: ReadonlySet<string>,
): boolean =>
  people.some(({ id }) => responders.has(responderId(reads.ref.account, id)));

/** What is to be done in a transaction. */
interface Plan {
  /** Ids of rotations that say something else than before. */
  readonly changed: readonly string[];
  /** Ids of all that are written. */
  readonly written: readonly string[];
  write(before: ReadonlyMap<string, LockedRotation>): Promise<void>;
}

/** A service got one of the rotations while they were locked. */
class LinkedSince extends Error {}

const ATTEMPTS = 5;

/** Who wanted the rotation to be read while it was, wants what the provider says from then on. */
const dueAfter = (
  { nextDueAt: known }: RotationReads,
  before: LockedRotation | undefined,
  next: number,
): number =>
  before && before.nextDueAt !== known
    ? Math.min(before.nextDueAt, next)
    : next;

/** Writes what was read of rotations, and reassesses the services whose facts are others now. */
export class RotationWriter {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: { readonly oncall: OncallConfig };
      readonly reassessor: Pick<Reassessor, 'reassess'>;
      readonly now: () => number;
    },
  ) {}

  /**
   * Writes readings of one account, and assesses in the same transaction.
   *
   * @returns how many services were assessed
   */
  async write(
    batch: readonly AnsweredRotation[],
    times: ReadTimes,
  ): Promise<number> {
    const prepared = batch.map(prepare);
    const { account } = batch[0].reads.ref;
    return this.withServices(account, async tx => {
      const changed = new Set(await this.savePeople(tx, prepared));
      const differing = prepared.filter(
        one =>
          one.hash !== one.reads.contentHash ||
          this.wasSilent(one.reads) ||
          isAbout(one, changed),
      );
      return {
        changed: differing.map(({ reads }) => reads.id),
        written: prepared.map(({ reads }) => reads.id),
        write: async before => {
          for (const one of prepared) {
            await this.writeOne(tx, one, before.get(one.reads.id), times);
          }
        },
      };
    });
  }

  /** @returns ids of the responders who are others than before */
  private async savePeople(
    tx: Knex.Transaction,
    prepared: readonly Prepared[],
  ): Promise<string[]> {
    const { stores, now } = this.options;
    const people = new Map(
      prepared.flatMap(one => one.people.map(person => [person.id, person])),
    );
    const matches = await stores.people.match(tx, [...people.values()]);
    return stores.oncallResponders.save(
      tx,
      prepared[0].reads.ref.account,
      [...people.values()].map(person => ({
        person,
        entityRef: matches.get(person.id),
      })),
      now(),
    );
  }

  private async writeOne(
    tx: Knex.Transaction,
    { reads, reading, shifts, hash }: Prepared,
    before: LockedRotation | undefined,
    { startedAt, nextDueAt }: ReadTimes,
  ): Promise<void> {
    const { stores, now } = this.options;
    const { id } = reads;
    // Nobody has it any more, or another replica has read it since.
    if (!before || (before.fetchedAt ?? -Infinity) > startedAt) return;
    const differs = hash !== before.contentHash;
    await stores.oncallRotations.save(tx, {
      id,
      reading,
      contentHash: hash,
      fetchedAt: now(),
      nextDueAt: dueAfter(reads, before, nextDueAt),
      changed: differs,
    });
    const { window } = reading;
    // Many providers cut shifts to the window: when it moves, so do their ends.
    if (
      differs ||
      window.from !== before.window?.from ||
      window.to !== before.window?.to
    ) {
      await stores.oncallShifts.replace(tx, id, shifts, window);
    }
  }

  /** Notes that a rotation could not be read. One that its provider does not have (any more) is another fact. */
  async fail(
    reads: RotationReads,
    failures: RotationFailures,
  ): Promise<number> {
    const { stores } = this.options;
    const { id } = reads;
    const isNew =
      (failures.failure === 'not-found') !== (reads.failure === 'not-found');
    return this.withServices(reads.ref.account, async tx => ({
      changed: isNew ? [id] : [],
      written: [id],
      write: before =>
        stores.oncallRotations.fail(tx, [id], {
          ...failures,
          nextDueAt: dueAfter(reads, before.get(id), failures.nextDueAt),
        }),
    }));
  }

  /**
   * Writes rotations and assesses the services that have a changed one, in one transaction. Services are locked
   * before rotations, as wherever both are written, so that nothing deadlocks; when one was linked in between, all
   * begins again.
   *
   * @returns how many services were assessed
   */
  private async withServices(
    account: string,
    plan: (tx: Knex.Transaction) => Promise<Plan>,
  ): Promise<number> {
    const { knex, stores } = this.options;
    const run = async (tx: Knex.Transaction) => {
      const { changed, written, write } = await plan(tx);
      const services = await this.lockServices(tx, changed);
      const before = await stores.oncallRotations.lock(tx, written);
      const linked = await stores.oncallLinks.servicesOf(tx, changed);
      // Whoever links a rotation writes to its row first, so that none can come any more.
      if (linked.some(ref => !services.includes(ref))) throw new LinkedSince();
      await write(before);
      await this.reassess(tx, services, `source:oncall/${account}`);
      return services.length;
    };
    for (let attempt = 1; ; attempt++) {
      try {
        return await knex.transaction(run);
      } catch (error) {
        if (!(error instanceof LinkedSince) || attempt === ATTEMPTS) {
          throw error;
        }
      }
    }
  }

  /** Whether its facts were not there, or too old. */
  private wasSilent({ fetchedAt, failure }: RotationReads): boolean {
    const { config, now } = this.options;
    return (
      failure === 'not-found' ||
      now() - (fetchedAt ?? -Infinity) > config.oncall.staleAfterMs
    );
  }

  private async lockServices(
    tx: Knex.Transaction,
    rotationIds: readonly string[],
  ): Promise<string[]> {
    const { stores } = this.options;
    const refs = await stores.oncallLinks.servicesOf(tx, rotationIds);
    for (const batch of reassessBatches(refs)) {
      await stores.services.lock(tx, batch);
    }
    return refs;
  }

  private async reassess(
    tx: Knex.Transaction,
    refs: readonly string[],
    by: string,
  ): Promise<void> {
    const { reassessor, now } = this.options;
    for (const batch of reassessBatches(refs)) {
      await reassessor.reassess(tx, batch, now(), by);
    }
  }
}
