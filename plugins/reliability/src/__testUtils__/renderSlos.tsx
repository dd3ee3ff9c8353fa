import type {
  ServiceSlosResponse,
  SloResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { screen } from '@testing-library/react';
import type { ReliabilityApi } from '../api';
import { EntityReliabilityContent } from '../components/maturity/EntityReliabilityContent';
import { serviceSlos } from '../testUtils';
import { renderAtEntity } from './renderAtEntity';

/** Renders the SLOs of a service, which the backend answers as given. */
export function renderSlos(
  answer: Partial<ServiceSlosResponse> = {},
  options: { api?: Partial<ReliabilityApi>; path?: string } = {},
) {
  const { api, path = '/?view=slos' } = options;
  return renderAtEntity(<EntityReliabilityContent />, {
    path,
    api: { getServiceSlos: async () => serviceSlos(answer), ...api },
  });
}

/** Renders one SLO, opened, and answers its card. */
export async function renderSlo(
  slo: SloResponse,
  api: Partial<ReliabilityApi> = {},
) {
  await renderSlos({ slos: [slo] }, { api });
  return screen.findByRole('region', { name: slo.title });
}
