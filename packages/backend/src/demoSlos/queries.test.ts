import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Exporter } from './openMetrics';
import { streams } from './streams';

const SINCE = Date.parse('2026-11-20T12:00:00Z');
const folder = resolve(__dirname, '../../examples/slo');

const labelsOf = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  );
const exported = new Exporter(streams, SINCE)
  .scrape(SINCE)
  .split('\n')
  .flatMap(line => {
    const [, metric, labels] = /^([\w:]+)\{(.*)\} /.exec(line) ?? [];
    return metric ? [{ metric, labels: labelsOf(labels) }] : [];
  });

/** Selectors in the queries of a file; `code=~"5.."` is what the exporter calls 503. */
function selectorsIn(file: string) {
  const text = readFileSync(resolve(folder, file), 'utf8').replace(
    /code=~"5\.\."/g,
    'code="503"',
  );
  const written = [...text.matchAll(/([a-z_:0-9]+)\{(\w+="[^}]*)\}/g)].map(
    ([, metric, labels]) => ({ metric, labels: labelsOf(labels) }),
  );
  const short = [
    ...text.matchAll(
      /histogram: (\w+)\s+under: (\S+)\s+where: job="([a-z-]+)"/g,
    ),
  ].map(([, metric, le, job]) => ({
    metric: `${metric}_bucket`,
    labels: { job, le },
  }));
  return [...written, ...short].map(each => ({ file, ...each }));
}

describe('the queries of the demo company', () => {
  const selectors = readdirSync(folder).flatMap(selectorsIn);

  it('ask for what its services export, but where they are wrong on purpose', () => {
    const missing = selectors.filter(
      ({ metric, labels }) =>
        !exported.some(
          series =>
            series.metric === metric &&
            Object.entries(labels).every(
              ([name, value]) => (series.labels[name] ?? '') === value,
            ),
        ),
    );
    expect([...new Set(missing.map(({ file }) => file))]).toEqual([
      'freight-tracking.yaml',
      'lane-control.yaml',
      'refunds.yaml',
      'terminal-displays.yaml',
    ]);
  });

  it('use everything that is exported', () => {
    const jobs = new Set(selectors.map(({ labels }) => labels.job));
    const unused = exported.filter(({ labels }) => !jobs.has(labels.job));
    expect(unused).toEqual([]);
  });
});
