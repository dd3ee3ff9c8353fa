import {
  permissionApiRef,
  type PermissionApi,
} from '@backstage/plugin-permission-react';
import { mockApis, TestApiProvider } from '@backstage/test-utils';
import { ResponseError } from '@backstage/errors';
import type { ReactNode } from 'react';
import type { ReliabilityApi } from '../../src/api';
import { SloDraftPage } from '../../src/components/slo/SloDraftPage';
import { SlosPage } from '../../src/components/slo/SlosPage';
import { companyApi } from '../company';
import { invalidated } from '../companySlos';
import { states } from '../states';
import type { StoryDefinition } from '../Story';

const denying = {
  authorize: async () => ({ result: 'DENY' }),
} as unknown as PermissionApi;

const as = (
  element: ReactNode,
  permission: PermissionApi = mockApis.permission(),
) => (
  <TestApiProvider apis={[[permissionApiRef, permission]]}>
    {element}
  </TestApiProvider>
);

const none = {
  error: 0,
  no_data: 0,
  no_traffic: 0,
  breached: 0,
  burning: 0,
  at_risk: 0,
  healthy: 0,
  pending: 0,
};

const listStates: Record<string, ReliabilityApi> = {
  full: companyApi,
  empty: {
    ...companyApi,
    getSlos: async () => ({
      items: [],
      totalItems: 0,
      counts: none,
      withoutSlo: 137,
    }),
  },
  loading: states.loading,
  failed: states.failed,
  forbidden: states.forbidden,
};

const draftStates: Record<string, ReliabilityApi> = {
  full: companyApi,
  invalid: {
    ...companyApi,
    validateSlos: async () => invalidated,
    dryRunSlo: async () => {
      throw await ResponseError.fromResponse(
        new Response(
          JSON.stringify({
            error: {
              name: 'InputError',
              message:
                'The source did not answer within 30 seconds; ask for fewer days',
            },
            response: { statusCode: 400 },
          }),
          {
            status: 400,
            headers: { 'Content-Type': 'application/json' },
          },
        ),
      );
    },
  },
  loading: states.loading,
  failed: states.failed,
  forbidden: states.forbidden,
};

export const sloPageStories: StoryDefinition[] = [
  ...Object.entries(listStates).map(([state, api]) => ({
    path: `slos-page-${state}`,
    title: `SLOs, ${state}`,
    api,
    element: as(<SlosPage />),
  })),
  ...Object.entries(draftStates).map(([state, api]) => ({
    path: `slo-draft-${state}`,
    title: `Try an SLO, ${state}`,
    api,
    element: as(<SloDraftPage />),
  })),
  {
    path: 'slo-draft-reader',
    title: 'Try an SLO, reader',
    api: companyApi,
    element: as(<SloDraftPage />, denying),
  },
];
