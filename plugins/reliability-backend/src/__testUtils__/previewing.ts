import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  PreviewRequest,
  previewRequestSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { PreviewService } from '../maturity/previews/PreviewService';
import { Harness } from './harness';

export const ada = mockCredentials.user('user:default/ada');
export const ben = mockCredentials.user('user:default/ben');

type Query = Partial<Parameters<PreviewService['services']>[1]>;

/** The previews of a portal, asked as over HTTP. */
export function previewing(harness: Harness) {
  const service = harness.services.programme.previews.previews;
  return {
    service,
    run: (request: PreviewRequest, who: BackstageCredentials = ada) =>
      service.run(previewRequestSchema.parse(request), who),
    /** How many there are, then each as `name change level score→level score causes`. */
    linesOf: async (id: string, query: Query = {}) => {
      const { items, totalItems } = await service.services(
        id,
        { limit: 50, ...query },
        ada,
      );
      return [
        totalItems,
        ...items.map(({ entityRef, change, before, after, causes }) =>
          [
            entityRef.slice('component:default/'.length),
            change,
            `${before.level.id} ${before.score}→${after.level.id} ${after.score}`,
            causes.map(cause => cause.id).join(),
          ]
            .join(' ')
            .trim(),
        ),
      ];
    },
  };
}
