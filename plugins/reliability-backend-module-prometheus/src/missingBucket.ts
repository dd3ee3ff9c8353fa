import { Indicator } from '@plimsoll/backstage-plugin-reliability-common';
import { SliSourceError } from '@plimsoll/backstage-plugin-reliability-node';
import { PrometheusClient } from './PrometheusClient';
import { bucketBounds } from './promql';
import { printExpr, Selector, selectorsOf } from './promql/expr';
import { queryExpr } from './promql/parts';

const MOST_SHOWN = 30;

const withoutLe = (selector: Selector): string => {
  const matchers = selector.matchers.filter(
    matcher => typeof matcher === 'string' || matcher.label !== 'le',
  );
  return printExpr({ ...selector, matchers });
};

/**
 * Says which buckets there are, where an SLI of latency counts good events in one that does not exist
 * (slo.md, 2.11): without it all requests would look slow.
 *
 * @param range - milliseconds; where buckets are looked for
 * @throws SliSourceError `bad-query` with the bounds of the buckets that exist
 */
export async function refuseMissingBucket(
  { sli }: Indicator,
  range: { from: number; to: number },
  client: PrometheusClient,
  signal: AbortSignal,
): Promise<void> {
  if (sli.kind !== 'ratio' || !sli.good) return;
  for (const selector of selectorsOf(queryExpr(sli.good))) {
    const wanted = bucketBounds(selector)[0];
    if (wanted === undefined) continue;
    const match = withoutLe(selector);
    const found = await client.labelValues('le', match, range, signal);
    const bounds = found
      .filter(le => Number.isFinite(Number(le)))
      .sort((a, b) => Number(a) - Number(b));
    if (bounds.length && !bounds.some(le => Number(le) === Number(wanted))) {
      throw new SliSourceError(
        'bad-query',
        `${match} has no bucket le="${wanted}", so nothing can be counted as good. Its buckets are ${bounds
          .slice(0, MOST_SHOWN)
          .join(', ')}. Use one of them, or add the bucket to the histogram.`,
      );
    }
  }
}
