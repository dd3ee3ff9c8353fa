import { RuleSubject } from '@plimsoll/backstage-plugin-reliability-node';
import { parse, stringify } from 'yaml';
import { describePrometheus } from './__testUtils__/binaries';
import { never } from './__testUtils__/client';
import { sourceFor } from './__testUtils__/evaluate';
import { openMetricsText } from './__testUtils__/openMetrics';
import {
  RealPrometheus,
  startRealPrometheus,
} from './__testUtils__/realPrometheus';
import { AT, DAY, requestFamily, SCRAPES } from './__testUtils__/services';
import { events, failures, sloOf, subjectOf } from './__testUtils__/slos';
import { PrometheusSource } from './PrometheusSource';

jest.setTimeout(180_000);

const DAYS = 3;
const subject = (svc: string): RuleSubject =>
  subjectOf(svc, sloOf(events(failures(svc)), 999_000, DAYS));

const services = ['steady', 'night'];
const all = services.map(subject);
const options = { format: 'prometheus', tests: false } as const;

const writer = sourceFor('http://nowhere.invalid').rules;

/** The rules that record bad and all events; those after them read what they recorded, which a backfill cannot. */
function partRules(): string {
  const { groups } = parse(writer.generate(all, options));
  const isPart = ({ record = '' }) => /^plimsoll:slo_(bad|total):/.test(record);
  return stringify({
    groups: groups
      .map((group: { rules: { record?: string }[] }) => ({
        ...group,
        rules: group.rules.filter(isPart),
      }))
      .filter(({ rules }: { rules: unknown[] }) => rules.length),
  });
}

describePrometheus('rules in a real Prometheus', () => {
  let prometheus: RealPrometheus;
  let source: PrometheusSource;

  beforeAll(async () => {
    const known = requestFamily.series.filter(({ labels }) =>
      services.includes(labels.svc),
    );
    const loaded = writer
      .generate(all.slice(1), options)
      .replace('severity: ticket', 'severity: somebody-changed-this');
    prometheus = await startRealPrometheus({
      samples: openMetricsText([{ ...requestFamily, series: known }], SCRAPES),
      rules: [writer.generate(all.slice(0, 1), options), loaded],
      backfill: { rules: partRules(), from: AT - DAYS * DAY, to: AT },
    });
    source = sourceFor(prometheus.url);
  });
  afterAll(() => prometheus?.stop());

  const measure = (svc: string, days: number, recorded?: RuleSubject) =>
    source.measure(
      {
        indicator: events(failures(svc)),
        windows: [{ key: 'period', from: AT - days * DAY, to: AT }],
        recorded,
      },
      { signal: never() },
    );

  it.each(services)(
    'what was recorded of %s tells the same share as the raw series',
    async svc => {
      const raw = await measure(svc, DAYS);
      const recorded = await measure(svc, DAYS, subject(svc));
      expect([raw.mode, recorded.mode]).toEqual(['raw', 'recorded']);
      const share = ({ counts: { period } }: typeof raw) =>
        period.bad! / period.total!;
      expect(share(raw)).toBeGreaterThan(0);
      // The raw series lose one of 1,080 minutes of night, the first of the window; the recordings do not.
      expect(share(recorded) / share(raw)).toBeCloseTo(1, 2);
      expect(
        recorded.counts.period.total! / raw.counts.period.total!,
      ).toBeCloseTo(1, 3);
      expect(recorded.newestAt).toBe(raw.newestAt);
    },
  );

  it('recordings that began within the window are not taken for the whole of it', async () => {
    const measured = await measure('night', 30, subject('night'));
    expect(measured).toEqual(await measure('night', 30));
  });

  it('loaded rules are the same, differ where somebody changed one, or are missing', async () => {
    const drift = await source.rules.drift([...all, subject('gap')], {
      signal: never(),
    });
    expect(
      [...drift].map(([id, { state }]) => [id.split('~')[2], state]),
    ).toEqual([
      ['steady', 'same'],
      ['night', 'differs'],
      ['gap', 'missing'],
    ]);
    expect(drift.get(all[1].id)?.differences).not.toEqual([]);
  });
});
