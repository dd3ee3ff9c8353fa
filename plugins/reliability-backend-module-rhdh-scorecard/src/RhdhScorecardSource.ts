import { LoggerService } from '@backstage/backend-plugin-api';
import {
  FactSource,
  FactSourceReadOptions,
  PluginReader,
} from '@plimsoll/backstage-plugin-reliability-node';
import { PushFactsRequest } from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';

const metricsSchema = z.array(
  z.object({
    id: z.string(),
    status: z.string(),
    result: z
      .object({ value: z.unknown(), timestamp: z.string().optional() })
      .optional(),
  }),
);

const AT_ONCE = 5;

const isScalar = (value: unknown): value is number | boolean | string =>
  ['number', 'boolean', 'string'].includes(typeof value);

/** `component:default/pay` as a path. */
function pathOf(entityRef: string): string {
  const [kind, rest] = entityRef.split(':');
  return [kind, ...rest.split('/')].map(encodeURIComponent).join('/');
}

/** Reads the metrics of Red Hat's scorecard plugin, the last value of each for each service. */
export class RhdhScorecardSource implements FactSource {
  readonly name = 'rhdh-scorecard';
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
    const { reader } = this.options;
    if ((await reader.read('/metrics', { signal })) === undefined) {
      this.tellAbsent();
      return;
    }
    this.wasAbsent = false;
    for (let start = 0; start < entityRefs.length; start += AT_ONCE) {
      const batch = entityRefs.slice(start, start + AT_ONCE);
      const facts = await Promise.all(
        batch.map(entityRef => this.of(entityRef, signal)),
      );
      if (facts.flat().length > 0) yield facts.flat();
    }
  }

  /** A metric that could not be computed says nothing: what it said before stays, with its age. */
  private async of(
    entityRef: string,
    signal: AbortSignal,
  ): Promise<PushFactsRequest['facts']> {
    const reply = await this.options.reader.read(
      `/metrics/catalog/${pathOf(entityRef)}`,
      { signal },
    );
    if (reply === undefined) return [];
    return metricsSchema.parse(reply).flatMap(({ id, status, result }) => {
      const value = result?.value;
      if (status !== 'success' || !isScalar(value)) return [];
      return [
        {
          entityRef,
          key: id,
          value,
          ...(result?.timestamp && { at: result.timestamp }),
        },
      ];
    });
  }

  private tellAbsent(): void {
    if (this.wasAbsent) return;
    this.wasAbsent = true;
    this.options.logger.info(
      "Red Hat's scorecard plugin is not installed: no facts are read from it",
    );
  }
}
