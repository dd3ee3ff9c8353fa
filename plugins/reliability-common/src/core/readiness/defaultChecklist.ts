import { ChecklistDefinition, ChecklistItem } from './checklist';
import { capacityItems } from './defaultChecklist/capacity';
import { costItems } from './defaultChecklist/cost';
import { dataItems } from './defaultChecklist/data';
import { dependenciesItems } from './defaultChecklist/dependencies';
import { objectivesItems } from './defaultChecklist/objectives';
import { observabilityItems } from './defaultChecklist/observability';
import { ownershipItems } from './defaultChecklist/ownership';
import { releaseItems } from './defaultChecklist/release';
import { responseItems } from './defaultChecklist/response';
import { securityItems } from './defaultChecklist/security';

/**
 * The checklist that ships: what a service should have shown before people rely on it, and must
 * show again while they do. The tier decides how much of it is required.
 *
 * @public
 */
export const defaultChecklist: ChecklistDefinition = {
  id: 'production-readiness',
  title: 'Production readiness',
  description:
    'Can people rely on this service, and can it be repaired when it breaks?',
  phases: [
    {
      id: 'design',
      title: 'Design',
      description: 'Before much is built: what is dear to change later.',
    },
    {
      id: 'pre-production',
      title: 'Before production',
      description: 'Before users rely on it: what must have been tried.',
    },
    {
      id: 'live',
      title: 'Live',
      description: 'While users rely on it: what only operation can show.',
    },
  ],
  categories: [
    { id: 'ownership', title: 'Ownership and on-call' },
    { id: 'objectives', title: 'Objectives and alerting' },
    { id: 'observability', title: 'Observability' },
    { id: 'response', title: 'Incident response and runbooks' },
    { id: 'release', title: 'Release safety and rollback' },
    { id: 'capacity', title: 'Capacity and performance' },
    { id: 'dependencies', title: 'Dependencies and failure modes' },
    { id: 'data', title: 'Data, backup and disaster recovery' },
    { id: 'security', title: 'Security and access' },
    { id: 'cost', title: 'Cost' },
  ],
  warnBefore: 'P14D',
  signOff: { reviewer: 'not-an-author', reviewerByTier: {} },
  items: [
    ...ownershipItems,
    ...objectivesItems,
    ...observabilityItems,
    ...responseItems,
    ...releaseItems,
    ...capacityItems,
    ...dependenciesItems,
    ...dataItems,
    ...securityItems,
    ...costItems,
  ],
};

const isKnown = (tierIds: ReadonlySet<string>) => (name: string) =>
  name === 'default' || tierIds.has(name);

function withKnownTiers(
  item: ChecklistItem,
  tierIds: ReadonlySet<string>,
): ChecklistItem {
  const { expires } = item;
  if (expires === undefined || typeof expires === 'string') return item;
  const names = Object.keys(expires).filter(isKnown(tierIds));
  return {
    ...item,
    expires: Object.fromEntries(names.map(name => [name, expires[name]])),
  };
}

/**
 * The checklist that ships, for a company with these tiers: an expiry that is meant for a tier which it does
 * not have is left out, so that `default` holds.
 *
 * @public
 */
export function defaultChecklistFor(
  tierIds: readonly string[],
): ChecklistDefinition {
  const known = new Set(tierIds);
  return {
    ...defaultChecklist,
    items: defaultChecklist.items.map(item => withKnownTiers(item, known)),
  };
}
