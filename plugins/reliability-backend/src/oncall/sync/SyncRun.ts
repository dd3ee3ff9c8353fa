import {
  OncallWindow,
  rotationId,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  OncallProvider,
  RotationFailure,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import { backOff } from '../../tasks/spread';
import { RotationReads } from '../rotationRow';
import { OncallSyncOptions, SyncResult } from './OncallSync';
import { failureOf, KnownFailure, placeOf } from '../../tasks/providerFailure';
import { AnsweredRotation } from './RotationWriter';
import { stoppable } from '../../tasks/stoppable';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const LONGEST_WAIT = HOUR;

/** So many rotations do not vanish at once: rather the account is asked at a wrong place. */
const SUSPICIOUSLY_MANY = 3;

/** Rotations that are written, and whose services are assessed, in one transaction. */
const KEPT_AT_ONCE = 25;

/** What happened a short time ago is asked for again: it may have been corrected. */
const LOOK_BACK = DAY;

/** The window moves by the hour: what reaches over its ends would otherwise be written with every read. */
const windowAt = (now: number, lookahead: number): OncallWindow => ({
  from: Math.floor(now / HOUR) * HOUR - LOOK_BACK,
  to: Math.ceil(now / HOUR) * HOUR + lookahead,
});

/** One question to an account, about one or many rotations. */
export class SyncRun {
  /** An error of ours, which says nothing of the account. */
  broken?: { readonly error: unknown };

  private readonly startedAt: number;
  /** Rotations without an answer yet. */
  private readonly waiting: Map<string, RotationReads>;
  /** Answers that wait to be written. */
  private answered: AnsweredRotation[] = [];
  /** Rotations that were there a short time ago and are not any more, until it is known whether any is. */
  private vanished: { reads: RotationReads; cause: KnownFailure }[] = [];
  private assessed = 0;
  private done = 0;
  private failed = 0;

  constructor(
    private readonly options: OncallSyncOptions,
    private readonly provider: OncallProvider,
    rotations: readonly RotationReads[],
  ) {
    this.startedAt = options.now();
    this.waiting = new Map(rotations.map(reads => [reads.id, reads]));
  }

  get result(): SyncResult {
    return { read: this.done, failed: this.failed };
  }

  /** @throws whatever the provider throws, or the reason of the signal */
  async readAll(signal: AbortSignal): Promise<void> {
    const { config, now } = this.options;
    const items = this.provider.read(
      [...this.waiting.values()].map(({ ref }) => ref),
      { window: windowAt(now(), config.oncall.lookaheadMs), signal },
    );
    try {
      for await (const item of stoppable(items, signal)) {
        const id = rotationId(item.ref);
        const reads = this.waiting.get(id);
        // Nobody asked for it, or it was told before.
        if (!reads) continue;
        this.waiting.delete(id);
        await this.take(reads, item);
      }
    } finally {
      // Also when the account breaks off: what it said is known.
      await this.keep();
    }
  }

  /** The account gave no (further) answer: what is left waits with it. */
  async giveUp(cause: KnownFailure): Promise<void> {
    const { knex, stores, config, now } = this.options;
    await this.believe();
    const account = await stores.oncallAccounts.get(
      knex,
      this.provider.account,
    );
    const failures = (account?.failures ?? 0) + 1;
    await stores.oncallRotations.fail(knex, [...this.waiting.keys()], {
      failure: cause.failure,
      error: cause.message,
      triedAt: now(),
      // They are due as soon as the account may be asked.
      nextDueAt: this.startedAt,
      startedAt: this.startedAt,
      ofAccount: true,
    });
    this.failed += this.waiting.size;
    await stores.oncallAccounts.save(knex, {
      name: this.provider.account,
      health: this.provider.health?.(),
      lastSuccessAt: this.done > 0 ? now() : account?.lastSuccessAt,
      lastTryAt: now(),
      error: cause.message,
      failures,
      nextDueAt:
        now() +
        Math.max(
          backOff(failures, config.oncall.syncEveryMs, LONGEST_WAIT),
          cause.retryAfterMs ?? 0,
        ),
    });
    this.announce();
  }

  /** The account said all that it has to say. */
  async finish(): Promise<void> {
    const { knex, stores, now } = this.options;
    if (this.lostEverything()) {
      const count = this.vanished.length;
      for (const { reads } of this.vanished) this.waiting.set(reads.id, reads);
      this.vanished = [];
      await this.giveUp({
        failure: 'bad-answer',
        message: `The account "${this.provider.account}" says of all ${count} rotations that they are not there, although they were. Check its address, and whether on-call is still switched on there.`,
      });
      return;
    }
    await this.believe();
    for (const reads of this.waiting.values()) {
      await this.fail(reads, {
        failure: 'bad-answer',
        message: `The account "${this.provider.account}" said nothing about this rotation`,
      });
    }
    const account = await stores.oncallAccounts.get(
      knex,
      this.provider.account,
    );
    await stores.oncallAccounts.save(knex, {
      name: this.provider.account,
      health: this.provider.health?.(),
      // Feeds fail one by one: an account all of whose rotations failed gave no answer.
      lastSuccessAt:
        this.done > 0 || this.failed === 0 ? now() : account?.lastSuccessAt,
      lastTryAt: now(),
      failures: 0,
    });
    this.announce();
  }

  /** A proxy, or a product that was switched off, says of everything that it is not there. */
  private lostEverything(): boolean {
    return (
      this.vanished.length >= SUSPICIOUSLY_MANY &&
      this.done + this.failed + this.waiting.size === 0
    );
  }

  /** What vanished is gone. */
  private async believe(): Promise<void> {
    const gone = this.vanished;
    this.vanished = [];
    for (const { reads, cause } of gone) await this.fail(reads, cause);
  }

  private async take(
    reads: RotationReads,
    item: RotationReading | RotationFailure,
  ): Promise<void> {
    if (item.kind === 'failure') {
      const cause = failureOf(item.error, this.provider.account);
      const wasThere =
        reads.failure !== 'not-found' &&
        this.startedAt - (reads.fetchedAt ?? -Infinity) < DAY;
      if (cause.failure === 'not-found' && wasThere) {
        this.vanished.push({ reads, cause });
        return;
      }
      await this.fail(reads, cause);
      return;
    }
    this.answered.push({ reads, found: item });
    if (this.answered.length >= KEPT_AT_ONCE) await this.keep();
  }

  /** Writes what was answered. One that cannot be written must not take the others with it. */
  private async keep(): Promise<void> {
    const batch = this.answered;
    this.answered = [];
    if (batch.length === 0 || (await this.write(batch))) return;
    for (const one of batch) {
      if (!(await this.write([one]))) {
        await this.fail(one.reads, {
          failure: 'bad-answer',
          message:
            'What the provider said could not be kept; the log of the backend says why',
        });
      }
    }
  }

  /** @returns whether it worked */
  private async write(batch: readonly AnsweredRotation[]): Promise<boolean> {
    const { rotationWriter, config, logger } = this.options;
    try {
      this.assessed += await rotationWriter.write(batch, {
        startedAt: this.startedAt,
        nextDueAt: this.startedAt + config.oncall.syncEveryMs,
      });
      this.done += batch.length;
      return true;
    } catch (error) {
      const ids = batch.map(({ reads }) => reads.id).join(', ');
      logger.error(`Could not keep rotations ${ids}: ${placeOf(error)}`);
      return false;
    }
  }

  private async fail(reads: RotationReads, cause: KnownFailure): Promise<void> {
    const { rotationWriter, config, now } = this.options;
    const wait = backOff(
      reads.failures + 1,
      config.oncall.syncEveryMs,
      LONGEST_WAIT,
    );
    try {
      this.assessed += await rotationWriter.fail(reads, {
        failure: cause.failure,
        error: cause.message,
        triedAt: now(),
        nextDueAt: now() + Math.max(wait, cause.retryAfterMs ?? 0),
        startedAt: this.startedAt,
      });
    } catch (error) {
      this.broken = { error };
      throw error;
    }
    this.failed += 1;
  }

  private announce(): void {
    if (this.assessed > 0) this.options.ranking.changed();
  }
}
