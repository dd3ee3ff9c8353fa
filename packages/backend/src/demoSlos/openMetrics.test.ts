import { Exporter } from './openMetrics';
import { streams } from './streams';
import { MINUTE } from './traffic';

const SINCE = Date.parse('2026-11-20T12:00:00Z');

/** Values by series. */
const read = (text: string) =>
  new Map(
    text
      .split('\n')
      .filter(line => line && !line.startsWith('#'))
      .map(line => {
        const at = line.indexOf('} ') + 1;
        return [line.slice(0, at), Number(line.slice(at).split(' ')[1])];
      }),
  );

describe('Exporter', () => {
  it('goes on in a scrape where the history ends', () => {
    const history = [
      ...new Exporter(streams, SINCE).history({
        from: SINCE - 10 * MINUTE,
        to: SINCE,
        stepMs: 2 * MINUTE,
      }),
    ].join('');
    const last = read(
      history
        .split('\n')
        .filter(line => line.endsWith(` ${SINCE / 1000}`))
        .join('\n'),
    );
    const scraped = read(new Exporter(streams, SINCE).scrape(SINCE));
    expect(last.size).toBeGreaterThan(60);
    expect([...scraped]).toEqual([...last]);
  });

  it('has counters that never fall, and buckets that hold one another', () => {
    const exporter = new Exporter(
      streams.filter(({ service }) => service === 'booking-api'),
      SINCE,
    );
    const readings = Array.from({ length: 91 }, (_, minute) =>
      read(exporter.scrape(SINCE + minute * MINUTE * 1.1)),
    );
    const fallen = readings
      .slice(1)
      .flatMap((after, index) =>
        [...after]
          .filter(([series]) => /_total\{|_bucket\{|_count\{/.test(series))
          .filter(([series, value]) => value < readings[index].get(series)!),
      );
    expect(fallen).toEqual([]);
    const last = readings[readings.length - 1];
    const of = (suffix: string) =>
      last.get(
        `http_request_duration_seconds_${suffix.replace(
          '{',
          '{job="booking-api"',
        )}}`,
      )!;
    expect(of('bucket{,le="0.1"')).toBeLessThan(of('bucket{,le="0.4"'));
    expect(of('bucket{,le="0.4"')).toBeLessThan(of('bucket{,le="1.6"'));
    expect(of('bucket{,le="1.6"')).toBeLessThan(of('bucket{,le="+Inf"'));
    expect(of('count{')).toBe(of('bucket{,le="+Inf"'));
  });

  it('names each family once, and no series twice', () => {
    const text = new Exporter(streams, SINCE).scrape(SINCE);
    const lines = text.trim().split('\n');
    const types = lines.filter(line => line.startsWith('# TYPE'));
    const series = lines
      .filter(line => !line.startsWith('#'))
      .map(line => line.slice(0, line.indexOf('} ')));
    expect(new Set(types).size).toBe(types.length);
    expect(new Set(series).size).toBe(series.length);
    expect(lines[lines.length - 1]).toBe('# EOF');
  });
});
