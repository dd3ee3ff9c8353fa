import { mockCredentials } from '@backstage/backend-test-utils';
import { PushFactsRequest } from '@plimsoll/backstage-plugin-reliability-common';
import { refOf } from './entities';
import { Harness } from './harness';

/** Pushes facts about one service as the source `ci`, by key. */
export function push(
  { services }: Harness,
  name: string,
  values: Record<string, PushFactsRequest['facts'][number]['value']>,
  about: { at?: string; ttl?: string } = {},
) {
  return services.facts.push(
    {
      source: 'ci',
      facts: Object.entries(values).map(([key, value]) => ({
        entityRef: refOf(name),
        key,
        value,
        ...about,
      })),
    },
    mockCredentials.service(),
  );
}
