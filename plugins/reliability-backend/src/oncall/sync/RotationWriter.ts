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
    const { knex, stores, now } = this.options;
    const prepared = batch.map(prepare);
    const people = new Map(
      prepared.flatMap(one => one.people.map(person => [person.id, person])),
    );
    return knex.transaction(async tx => {
      const matches = await stores.people.match(tx, [...people.values()]);
      const changed = await stores.oncallResponders.save(
        tx,
        batch[0].reads.ref.account,
        [...people.values()].map(person => ({
          person,
          entityRef: matches.get(person.id),
        })),
        now(),
      );
      const differing = prepared.filter(
        one =>
          one.hash !== one.reads.contentHash ||
          this.wasSilent(one.reads) ||
          isAbout(one, new Set(changed)),
      );
      const services = await this.lockServices(
        tx,
        differing.map(({ reads }) => reads.id),
      );
      const before = await stores.oncallRotations.lock(
        tx,
        prepared.map(({ reads }) => reads.id),
      );
      for (const one of prepared) {
        await this.writeOne(tx, one, before.get(one.reads.id), times);
      }
      await this.reassess(tx, services);
      return services.length;
    });
  }

  private async writeOne(
    tx: Knex.Transaction,
    { reads: { id }, reading, shifts, hash }: Prepared,
    before: LockedRotation | undefined,
    { startedAt, nextDueAt }: ReadTimes,
  ): Promise<void> {
    const { stores, now } = this.options;
    // Nobody has it any more, or another replica has read it since.
    if (!before || (before.fetchedAt ?? -Infinity) > startedAt) return;
    const differs = hash !== before.contentHash;
    await stores.oncallRotations.save(tx, {
      id,
      reading,
      contentHash: hash,
      fetchedAt: now(),
      nextDueAt,
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
    const { knex, stores } = this.options;
    const isNew =
      (failures.failure === 'not-found') !== (reads.failure === 'not-found');
    return knex.transaction(async tx => {
      const services = isNew ? await this.lockServices(tx, [reads.id]) : [];
      await stores.oncallRotations.fail(tx, [reads.id], failures);
      await this.reassess(tx, services);
      return services.length;
    });
  }

  /** Whether its facts were not there, or too old. */
  private wasSilent({ fetchedAt, failure }: RotationReads): boolean {
    const { config, now } = this.options;
    return (
      failure === 'not-found' ||
      now() - (fetchedAt ?? -Infinity) > config.oncall.staleAfterMs
    );
  }

  /** Services come before rotations, as wherever both are written, so that nothing deadlocks. */
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
  ): Promise<void> {
    const { reassessor, now } = this.options;
    for (const batch of reassessBatches(refs)) {
      await reassessor.reassess(tx, batch, now());
    }
  }
}
