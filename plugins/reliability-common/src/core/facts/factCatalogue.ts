import { factIn } from './factIn';
import { FactDefinition } from './facts';
import { incidentCatalogue, INCIDENTS } from './incidentCatalogue';
import { ONCALL, oncallCatalogue } from './oncallCatalogue';
import { READINESS, readinessCatalogue } from './readinessCatalogue';
import { SLO, sloCatalogue } from './sloCatalogue';

const tier = factIn({ root: 'tier', source: 'configuration' });

/** Catalog facts go stale when no sweep of the catalog has confirmed them for this long. @public */
export const CATALOG_FACT_TTL = 'P3D';

/** The names below which facts stand that are read from tables of their own. @public */
export const FACT_ROOTS = {
  pushed: 'facts',
  readiness: READINESS,
  slo: SLO,
  oncall: ONCALL,
  incidents: INCIDENTS,
} as const;

const entity = factIn({
  root: 'entity',
  source: 'catalog',
  ttl: CATALOG_FACT_TTL,
});

/** The kinds under which links are counted, with the words that put a link there. @public */
export const linkKinds = {
  runbook: ['runbook', 'playbook'],
  dashboard: ['dashboard', 'grafana', 'monitoring', 'metrics'],
  docs: ['docs', 'documentation', 'techdocs', 'wiki', 'handbook'],
  alerts: ['alert', 'alerts', 'alerting', 'on-call', 'oncall', 'pager'],
  logs: ['logs', 'logging', 'kibana'],
  chat: ['chat', 'slack', 'teams', 'discord', 'support'],
  repository: ['repository', 'repo', 'source', 'source code'],
} as const;

/** A name in `entity.links`. @public */
export type LinkKind = keyof typeof linkKinds;

/**
 * Every fact that a check may use, with type, unit, source and time to live. Pushed facts are
 * reached through `facts["<source>/<key>"]`; their time to live comes with each push.
 *
 * @public
 */
export const factCatalogue: readonly FactDefinition[] = [
  tier(
    'id',
    'string',
    'Id of the tier; `untiered` when none or an unknown one is declared.',
  ),
  tier('name', 'string', 'Name of the tier. Absent for an untiered service.'),
  tier(
    'rank',
    'int',
    'Place of the tier, 0 the most critical. Absent for an untiered service.',
  ),
  tier(
    'source',
    'string',
    'Where the tier comes from: `declared`, `override` or `none`.',
  ),
  tier(
    'contract.sloTarget',
    'double',
    'Availability objective that the tier demands.',
    'percent',
  ),
  tier('contract.rtoMinutes', 'double', 'Recovery time objective.', 'minutes'),
  tier('contract.rpoMinutes', 'double', 'Recovery point objective.', 'minutes'),
  tier(
    'contract.oncall.coverage',
    'string',
    '`24x7`, `business-hours` or `best-effort`.',
  ),
  tier(
    'contract.oncall.minResponders',
    'int',
    'People who share the rotation.',
    'people',
  ),
  tier('contract.oncall.minLevels', 'int', 'Escalation levels.', 'levels'),
  tier(
    'contract.oncall.acknowledgeMinutes',
    'double',
    'Time to acknowledge a page.',
    'minutes',
  ),
  tier(
    'contract.postmortem.severities',
    'list<int>',
    'Severities that need a postmortem.',
  ),
  tier(
    'contract.postmortem.draftHours',
    'double',
    'Time to a postmortem draft.',
    'hours',
  ),
  tier(
    'contract.postmortem.publishHours',
    'double',
    'Time to a published postmortem.',
    'hours',
  ),
  tier(
    'contract.slo.atRiskBelow',
    'double',
    'An SLO is at risk with less of its error budget left.',
    'percent',
  ),
  tier(
    'contract.slo.alerts',
    'list<string>',
    'Which alerts SLOs raise: `page`, `ticket`.',
  ),
  tier(
    'contract.reviewEveryDays',
    'double',
    'Longest time between reviews.',
    'days',
  ),
  entity(
    'ref',
    'string',
    'Entity reference, for instance `component:default/pay`.',
  ),
  entity('kind', 'string', 'Kind in lower case.'),
  entity('namespace', 'string', 'Namespace.'),
  entity('name', 'string', 'Name.'),
  entity('title', 'string', 'Title, or the name where there is none.'),
  entity('description', 'string', 'Description; empty when there is none.'),
  entity('type', 'string', '`spec.type`; empty when there is none.'),
  entity('lifecycle', 'string', '`spec.lifecycle`; empty when there is none.'),
  entity(
    'owner',
    'string',
    'Entity reference of the owner; empty when there is none.',
  ),
  entity(
    'ownerKind',
    'string',
    '`group` or `user`; empty when there is no owner.',
  ),
  entity('ownerExists', 'bool', 'Whether the owner is in the catalog.'),
  entity(
    'system',
    'string',
    'Entity reference of the system; empty when there is none.',
  ),
  entity(
    'domain',
    'string',
    'Entity reference of the domain of the system; empty when there is none.',
  ),
  entity('sourceUrl', 'string', 'Where the source lives; empty when unknown.'),
  entity('tags', 'list<string>', 'Tags.'),
  entity('labels', 'map<string, string>', 'Labels.'),
  entity(
    'annotations',
    'map<string, string>',
    'Annotations. Values are cut at 1,000 characters.',
  ),
  entity('links.runbook', 'int', 'Links of type runbook or playbook.', 'links'),
  entity('links.dashboard', 'int', 'Links to dashboards or metrics.', 'links'),
  entity(
    'links.docs',
    'int',
    'Links to documentation, TechDocs included.',
    'links',
  ),
  entity(
    'links.alerts',
    'int',
    'Links to alerts or on-call schedules.',
    'links',
  ),
  entity('links.logs', 'int', 'Links to logs.', 'links'),
  entity('links.chat', 'int', 'Links to a chat or support channel.', 'links'),
  entity('links.repository', 'int', 'Links to source code.', 'links'),
  entity('links.total', 'int', 'All links.', 'links'),
  entity(
    'linkTypes',
    'list<string>',
    'The `type` of every link, as written, in lower case.',
  ),
  entity(
    'dependencies',
    'int',
    'Components and resources that it depends on.',
    'entities',
  ),
  entity(
    'dependents',
    'int',
    'Components that say they depend on it.',
    'entities',
  ),
  entity('providedApis', 'int', 'APIs that it provides.', 'APIs'),
  entity('consumedApis', 'int', 'APIs that it consumes.', 'APIs'),
  {
    key: FACT_ROOTS.pushed,
    type: 'map<string, dyn>',
    source: 'pushed',
    description:
      'Pushed facts under `<source>/<key>`. Numbers are doubles; a fact that was never pushed or went stale makes the check unknown.',
  },
  ...readinessCatalogue,
  ...sloCatalogue,
  ...oncallCatalogue,
  ...incidentCatalogue,
];

const units = new Map(factCatalogue.map(({ key, unit }) => [key, unit]));

/** The unit of the fact at a path, as an expression names it. @public */
export function unitOf(path: string): string | undefined {
  const documented = path.replace(
    /^readiness(\.\w+|\["[^"]*"\])\./,
    'readiness["<checklist>"].',
  );
  return units.get(documented);
}
