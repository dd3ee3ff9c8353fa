import { LoggerService } from '@backstage/backend-plugin-api';
import {
  FactSource,
  FactSourceReadOptions,
  PluginReader,
} from '@plimsoll/backstage-plugin-reliability-node';
import { PushFactsRequest } from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';

const checksSchema = z.array(z.object({ id: z.string() }));

const runsSchema = z.array(
  z.object({
    entity: z.string(),
    error: z.unknown().optional(),
    results: z.array(
      z.object({ check: z.object({ id: z.string() }), result: z.unknown() }),
    ),
  }),
);

const ENTITIES_PER_REQUEST = 100;

/** Of a full reference, as the services of Plimsoll have. */
function partsOf(ref: string) {
  const [kind, rest] = ref.split(':');
  const [namespace, name] = rest.split('/');
  return { kind, namespace, name };
}

/** Reads the checks of Tech Insights, as they come out for each service. */
export class TechInsightsSource implements FactSource {
  readonly name = 'tech-insights';
  private wasAbsent = false;

  constructor(
    private readonly options: {
      readonly reader: PluginReader;
      readonly logger: LoggerService;
    },
  ) {}

  async *read({
    entityRefs,
    signal,
  }: FactSourceReadOptions): AsyncIterable<PushFactsRequest['facts']> {
    const found = await this.options.reader.read('/checks', { signal });
    if (found === undefined) {
      this.tellAbsent();
      return;
    }
    this.wasAbsent = false;
    const checks = checksSchema.parse(found).map(({ id }) => id);
    if (checks.length === 0) return;
    for (
      let start = 0;
      start < entityRefs.length;
      start += ENTITIES_PER_REQUEST
    ) {
      const batch = entityRefs.slice(start, start + ENTITIES_PER_REQUEST);
      yield await this.run(checks, batch, signal);
    }
  }

  /** What the checks say; a service of which one failed to run says nothing. */
  private async run(
    checks: readonly string[],
    refs: readonly string[],
    signal: AbortSignal,
  ): Promise<PushFactsRequest['facts']> {
    // An empty list of entities would mean all that Tech Insights knows.
    const entities = refs.map(partsOf);
    const reply = await this.options.reader.read('/checks/run', {
      signal,
      body: { checks, entities },
    });
    return runsSchema
      .parse(reply)
      .filter(({ error }) => error === undefined)
      .flatMap(({ entity, results }) =>
        results.flatMap(({ check, result }) =>
          typeof result === 'boolean'
            ? [{ entityRef: entity, key: check.id, value: result }]
            : [],
        ),
      );
  }

  private tellAbsent(): void {
    if (this.wasAbsent) return;
    this.wasAbsent = true;
    this.options.logger.info(
      'Tech Insights is not installed, or runs no checks: no facts are read from it',
    );
  }
}
