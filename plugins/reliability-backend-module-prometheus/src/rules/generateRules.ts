import { RuleSubject } from '@plimsoll/backstage-plugin-reliability-node';
import { RuleOptions, tryGroupsOf } from './groups';
import { RuleGroup } from './rule';
import { ruleTests } from './tests';
import { COMMENT, commentLines, yamlText, YamlValue } from './yamlText';

/** Name under which the rules of `format: prometheus` are expected beside their tests. */
export const RULES_FILE = 'plimsoll-rules.yaml';

const WRITTEN_BY =
  'Written by Plimsoll from the SLOs of the portal. Do not edit: change the SLO and take the rules out again.';

/** A group as it is written, with its comments. */
function groupText({ name, interval, notes, rules }: RuleGroup): YamlValue {
  return {
    ...(notes.length ? { [COMMENT]: notes.join('\n') } : {}),
    name,
    interval,
    rules: rules.map(({ comment, ...rule }) => ({
      ...(comment ? { [COMMENT]: comment } : {}),
      ...rule,
    })),
  };
}

function fileText(notes: readonly string[], content: YamlValue): string {
  const head = [WRITTEN_BY, ...notes].flatMap(commentLines);
  return `${head.join('\n')}\n\n${yamlText(content)}`;
}

const ordered = (subjects: readonly RuleSubject[]) =>
  [...subjects].sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));

/** A name that Kubernetes takes: what it does not take becomes a dash, and a number keeps it apart. */
function resourceName(id: string): string {
  const service = id.split('~').slice(0, 3).join('-').toLowerCase();
  const name = service.replace(/[^a-z0-9.-]/g, '-').replace(/\.(?=[.-])/g, '-');
  const odd = [...service].reduce(
    (sum, char) => (sum * 31 + char.charCodeAt(0)) % 1_000_000,
    7,
  );
  return name === service ? `plimsoll-${name}` : `plimsoll-${name}-${odd}`;
}

function customResource(id: string, groups: readonly YamlValue[]) {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: {
      name: resourceName(id),
      labels: { 'app.kubernetes.io/managed-by': 'plimsoll' },
    },
    spec: { groups },
  };
}

/**
 * Writes the rules of SLOs as YAML. Order and names are stable, so that two versions can be compared line by
 * line. An SLO whose queries cannot be used is named in a comment at the top and left out.
 *
 * @param options.format - `prometheus`: one rules file; `prometheusrule`: one custom resource for each service
 * @param options.tests - a file for `promtool test rules` instead, which expects the rules of
 *   `format: prometheus` beside it as {@link RULES_FILE}
 * @param options.stepMs - how often samples are taken
 */
export function generateRules(
  subjects: readonly RuleSubject[],
  options: RuleOptions & {
    readonly format: 'prometheus' | 'prometheusrule';
    readonly tests: boolean;
  },
): string {
  const all = ordered(subjects).map(subject => ({
    subject,
    result: tryGroupsOf(subject, options),
  }));
  const usable = all.flatMap(({ subject, result }) =>
    'groups' in result ? [{ subject, groups: result.groups }] : [],
  );
  const notes = all.flatMap(({ subject, result }) =>
    'reason' in result ? [`Left out: ${subject.id}: ${result.reason}`] : [],
  );
  if (options.tests) {
    return ruleTests(
      usable.map(({ subject }) => subject),
      options,
    );
  }
  if (options.format === 'prometheus') {
    const groups = usable.flatMap(each => each.groups);
    return fileText(notes, { groups: groups.map(groupText) });
  }
  const services = [...new Set(usable.map(({ subject }) => subject.entityRef))];
  return services
    .map((entityRef, index) => {
      const own = usable.filter(each => each.subject.entityRef === entityRef);
      const groups = own.flatMap(each => each.groups);
      return fileText(
        index === 0 ? notes : [],
        customResource(own[0].subject.id, groups.map(groupText)),
      );
    })
    .join('---\n');
}
