import { LoggerService } from '@backstage/backend-plugin-api';
import { COMPOSITE, Slo } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { dayBefore } from '../database/dates';
import { inBatches } from '../database/sql';
import { Stores } from '../database/stores';
import { isSliSourceError } from './isSliSourceError';
import { StoredCorrection } from './CorrectionStore';
import { Limiter } from './Limiter';
import { SliSources } from './SliSources';
import { KnownDay, SloDay } from './SloDayStore';
import { measureDays } from './measureDays';
import { daysToCompute, endOfDay } from './sloDays';
import { SloEvaluator } from './SloEvaluator';
import { SloMeasurer } from './SloMeasurer';
import { sourceOf } from './loadedSlo';
import { SloSubject, SloSubjects } from './SloSubjects';
import { nextTurn } from '../tasks/spread';

const MINUTE = 60_000;

/** SLOs that are read at once, worked on at once, and the days of one that are asked for at once. */
const READ_AT_ONCE = 50;
const WORKED_AT_ONCE = 2;
const DAYS_AT_ONCE = 7;

const DEADLINE = 2 * MINUTE;

/** How long history waits after a source failed or answered in part. */
const RETRY_AFTER = 15 * MINUTE;

/** Over this time after midnight the SLOs are spread. */
const SPREAD = 30 * MINUTE;

/** More days than are ever computed. */
const MAX_AGE_DAYS = 500;

/** `later`: the source failed; `changed`: what was computed is not what is wanted any more. */
type Outcome = 'done' | 'later' | 'changed';

export interface SloHistoryOptions {
  readonly knex: Knex;
  readonly stores: Stores;
  readonly sliSources: SliSources;
  readonly sloMeasurer: SloMeasurer;
  readonly sloEvaluator: SloEvaluator;
  readonly sloSubjects: SloSubjects;
  readonly logger: LoggerService;
  readonly now: () => number;
}

const keyObjective = ({ composite, objectives }: Slo) =>
  composite ? COMPOSITE : objectives[0].id;

const isSame = (
  one: readonly StoredCorrection[],
  other: readonly StoredCorrection[],
) => one.map(({ id }) => id).join() === other.map(({ id }) => id).join();

/** Writes the daily history of SLOs: each closed day once, then only what changes afterwards. */
export class SloHistory {
  constructor(private readonly options: SloHistoryOptions) {}

  /** Works on the SLOs of a source whose history is due. @returns how many SLOs were looked at */
  async workDue(source: string, signal?: AbortSignal): Promise<number> {
    const { knex, stores, sloSubjects, now } = this.options;
    let count = 0;
    while (!signal?.aborted) {
      const ids = await stores.sloStates.historyDue(
        knex,
        source,
        now(),
        READ_AT_ONCE,
      );
      if (ids.length === 0) break;
      const loaded = await stores.slos.get(knex, ids);
      const found = await sloSubjects.of(knex, loaded);
      const known = await stores.sloDays.known(
        knex,
        new Map(loaded.map(({ id, slo }) => [id, keyObjective(slo)])),
        dayBefore(now(), MAX_AGE_DAYS),
      );
      const corrections = await stores.sloCorrections.of(knex, ids);
      const limiter = new Limiter({
        all: WORKED_AT_ONCE,
        perKey: WORKED_AT_ONCE,
      });
      await Promise.all(
        ids.map(id =>
          limiter.run('', () =>
            this.workOn(id, found.get(id), {
              known: known.get(id) ?? [],
              corrections: corrections.get(id) ?? [],
              signal,
            }),
          ),
        ),
      );
      count += ids.length;
    }
    return count;
  }

  private async workOn(
    id: string,
    subject: SloSubject | undefined,
    context: {
      readonly known: readonly KnownDay[];
      readonly corrections: readonly StoredCorrection[];
      readonly signal: AbortSignal | undefined;
    },
  ): Promise<void> {
    const { knex, stores, sloEvaluator, logger, now } = this.options;
    const { known, corrections, signal } = context;
    if (signal?.aborted) return;
    const started = now();
    const at = sloEvaluator.at(started);
    let outcome: Outcome = 'later';
    try {
      outcome =
        !subject || !this.isCounted(subject)
          ? 'done'
          : await this.compute(subject, {
              days: daysToCompute(
                subject.loaded.slo.window,
                at,
                subject.loaded.measureHash,
                known,
              ),
              corrections,
              signal,
            });
    } catch (error) {
      if (isSliSourceError(error)) {
        logger.debug(`The history of ${id} waits: ${error.message}`);
      } else {
        logger.error(`Could not write the history of ${id}`, error as Error);
      }
    }
    if (signal?.aborted || outcome === 'changed') return;
    const next =
      outcome === 'done' && subject
        ? nextTurn(
            id,
            SPREAD,
            endOfDay(subject.loaded.slo.window, at) + (started - at),
          )
        : started + RETRY_AFTER;
    await stores.sloStates.postponeHistory(knex, id, {
      dueBy: started,
      until: next,
    });
  }

  /** A source that only reports the status of the moment has no days to ask for. */
  private isCounted({ loaded }: SloSubject): boolean {
    const source = this.options.sliSources.find(
      sourceOf(loaded.slo),
      loaded.id,
    );
    return source?.kind === 'counts';
  }

  private async compute(
    subject: SloSubject,
    work: {
      readonly days: readonly string[];
      readonly corrections: readonly StoredCorrection[];
      readonly signal: AbortSignal | undefined;
    },
  ): Promise<Outcome> {
    for (const days of inBatches(work.days, DAYS_AT_ONCE)) {
      if (work.signal?.aborted) return 'later';
      const timer = AbortSignal.timeout(DEADLINE);
      const rows = await measureDays(
        this.options,
        subject,
        days,
        work.corrections,
        work.signal ? AbortSignal.any([work.signal, timer]) : timer,
      );
      if (!rows) return 'later';
      if (!(await this.save(subject, rows, work.corrections))) return 'changed';
    }
    return 'done';
  }

  /** @returns false where the SLO or its corrections changed meanwhile */
  private async save(
    { loaded }: SloSubject,
    rows: readonly SloDay[],
    corrections: readonly StoredCorrection[],
  ): Promise<boolean> {
    const { knex, stores } = this.options;
    return knex.transaction(async tx => {
      const hashes = await stores.slos.lockHashes(tx, [loaded.id]);
      const now = await stores.sloCorrections.of(tx, [loaded.id]);
      const isCurrent =
        hashes.get(loaded.id) === loaded.hash &&
        isSame(now.get(loaded.id) ?? [], corrections);
      if (isCurrent) await stores.sloDays.save(tx, rows);
      return isCurrent;
    });
  }
}
