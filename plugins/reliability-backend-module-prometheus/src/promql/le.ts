import { Matcher, Selector } from './expr';

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The ways in which clients and servers write one bucket bound: `1`, `1.0`, `1e+06`. */
function spellings(written: string): string[] {
  const value = Number(written);
  const plain = String(value);
  const [mantissa, exponent] = value.toExponential().split('e');
  const power = Math.abs(Number(exponent));
  const scientific =
    value !== 0 && (Number(exponent) >= 6 || Number(exponent) < -4)
      ? [`${mantissa}e${exponent[0]}${String(power).padStart(2, '0')}`]
      : [];
  const whole = Number.isInteger(value) && !plain.includes('e');
  return [
    ...new Set([
      plain,
      ...(whole ? [`${plain}.0`] : []),
      ...scientific,
      written,
    ]),
  ];
}

function numeric(matcher: string | Matcher): string | Matcher {
  if (typeof matcher === 'string' || matcher.label !== 'le') return matcher;
  const written = matcher.value.slice(1, -1);
  if (!['=', '!='].includes(matcher.op) || !NUMBER.test(written)) {
    return matcher;
  }
  const all = spellings(written).map(each =>
    each.replace(/[.+]/g, found => `\\\\${found}`),
  );
  return all.length === 1
    ? matcher
    : {
        label: 'le',
        op: matcher.op === '=' ? '=~' : '!~',
        value: `"${all.join('|')}"`,
      };
}

/**
 * Lets `le="1"` also find a bucket that Prometheus 3 and OpenMetrics call `1.0`. Without it an upgrade of
 * the server empties the SLI.
 */
export function matchBucketByNumber(selector: Selector): Selector {
  return { ...selector, matchers: selector.matchers.map(numeric) };
}

/** The bucket bounds that a query names, for a hint which bounds there are. */
export function bucketBounds(selector: Selector): string[] {
  return selector.matchers.flatMap(matcher =>
    typeof matcher !== 'string' && matcher.label === 'le' && matcher.op === '='
      ? [matcher.value.slice(1, -1)]
      : [],
  );
}
