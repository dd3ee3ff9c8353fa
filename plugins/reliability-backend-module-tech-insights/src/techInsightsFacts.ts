import {
  PluginFacts,
  PluginFactsRequest,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';

const checksSchema = z.array(z.object({ id: z.string() }));

const runsSchema = z.array(
  z.object({
    entity: z.string(),
    error: z.unknown().optional(),
    results: z.array(
      z.object({ check: z.object({ id: z.string() }), result: z.unknown() }),
    ),
  }),
);

function partsOf(entityRef: string) {
  const [kind, namespace, name] = entityRef.split(/[:/]/);
  return { kind, namespace, name };
}

/** What the checks say; a service of which one failed to run says nothing. */
async function readChecks({ overview, entityRefs, ask }: PluginFactsRequest) {
  const checks = checksSchema.parse(overview).map(({ id }) => id);
  if (checks.length === 0) return [];
  // An empty list of entities would mean all that Tech Insights knows.
  const entities = entityRefs.map(partsOf);
  return runsSchema
    .parse(await ask('/checks/run', { checks, entities }))
    .filter(({ error }) => error === undefined)
    .flatMap(({ entity, results }) =>
      results.flatMap(({ check, result }) =>
        typeof result === 'boolean'
          ? [{ entityRef: entity, key: check.id, value: result }]
          : [],
      ),
    );
}

/** The checks of Tech Insights, as they come out for each service. */
export const techInsightsFacts: PluginFacts = {
  name: 'tech-insights',
  pluginId: 'tech-insights',
  overview: '/checks',
  absent:
    'Tech Insights is not installed, or runs no checks: no facts are read from it',
  servicesAtOnce: 100,
  read: readChecks,
};
