import { Sli } from '@plimsoll/backstage-plugin-reliability-common';
import { describePrometheus } from './__testUtils__/binaries';
import { faultOf, never } from './__testUtils__/client';
import { sourceFor } from './__testUtils__/evaluate';
import { openMetricsText } from './__testUtils__/openMetrics';
import { startRealPrometheus } from './__testUtils__/realPrometheus';
import {
  AT,
  DAY,
  gaugeFamily,
  HOUR,
  MINUTE,
  SCRAPES,
} from './__testUtils__/services';
import { events, raw, threshold } from './__testUtils__/slos';

jest.setTimeout(60_000);

const samples = openMetricsText([gaugeFamily], {
  ...SCRAPES,
  from: AT - DAY,
});
const SECONDS = threshold('probe{kind="seconds"}', 'lte', 30);

/** Asks a Prometheus with flags of its own for the last day. */
async function faultWith(args: readonly string[], sli: Sli = SECONDS) {
  const prometheus = await startRealPrometheus({ samples, args });
  const windows = [{ key: 'period', from: AT - DAY, to: AT }];
  const request = { indicator: events(sli), windows };
  return faultOf(
    sourceFor(prometheus.url).measure(request, { signal: never() }),
  ).finally(() => prometheus.stop());
}

describePrometheus('what a real Prometheus says when it cannot answer', () => {
  it.each<[string, string[], Sli | undefined, string, RegExp]>([
    [
      'too many samples',
      ['--query.max-samples=500'],
      undefined,
      'too-much',
      /too many samples.*recording rules/,
    ],
    [
      'too much time',
      ['--query.timeout=50ms'],
      raw('max_over_time(probe{kind="share"}[6h:1s])'),
      'too-much',
      /gave the query up/,
    ],
    [
      'two metrics that cannot be joined',
      [],
      raw('probe / ignoring(kind) probe{kind=~"up|share"}'),
      'bad-query',
      /many-to-many.*Correct the query/,
    ],
  ])('%s', async (_, args, sli, failure, message) => {
    expect(await faultWith(args, sli)).toEqual({
      failure,
      message: expect.stringMatching(message),
    });
  });

  it('under a path of its own', async () => {
    const prometheus = await startRealPrometheus({
      samples,
      args: ['--web.route-prefix=/metrics/main'],
      readyPath: '/metrics/main/-/ready',
    });
    const range = { from: AT - HOUR, to: AT, stepMs: 5 * MINUTE };
    const options = { signal: never() };
    const [right, wrong] = await Promise.all([
      sourceFor(`${prometheus.url}/metrics/main/`).series(
        events(SECONDS),
        range,
        options,
      ),
      faultOf(
        sourceFor(prometheus.url).series(events(SECONDS), range, options),
      ),
    ]);
    await prometheus.stop();
    expect(right.steps.map(({ total }) => total)).toEqual(Array(12).fill(5));
    expect(wrong).toEqual({
      failure: 'bad-answer',
      message: expect.stringMatching(/status 404.*url/),
    });
  });
});
