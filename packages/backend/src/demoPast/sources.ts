import { FactValue, Flip } from '@plimsoll/backstage-plugin-reliability-common';
import { PastEvent } from './events';
import { Rules } from './rules';

/** What is known now, by the path of the fact. */
export type Told = ReadonlyMap<string, FactValue>;

/** The fact that a check is about: the tier only says what is demanded. */
const factOf = ({ check }: PastEvent, { paths }: Rules): string =>
  [...(paths[check] ?? [])].reverse().find(path => !path.startsWith('tier.')) ??
  '';

const SOURCES: readonly (readonly [RegExp, string])[] = [
  [/^facts\["([^/]+)\//, 'source:facts/$1'],
  [/^slo\..*/, 'source:slo'],
  [/^oncall\..*/, 'source:oncall/pagerduty'],
  [/^incidents\..*/, 'source:incidents'],
  [/^readiness\[.*/, 'user:default/lena.ostrow'],
];

function sourceOf(path: string): string {
  for (const [pattern, source] of SOURCES) {
    const match = pattern.exec(path);
    if (match) return source.replace('$1', match[1] ?? '');
  }
  return 'source:catalog';
}

/** Who or what brought an event; facts go stale by the clock. */
export const whoBrings = (
  event: PastEvent,
  rules: Rules,
  ends: boolean | undefined,
): string =>
  event.cause === 'data' && !ends
    ? 'source:clock'
    : sourceOf(factOf(event, rules));

/** What it was before; undefined where nothing sensible can be said. */
function opposite(value: FactValue): FactValue | null | undefined {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return null;
  return undefined;
}

/**
 * The fact behind a flip. A link was not there before, and what is true was false; numbers are left out, because no
 * past is known that would have failed.
 */
export function factsOf(
  event: PastEvent,
  { ends, told }: { readonly ends?: boolean; readonly told: Told },
  rules: Rules,
): Flip['facts'] {
  const path = factOf(event, rules);
  const value = told.get(path);
  if (value === undefined || !ends) return [];
  const source = sourceOf(path).replace('source:', '');
  if (event.cause === 'data') {
    return [{ path, before: value, after: value, source }];
  }
  const before = event.outcome === 'fail' ? opposite(value) : undefined;
  if (before === undefined) return [];
  return [{ path, ...(before !== null && { before }), after: value, source }];
}
