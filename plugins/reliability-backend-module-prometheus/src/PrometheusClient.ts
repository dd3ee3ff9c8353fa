import { setTimeout as sleep } from 'node:timers/promises';
import { SliSourceError } from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import {
  matrixSchema,
  retryAfterMs,
  understand,
  Understood,
  vectorSchema,
} from './answers';
import { PrometheusConfig } from './config';
import { Gate, Wait } from './Gate';
import { LoadedGroup } from './rules';
import { createTransport, Send } from './transport';

/** A sample with its labels; `value` may be NaN or infinite. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly value: number;
}

/** A series with its points: milliseconds since the epoch, and a value that may be NaN or infinite. */
export interface Series {
  readonly labels: Readonly<Record<string, string>>;
  readonly points: readonly (readonly [number, number])[];
}

/** What an answer said beside its data. */
export interface Answer<T> {
  readonly result: readonly T[];
  readonly warnings: readonly string[];
}

/** What can be replaced, for tests. */
export interface ClientOptions {
  readonly now?: () => number;
  readonly wait?: Wait;
  readonly send?: Send;
}

const groupsSchema = z.object({
  groups: z.array(
    z.object({
      name: z.string(),
      rules: z.array(
        z.object({
          name: z.string(),
          query: z.string(),
          type: z.enum(['alerting', 'recording']),
          /** Seconds. */
          duration: z.number().optional(),
          labels: z.record(z.string(), z.string()).optional(),
        }),
      ),
    }),
  ),
});

const seconds = (ms: number) => `${ms / 1000}`;

/** Asks one Prometheus, or what speaks its API; every fault is a SliSourceError. */
export class PrometheusClient {
  private readonly gate: Gate;
  private readonly send: Send;
  private readonly now: () => number;

  constructor(
    private readonly config: PrometheusConfig,
    options: ClientOptions = {},
  ) {
    this.now = options.now ?? Date.now;
    this.send = options.send ?? createTransport(config);
    this.gate = new Gate({
      name: config.name,
      concurrency: config.concurrency,
      queriesPerMinute: config.queriesPerMinute,
      now: this.now,
      wait:
        options.wait ??
        ((ms, signal) => sleep(ms, undefined, { signal, ref: false })),
    });
  }

  /** @param at - milliseconds since the epoch */
  async query(
    text: string,
    at: number,
    signal: AbortSignal,
  ): Promise<Answer<Sample>> {
    const { data, warnings } = await this.ask(
      '/api/v1/query',
      { query: text, time: seconds(at), timeout: this.timeout() },
      vectorSchema,
      signal,
    );
    return {
      result: data.result.map(({ metric, value }) => ({
        labels: metric,
        at: value[0],
        value: value[1],
      })),
      warnings,
    };
  }

  /** @param range - milliseconds; both ends are points */
  async queryRange(
    text: string,
    range: { from: number; to: number; stepMs: number },
    signal: AbortSignal,
  ): Promise<Answer<Series>> {
    const { data, warnings } = await this.ask(
      '/api/v1/query_range',
      {
        query: text,
        start: seconds(range.from),
        end: seconds(range.to),
        step: seconds(range.stepMs),
        timeout: this.timeout(),
      },
      matrixSchema,
      signal,
    );
    return {
      result: data.result.map(({ metric, values }) => ({
        labels: metric,
        points: values,
      })),
      warnings,
    };
  }

  /**
   * Values that a label has in series that match.
   *
   * @param match - a selector
   * @param range - milliseconds
   */
  async labelValues(
    label: string,
    match: string,
    range: { from: number; to: number },
    signal: AbortSignal,
  ): Promise<readonly string[]> {
    const { data } = await this.ask(
      `/api/v1/label/${encodeURIComponent(label)}/values`,
      {
        'match[]': match,
        start: seconds(range.from),
        end: seconds(range.to),
      },
      z.array(z.string()),
      signal,
      'GET',
    );
    return data;
  }

  /** The rules that the source has loaded. */
  async rules(signal: AbortSignal): Promise<readonly LoadedGroup[]> {
    const { data } = await this.ask(
      '/api/v1/rules',
      {},
      groupsSchema,
      signal,
      'GET',
    );
    return data.groups;
  }

  /** A little less than we wait, so that the source can still say that it gave up. */
  private timeout(): string {
    return `${Math.round(this.config.timeout * 0.95)}ms`;
  }

  private async ask<T>(
    path: string,
    parameters: Record<string, string>,
    schema: z.ZodType<T>,
    signal: AbortSignal,
    method: 'GET' | 'POST' = 'POST',
  ): Promise<Understood<T>> {
    const { name, thanos } = this.config;
    const form = new URLSearchParams({
      ...parameters,
      ...(thanos && {
        dedup: `${thanos.dedup}`,
        partial_response: `${thanos.partialResponse}`,
        max_source_resolution: thanos.maxSourceResolution,
      }),
    });
    // Listeners of each question hang on a signal of its own: thousands may wait under one.
    const own = AbortSignal.any([signal]);
    try {
      return await this.gate.run(own, async () => {
        const reply = await this.send({ method, path, parameters: form }, own);
        const rest = retryAfterMs(reply, this.now());
        if (rest && (reply.status === 429 || reply.status === 503)) {
          this.gate.leaveAlone(
            rest,
            `it answered with status ${reply.status} and asked to wait`,
          );
        }
        return understand(name, reply, schema);
      });
    } catch (error) {
      if (signal.aborted) {
        throw new SliSourceError(
          'timeout',
          `Source "${name}" had no time left to answer: the evaluation was stopped.`,
        );
      }
      throw error;
    }
  }
}
