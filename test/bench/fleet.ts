import { Entity } from '@backstage/catalog-model';
import { ScorecardDefinition } from '@plimsoll/backstage-plugin-reliability-common';

const TEAMS = 200;
const SYSTEMS = 400;
const DOMAINS = 20;

const base = (kind: string, name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: {
    name,
    namespace: 'default',
    annotations: {
      'backstage.io/managed-by-location': 'url:https://git.example.com/fleet',
      'backstage.io/managed-by-origin-location':
        'url:https://git.example.com/fleet',
    } as Record<string, string>,
  },
});

function service(index: number): Entity {
  const entity = base('Component', `service-${index}`);
  const link = (type: string) => ({
    url: `https://${type}.example.com/${index}`,
    title: `The ${type} of service ${index}`,
    type,
  });
  const kinds = ['runbook', 'dashboard', 'docs', 'alerts', 'chat', 'logs'];
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      title: `Service ${(index * 7919) % 100_003}`,
      description: `Keeps the books of part ${index} of the business, for the people who close the month.`,
      tags: ['java', `group-${index % 13}`],
      labels: { 'example.com/region': index % 2 ? 'north' : 'south' },
      annotations: {
        ...entity.metadata.annotations,
        ...(index % 11 ? { 'plimsoll.dev/tier': `tier-${index % 4}` } : {}),
        'pagerduty.com/service-id': `P${index}`,
        'sonarqube.org/project-key': `fleet_${index}`,
      },
      links: kinds.filter((_, kind) => (index >> kind) % 3 !== 0).map(link),
    },
    spec: {
      type: 'service',
      lifecycle: index % 17 ? 'production' : 'experimental',
      owner: `team-${index % TEAMS}`,
      ...(index % 5 ? { system: `system-${index % SYSTEMS}` } : {}),
      ...(index > 10 ? { dependsOn: [`component:service-${index % 10}`] } : {}),
    },
  };
}

const numbered = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

/** A catalog with so many services, their teams, systems and domains. The same at every call. */
export function fleet(services: number): Entity[] {
  return [
    ...numbered(TEAMS, index => ({
      ...base('Group', `team-${index}`),
      spec: { type: 'team', children: [] },
    })),
    ...numbered(DOMAINS, index => ({
      ...base('Domain', `domain-${index}`),
      spec: { owner: `team-${index}` },
    })),
    ...numbered(SYSTEMS, index => ({
      ...base('System', `system-${index}`),
      spec: {
        owner: `team-${index % TEAMS}`,
        domain: `domain-${index % DOMAINS}`,
      },
    })),
    ...numbered(services, service),
  ];
}

const rules = [
  'tier.id != "untiered"',
  'entity.ownerExists && entity.ownerKind == "group"',
  'size(entity.description) >= 20',
  'entity.lifecycle != ""',
  'entity.system != ""',
  'entity.links.runbook > 0',
  'entity.links.dashboard > 0',
  'entity.links.docs > 0',
  'entity.links.alerts > 0 || "pagerduty.com/service-id" in entity.annotations',
  'entity.links.chat > 0',
  'entity.links.logs > 0',
  'entity.domain != ""',
  'entity.dependencies + entity.consumedApis > 0',
  'tier.contract.sloTarget >= 99.0',
  'tier.contract.oncall.minResponders >= 2',
  'entity.lifecycle == "production"',
  '"java" in entity.tags',
  'entity.labels["example.com/region"] == "north"',
  'facts["ci/coverage"] >= 70.0',
  'facts["ci/build-minutes"] <= 15.0',
];

/** A scorecard of twenty checks on three levels. */
export function benchScorecard(title = 'Bench'): ScorecardDefinition {
  return {
    id: 'bench',
    title,
    levels: ['bronze', 'silver', 'gold'].map(id => ({ id, name: id })),
    checks: rules.map((pass, index) => ({
      id: `check-${index}`,
      title: `Check ${index}`,
      level: ['bronze', 'silver', 'gold'][Math.floor(index / 7)],
      dimension: ['ownership', 'response', 'quality', 'architecture'][
        index % 4
      ],
      weight: 1 + (index % 3),
      pass,
      why: 'Because it is measured.',
      fix: 'Mend it.',
    })),
  };
}
