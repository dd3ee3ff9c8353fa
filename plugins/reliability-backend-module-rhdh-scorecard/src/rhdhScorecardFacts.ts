import {
  PluginFacts,
  PluginFactsRequest,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';

const metricsSchema = z.array(
  z.object({
    id: z.string(),
    status: z.string(),
    result: z
      .object({ value: z.unknown(), timestamp: z.string().optional() })
      .optional(),
  }),
);

const isScalar = (value: unknown): value is number | boolean | string =>
  ['number', 'boolean', 'string'].includes(typeof value);

/** `component:default/pay` as a path. */
function pathOf(entityRef: string): string {
  return entityRef.split(/[:/]/).map(encodeURIComponent).join('/');
}

/** A metric that could not be computed says nothing: what it said before stays, with its age. */
async function readMetrics(entityRef: string, ask: PluginFactsRequest['ask']) {
  const reply = await ask(`/metrics/catalog/${pathOf(entityRef)}`);
  if (reply === undefined) return [];
  return metricsSchema.parse(reply).flatMap(({ id, status, result }) => {
    const value = result?.value;
    if (status !== 'success' || !isScalar(value)) return [];
    const at = result?.timestamp;
    return [{ entityRef, key: id, value, ...(at && { at }) }];
  });
}

/** The metrics of Red Hat's scorecard plugin, the last value of each for each service. */
export const rhdhScorecardFacts: PluginFacts = {
  name: 'rhdh-scorecard',
  pluginId: 'scorecard',
  overview: '/metrics',
  absent:
    "Red Hat's scorecard plugin is not installed: no facts are read from it",
  servicesAtOnce: 5,
  async read({ entityRefs, ask }) {
    const facts = entityRefs.map(entityRef => readMetrics(entityRef, ask));
    return (await Promise.all(facts)).flat();
  },
};
