import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { Stores } from '../database/stores';
import { isSliSourceError } from './isSliSourceError';
import { SliSources } from './SliSources';
import { StoredDrift } from './sloState';
import { SloSubjects } from './SloSubjects';

const MINUTE = 60_000;

const DEADLINE = MINUTE;

/** Compares the rules that sources have loaded with those that follow from the SLOs. */
export class SloDrift {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly sliSources: SliSources;
      readonly sloSubjects: SloSubjects;
      readonly logger: LoggerService;
      readonly now: () => number;
    },
  ) {}

  /** Compares all SLOs of a source, with one question for all. @returns how many were compared */
  async compare(source: string, signal?: AbortSignal): Promise<number> {
    const { knex, stores, sliSources, sloSubjects, logger, now } = this.options;
    const found = sliSources.find(source);
    if (found?.kind !== 'counts' || !found.rules) return 0;
    const slos = await stores.slos.ofSource(knex, source);
    const known = [...(await sloSubjects.of(knex, slos)).values()];
    if (known.length === 0) return 0;
    const timer = AbortSignal.timeout(DEADLINE);
    let drifts: ReadonlyMap<string, StoredDrift>;
    try {
      drifts = await found.rules.drift(
        known.map(({ rules }) => rules),
        { signal: signal ? AbortSignal.any([signal, timer]) : timer },
      );
    } catch (error) {
      if (!isSliSourceError(error)) throw error;
      logger.warn(
        `Could not compare the rules of the source "${source}": ${error.message}`,
      );
      return 0;
    }
    await knex.transaction(tx => stores.sloStates.saveDrift(tx, drifts, now()));
    return drifts.size;
  }
}
