import {
  SliCount,
  SliStep,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  RuleSubject,
  SliSource,
} from '@plimsoll/backstage-plugin-reliability-node';

const namingRules: SliSource['rules'] = {
  generate: (subjects: readonly RuleSubject[], { format, tests }) =>
    `# ${format}${tests ? ' tests' : ''}\n${subjects
      .map(({ id, owner, tier }) => `- ${id} of ${owner} in ${tier}\n`)
      .join('')}`,
  drift: async () => new Map(),
};

/** A source called `prom` that counts what a test says and names the SLOs that rules were asked for. */
export class CountingSource implements SliSource {
  readonly kind = 'counts';
  readonly type = 'counting';

  /** The answer for every window. */
  count: SliCount = { total: 1000, bad: 0 };
  /** Bad events of each step, of 100. */
  badAt: (at: number) => number = () => 0;
  /** Thrown instead of an answer. */
  failure: Error | undefined;
  /** Whether series are never answered. */
  hangs = false;
  /** Ranges that series were asked for. */
  readonly asked: { from: number; to: number; stepMs: number }[] = [];

  constructor(
    readonly name: string = 'prom',
    readonly rules: SliSource['rules'] = namingRules,
  ) {}

  check: SliSource['check'] = () => [];

  measure: SliSource['measure'] = async ({ windows }) => {
    if (this.failure) throw this.failure;
    return {
      mode: 'raw',
      counts: Object.fromEntries(windows.map(({ key }) => [key, this.count])),
      newestAt: null,
      queries: ['sum(all)'],
      warnings: [],
    };
  };

  coverage: SliSource['coverage'] = async ({ windows }) =>
    Object.fromEntries(windows.map(({ key }) => [key, 1]));

  series: SliSource['series'] = async (_, range) => {
    this.asked.push({ ...range });
    if (this.failure) throw this.failure;
    if (this.hangs) return new Promise(() => {});
    const steps: SliStep[] = [];
    for (let at = range.from; at <= range.to; at += range.stepMs) {
      steps.push({ at, total: 100, bad: this.badAt(at) });
    }
    return { steps, queries: [], warnings: [] };
  };
}
