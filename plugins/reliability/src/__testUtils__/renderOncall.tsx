import type { ServiceOncallResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { screen } from '@testing-library/react';
import type { ReliabilityApi } from '../api';
import { EntityReliabilityContent } from '../components/maturity/EntityReliabilityContent';
import { serviceOncall } from '../testUtils';
import { renderAtEntity } from './renderAtEntity';

/** Renders who is on call for a service, which the backend answers as given. */
export function renderOncall(
  answer: Partial<ServiceOncallResponse> = {},
  options: { api?: Partial<ReliabilityApi> } = {},
) {
  return renderAtEntity(<EntityReliabilityContent />, {
    path: '/?view=oncall',
    api: {
      getServiceOncall: async () => serviceOncall(answer),
      ...options.api,
    },
  });
}

/** A part of the view, by its heading. */
export const part = (name: string | RegExp) =>
  screen.findByRole('region', { name });
