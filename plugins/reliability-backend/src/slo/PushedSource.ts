import {
  Indicator,
  SliCount,
  SliMeasurement,
  SliStep,
  SliWindow,
  SloQuery,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  SliQueryProblem,
  SliRequest,
  SliSource,
  SliSourceError,
} from '@plimsoll/backstage-plugin-reliability-node';
import { Knex } from 'knex';
import { SampleStore } from './SampleStore';
import { countSlices, eventsPerStep, StepEvents } from './sampleSlices';

/** Name and type of the source of samples that were pushed. It is always there. */
export const PUSHED_SOURCE = 'pushed';

type Role = Parameters<SliSource['check']>[1];

/**
 * Counts what was pushed for one SLO, whoever counted it. The interface of sources does not say which SLO is
 * asked about, so every SLO has an instance of its own; without one only `check` works.
 */
export class PushedSource implements SliSource {
  readonly kind = 'counts';
  readonly name: string;
  readonly type = PUSHED_SOURCE;

  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly samples: SampleStore;
      readonly sloId?: string;
      /** Absent: that of the source that is always there. */
      readonly name?: string;
    },
  ) {
    this.name = options.name ?? PUSHED_SOURCE;
  }

  /** A pushed SLI needs no query: the pushed counts are its good, bad and total. */
  check({ spec }: SloQuery, role: Role): SliQueryProblem[] {
    // Whoever gives a source of pushed samples another name wants documents to stay as they are.
    if (this.name !== PUSHED_SOURCE) return [];
    if (role === 'raw' || role === 'threshold') {
      return [
        {
          severity: 'error',
          code: 'pushed-kind',
          message:
            'Pushed samples count good, bad and total events; use ratioMetric, or another source for a raw or threshold metric',
          member: '',
        },
      ];
    }
    return Object.keys(spec).map(member => ({
      severity: 'warning',
      code: 'pushed-query',
      message: `The source "pushed" asks nobody, so "${member}" is not used; remove it`,
      member,
    }));
  }

  async measure({ indicator, windows }: SliRequest): Promise<SliMeasurement> {
    const { knex, samples } = this.options;
    const sloId = this.requireSlo();
    return {
      mode: 'pushed',
      counts:
        indicator.method === 'Occurrences'
          ? await this.countEvents(sloId, windows)
          : await this.countSlices(sloId, indicator, windows),
      newestAt: (await samples.newestAt(knex, sloId)) ?? null,
      queries: [],
      warnings: [],
    };
  }

  async coverage({
    windows,
  }: Pick<SliRequest, 'windows'>): Promise<Record<string, number>> {
    const { knex, samples } = this.options;
    const covered = await samples.covered(knex, this.requireSlo(), windows);
    return Object.fromEntries(
      windows.map(({ key, from, to }) => [
        key,
        to > from ? (covered.get(key) ?? 0) / (to - from) : 0,
      ]),
    );
  }

  async series(
    indicator: Indicator,
    range: {
      readonly from: number;
      readonly to: number;
      readonly stepMs: number;
    },
  ): Promise<{ steps: SliStep[]; queries: string[]; warnings: string[] }> {
    const steps: SliStep[] = [];
    const { from, to, stepMs } = range;
    const sloId = this.requireSlo();
    const inSlices = indicator.method !== 'Occurrences';
    const events = await this.events(
      sloId,
      { from, to },
      inSlices ? sliceOf(indicator) : stepMs,
    );
    for (let at = from + stepMs; at <= to; at += stepMs) {
      const count = inSlices
        ? countSlices(events, indicator, { from: at - stepMs, to: at })
        : events.get(at - stepMs) ?? { total: null, bad: null };
      steps.push({ at, total: count.total, bad: count.bad });
    }
    return { steps, queries: [], warnings: [] };
  }

  private requireSlo(): string {
    const { sloId } = this.options;
    if (sloId !== undefined) return sloId;
    throw new SliSourceError(
      'bad-query',
      'Samples are pushed for an SLO that is in force; a draft has none yet',
    );
  }

  private async countEvents(
    sloId: string,
    windows: readonly SliWindow[],
  ): Promise<Record<string, SliCount>> {
    const { knex, samples } = this.options;
    const sums = await samples.sums(knex, sloId, windows);
    return Object.fromEntries(
      windows.map(({ key }) => [
        key,
        sums.get(key) ?? { total: null, bad: null },
      ]),
    );
  }

  private async countSlices(
    sloId: string,
    indicator: Indicator,
    windows: readonly SliWindow[],
  ): Promise<Record<string, SliCount>> {
    if (windows.length === 0) return {};
    const events = await this.events(
      sloId,
      {
        from: Math.min(...windows.map(({ from }) => from)),
        to: Math.max(...windows.map(({ to }) => to)),
      },
      sliceOf(indicator),
    );
    return Object.fromEntries(
      windows.map(window => [
        window.key,
        countSlices(events, indicator, window),
      ]),
    );
  }

  private async events(
    sloId: string,
    range: { readonly from: number; readonly to: number },
    stepMs: number,
  ): Promise<StepEvents> {
    const { knex, samples } = this.options;
    const sums = await samples.bySteps(knex, sloId, range, stepMs);
    return eventsPerStep(sums, stepMs);
  }
}

function sliceOf({ sliceMs }: Indicator): number {
  if (sliceMs !== undefined) return sliceMs;
  throw new SliSourceError(
    'bad-query',
    'The SLO counts slices of time and does not say how long one is: set timeSliceWindow',
  );
}
