import {
  Indicator,
  SloQuery,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  SliQueryProblem,
  SliSource,
  SloStatusSource,
} from '@plimsoll/backstage-plugin-reliability-node';
import { Knex } from 'knex';
import { SliSourceEntry } from '../config/slo';
import { PUSHED_SOURCE, PushedSource } from './PushedSource';
import { SampleStore } from './SampleStore';

/** A source that counts, or one that only reports. */
export type AnySliSource = SliSource | SloStatusSource;

/** What a query measures. */
export type QueryRole = 'good' | 'bad' | 'total' | 'raw' | 'threshold';

/** The sources of SLIs: those configured, and the one of pushed samples. */
export class SliSources {
  private readonly configured: ReadonlyMap<string, AnySliSource>;

  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly samples: SampleStore;
      readonly entries: readonly SliSourceEntry[];
      readonly sources: readonly AnySliSource[];
    },
  ) {
    this.configured = new Map(
      options.sources.map(source => [source.name, source]),
    );
  }

  /** What a document may name. */
  get context(): readonly {
    readonly name: string;
    readonly type: string;
    readonly default?: boolean;
  }[] {
    return [
      ...this.options.entries,
      { name: PUSHED_SOURCE, type: PUSHED_SOURCE, default: false },
    ];
  }

  get names(): string[] {
    return this.context.map(({ name }) => name);
  }

  /**
   * A source by its name.
   *
   * @param sloId - of the SLO that it is asked about; absent of a draft
   */
  find(name: string, sloId?: string): AnySliSource | undefined {
    return this.isPushed(name)
      ? new PushedSource({ ...this.options, sloId, name })
      : this.configured.get(name);
  }

  /** Pushed samples may have another name too, so that documents with queries can do without a server. */
  private isPushed(name: string): boolean {
    return (
      name === PUSHED_SOURCE ||
      this.options.entries.some(
        entry => entry.name === name && entry.type === PUSHED_SOURCE,
      )
    );
  }

  /** What is wrong with a query, as its source sees it. */
  check = (
    query: SloQuery,
    role: QueryRole,
    indicator: Indicator,
  ): SliQueryProblem[] => {
    const source = this.find(query.source);
    if (!source) return [];
    return source.kind === 'status'
      ? source.check(query)
      : source.check(query, role, indicator);
  };
}
