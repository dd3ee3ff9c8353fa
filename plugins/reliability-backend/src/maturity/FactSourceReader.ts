import { LoggerService } from '@backstage/backend-plugin-api';
import {
  FactSource,
  ReliabilityFactSourcesExtensionPoint,
} from '@plimsoll/backstage-plugin-reliability-node';
import { Knex } from 'knex';
import { Stores } from '../database/stores';
import { FactsService } from './FactsService';
import { ProgrammeTask } from './programmeOptions';

const EVERY_SECONDS = 15 * 60;
const NAME = /^[a-z0-9][a-z0-9._-]{0,62}$/;

/** Collects the sources that modules bring. */
export function collectFactSources(): {
  readonly sources: readonly FactSource[];
  readonly extensionPoint: ReliabilityFactSourcesExtensionPoint;
} {
  const sources: FactSource[] = [];
  return {
    sources,
    extensionPoint: {
      addSource(source) {
        if (!NAME.test(source.name)) {
          throw new Error(
            `"${source.name}" is no name for a source of facts: expected lower-case letters, digits, dots, dashes and underscores, at most 63`,
          );
        }
        if (sources.some(({ name }) => name === source.name)) {
          throw new Error(`Another module reads facts of "${source.name}"`);
        }
        sources.push(source);
      },
    },
  };
}

/** Reads the sources of facts that modules bring, and stores what they say as a push would. */
export class FactSourceReader {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly facts: FactsService;
      readonly logger: LoggerService;
    },
  ) {}

  task(source: FactSource): ProgrammeTask {
    return {
      id: `reliability-facts-${source.name}`,
      everySeconds: source.everySeconds ?? EVERY_SECONDS,
      run: signal => this.read(source, signal),
    };
  }

  /** Reads one source. Where it fails, what it said before stays with its age. */
  async read(
    source: FactSource,
    signal: AbortSignal = new AbortController().signal,
  ): Promise<void> {
    const { knex, stores, facts, logger } = this.options;
    const total = { stored: 0, rejected: 0 };
    let reason: string | undefined;
    try {
      const entityRefs = await stores.services.refs(knex);
      for await (const batch of source.read({ entityRefs, signal })) {
        const reply = await facts.store({ source: source.name, facts: batch });
        total.stored += reply.stored;
        total.rejected += reply.rejected;
        reason ??= reply.results.find(({ reason: why }) => why)?.reason;
      }
    } catch (error) {
      logger.warn(
        `Could not read the facts of ${source.name}; the old ones stay`,
        error as Error,
      );
    }
    if (total.rejected > 0) {
      logger.warn(`Facts of ${source.name} were rejected`, {
        ...total,
        reason,
      });
    }
  }
}
