import type { Rewriter } from './shortForm';
import { PUSHED_SOURCE } from './sources';
import { Place, Spot } from './Spot';

type Path = Place['path'];

const FORMS = [
  'total',
  'latency',
  'threshold',
  'successRatio',
  'failureRatio',
  'pushed',
] as const;

type Form = (typeof FORMS)[number];

const INDICATOR = ['spec', 'indicator', 'spec'];
const RATIO = [...INDICATOR, 'ratioMetric'];
const METRIC = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;

/** Writes short SLIs as OpenSLO. */
class SliRewriter {
  constructor(private readonly root: Spot, private readonly out: Rewriter) {}

  /** One query, wherever it comes from. */
  private query(to: Path, query: string | undefined, from: Path) {
    const source = this.root.at('source');
    const metricSource = [...to, 'metricSource'];
    this.out.put(metricSource, {}, from);
    this.out.put([...metricSource, 'metricSourceRef'], source.value, [
      source.absent ? from[0] : 'source',
    ]);
    this.out.put([...metricSource, 'spec'], {}, from);
    this.out.put([...metricSource, 'spec', 'query'], query ?? '?', from);
  }

  private text(member: Spot): string | undefined {
    if (member.absent) {
      return member.note(
        'member-missing',
        `\`${member.key}\` is missing: write the query.`,
      );
    }
    return member.text();
  }

  total() {
    const { root, out } = this;
    const parts = ['good', 'bad', 'total'].filter(key => !root.at(key).absent);
    for (const part of parts) {
      this.query([...RATIO, part], root.at(part).text(), [part]);
    }
    const counter = root.at('counter');
    out.put([...RATIO, 'counter'], counter.value ?? true, ['counter']);
  }

  /** Good are the requests in the bucket of that bound; `_count` has all of them. */
  latency() {
    const { root, out } = this;
    const latency = root.at('latency');
    if (!latency.members(['histogram', 'under', 'where'])) return;
    const histogram = this.text(latency.at('histogram'))?.replace(
      /_bucket$/,
      '',
    );
    if (histogram !== undefined && !METRIC.test(histogram)) {
      latency
        .at('histogram')
        .wrongType('the name of a histogram such as http_request_seconds');
    }
    const under = latency.at('under');
    if (under.absent) {
      latency.note(
        'member-missing',
        '`under` is missing: write the bound of a bucket of the histogram, such as 0.3.',
      );
    }
    const bound = under.number();
    const where = latency.at('where').text()?.trim();
    const matchers = where ? [where] : [];
    const good = [...matchers, `le="${bound}"`].join(',');
    const from = ['latency'];
    this.query([...RATIO, 'good'], `sum(${histogram}_bucket{${good}})`, from);
    this.query(
      [...RATIO, 'total'],
      `sum(${histogram}_count{${matchers.join('')}})`,
      from,
    );
    out.put([...RATIO, 'counter'], true, from);
  }

  threshold() {
    const { root, out } = this;
    const threshold = root.at('threshold');
    if (!threshold.members(['query', 'op', 'value'])) return;
    this.query(
      [...INDICATOR, 'thresholdMetric'],
      this.text(threshold.at('query')),
      ['threshold', 'query'],
    );
    for (const key of ['op', 'value']) {
      out.put(['spec', 'objectives', 0, key], threshold.at(key).value, [
        'threshold',
        key,
      ]);
    }
  }

  ratio(form: 'successRatio' | 'failureRatio') {
    const rawType = form === 'successRatio' ? 'success' : 'failure';
    this.out.put([...RATIO, 'rawType'], rawType, [form]);
    this.query([...RATIO, 'raw'], this.text(this.root.at(form)), [form]);
  }

  pushed() {
    const pushed = this.root.at('pushed');
    if (pushed.flag() === false) {
      pushed.wrongType('true; without pushed samples drop it');
    }
    for (const part of ['bad', 'total']) {
      const to = [...RATIO, part, 'metricSource'];
      this.out.put([...to, 'metricSourceRef'], PUSHED_SOURCE, ['pushed']);
      this.out.put([...to, 'spec'], {}, ['pushed']);
    }
  }

  write(form: Form) {
    switch (form) {
      case 'successRatio':
      case 'failureRatio':
        return this.ratio(form);
      default:
        return this[form]();
    }
  }
}

/** Writes the SLI of a short document, of which there must be exactly one. */
export function readShortSli(root: Spot, out: Rewriter): void {
  const there = (key: string) => !root.at(key).absent;
  const forms = FORMS.filter(form =>
    form === 'total' ? ['good', 'bad', 'total'].some(there) : there(form),
  );
  out.put(['spec', 'indicator'], {}, []);
  out.put(['spec', 'indicator', 'metadata', 'name'], 'sli', []);
  if (forms.length === 1) {
    new SliRewriter(root, out).write(forms[0]);
    return;
  }
  new SliRewriter(root, out).write('pushed');
  root.note(
    'short-form-sli',
    `A short document has one SLI, and this has ${
      forms.length === 0 ? 'none' : forms.join(' and ')
    }. Write \`total\` with \`good\` or \`bad\`, or one of \`latency\`, \`threshold\`, \`successRatio\`, \`failureRatio\` and \`pushed\`.`,
  );
}
