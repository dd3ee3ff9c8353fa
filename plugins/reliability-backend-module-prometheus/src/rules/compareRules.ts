import { RuleDriftItem } from '@plimsoll/backstage-plugin-reliability-common';
import { RuleSubject } from '@plimsoll/backstage-plugin-reliability-node';
import { RuleOptions, tryGroupsOf } from './groups';
import { canonical, canonicalDuration } from './canonical';
import { Rule } from './rule';

/** A rule as `/api/v1/rules` shows it. */
export interface LoadedRule {
  readonly name: string;
  readonly query: string;
  readonly type: 'alerting' | 'recording';
  readonly labels?: Readonly<Record<string, string>>;
  /** `for`; seconds. */
  readonly duration?: number;
}

/** A group as `/api/v1/rules` shows it. */
export interface LoadedGroup {
  readonly name: string;
  readonly rules: readonly LoadedRule[];
}

/** Where loaded rules differ from an SLO. */
export type RuleDrift = Omit<RuleDriftItem, 'checkedAt'>;

type Difference = RuleDrift['differences'][number];

/** One rule in the form in which two are compared. */
interface Comparable {
  readonly rule: string;
  readonly expr: string;
  readonly forMs: number;
  readonly labels: Readonly<Record<string, string>>;
}

/** Labels that tell rules of one name apart. */
const TELLING = [
  'plimsoll_objective',
  'severity',
  'policy',
  'long_window',
  'short_window',
];

function nameOf(name: string, labels: Readonly<Record<string, string>>) {
  const telling = TELLING.flatMap(label =>
    labels[label] === undefined ? [] : [`${label}="${labels[label]}"`],
  );
  return `${name}{${telling.join(',')}}`;
}

function fromRule({
  alert,
  record,
  expr,
  labels,
  for: wait,
}: Rule): Comparable {
  return {
    rule: nameOf(alert ?? record ?? '', labels),
    expr: canonical(expr),
    forMs: wait ? canonicalDuration(wait) : 0,
    labels,
  };
}

function fromLoaded({
  name,
  query,
  labels = {},
  duration = 0,
}: LoadedRule): Comparable {
  return {
    rule: nameOf(name, labels),
    expr: canonical(query),
    forMs: Math.round(duration * 1000),
    labels,
  };
}

/** What both sides say, as far as they differ. Labels that somebody added are no difference. */
function changes(expected: Comparable, actual: Comparable): Difference[] {
  const { rule } = expected;
  const changed = (from: string, to: string): Difference[] =>
    from === to ? [] : [{ rule, kind: 'changed', expected: from, actual: to }];
  return [
    ...changed(expected.expr, actual.expr),
    ...changed(
      `for: ${expected.forMs / 1000}s`,
      `for: ${actual.forMs / 1000}s`,
    ),
    ...Object.entries(expected.labels).flatMap(([label, value]) =>
      changed(
        `${label}="${value}"`,
        `${label}="${actual.labels[label] ?? ''}"`,
      ),
    ),
  ];
}

function one(
  rule: string,
  kind: 'missing' | 'unexpected',
  { expr }: Comparable,
): Difference {
  return {
    rule,
    kind,
    expected: kind === 'missing' ? expr : null,
    actual: kind === 'unexpected' ? expr : null,
  };
}

/** Sorted once for all SLOs of a server, of which there can be thousands. */
const sorted = new WeakMap<
  readonly LoadedGroup[],
  ReadonlyMap<string, readonly LoadedRule[]>
>();

function rulesBySlo(loaded: readonly LoadedGroup[]) {
  const known = sorted.get(loaded);
  if (known) return known;
  const bySlo = new Map<string, LoadedRule[]>();
  for (const rule of loaded.flatMap(({ rules }) => rules)) {
    const id = rule.labels?.plimsoll_slo;
    if (id === undefined) continue;
    const own = bySlo.get(id) ?? [];
    own.push(rule);
    bySlo.set(id, own);
  }
  sorted.set(loaded, bySlo);
  return bySlo;
}

/**
 * Compares the rules of an SLO with those that a server has loaded. Rules are ours where they carry the id
 * of the SLO in `plimsoll_slo`; their group and file do not matter. Expressions are compared as parsed, so
 * that the way in which Prometheus prints them is no difference.
 *
 * @returns `missing` where none is loaded, `unknown` where the SLO has a query that cannot be used
 */
export function compareRules(
  subject: RuleSubject,
  loaded: readonly LoadedGroup[],
  options: RuleOptions,
): RuleDrift {
  const result = tryGroupsOf(subject, options);
  if ('reason' in result) return { state: 'unknown', differences: [] };
  const expected = result.groups.flatMap(({ rules }) => rules).map(fromRule);
  const actual = new Map(
    (rulesBySlo(loaded).get(subject.id) ?? [])
      .map(fromLoaded)
      .map(rule => [rule.rule, rule]),
  );
  if (actual.size === 0) return { state: 'missing', differences: [] };
  const wanted = new Set(expected.map(({ rule }) => rule));
  const differences = [
    ...expected.flatMap(rule => {
      const found = actual.get(rule.rule);
      return found ? changes(rule, found) : [one(rule.rule, 'missing', rule)];
    }),
    ...[...actual.values()]
      .filter(({ rule }) => !wanted.has(rule))
      .map(rule => one(rule.rule, 'unexpected', rule)),
  ];
  return { state: differences.length ? 'differs' : 'same', differences };
}
