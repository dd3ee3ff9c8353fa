import { durationText } from '@plimsoll/backstage-plugin-reliability-common';
import { RuleSubject } from '@plimsoll/backstage-plugin-reliability-node';
import { printNumber } from '../promql/duration';
import { literal } from './rule';
import { RuledObjective } from './subject';

/** A share for people: `1.44 %`. */
export const percent = (share: number): string =>
  `${printNumber(Number((share * 100).toPrecision(6)))} %`;

/** `30d`, or `calendar 1M`. */
export function windowText({ slo }: RuleSubject): string {
  const text = durationText(slo.window.duration);
  return slo.window.kind === 'calendar' ? `calendar ${text}` : text;
}

/** What every alert of an objective carries, so that it can be routed; in the order of the alphabet. */
export function alertLabels(
  { entityRef, id, owner, slo, tier }: RuleSubject,
  objectiveId: string,
  severity: string,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const labels = {
    ...(owner ? { owner } : {}),
    plimsoll_objective: objectiveId,
    plimsoll_slo: id,
    service: entityRef,
    severity,
    slo: slo.name,
    tier,
    ...more,
  };
  return Object.fromEntries(
    Object.entries(labels)
      .map(([name, value]): [string, string] => [name, literal(value)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Name of an objective for people; the SLO's own where it has one objective only. */
export function objectiveText(
  { serviceTitle, slo }: RuleSubject,
  { title, target }: Pick<RuledObjective, 'title' | 'target'>,
): string {
  const several = slo.objectives.length > 1 && title && title !== slo.title;
  const name = several ? `${slo.title} (${title})` : slo.title;
  return `${serviceTitle}: ${name}, ${percent(target / 1_000_000)}`;
}

/** What every alert tells beside its labels. `summary` and `description` may hold templates of ours. */
export function annotations(
  { portalUrl, slo }: RuleSubject,
  summary: string,
  description: string,
): Record<string, string> {
  const { runbook } = slo.options;
  return {
    description,
    portal: literal(portalUrl),
    ...(runbook ? { runbook_url: literal(runbook) } : {}),
    summary,
  };
}
