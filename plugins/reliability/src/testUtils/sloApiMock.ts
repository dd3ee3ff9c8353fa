import type { SloApi } from '../api';
import { serviceSlos, sloHistory, sloResponse } from './slos';

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

/** The part of the mock that speaks of SLOs; a write changes nothing. */
export function sloApiMock(): SloApi {
  return {
    getSlos: async () => ({
      items: [sloResponse()],
      totalItems: 1,
      counts: { ...none, healthy: 1 },
      withoutSlo: 0,
    }),
    getServiceSlos: async () => serviceSlos(),
    getSlo: async () => sloResponse(),
    getSloHistory: async () => sloHistory(),
    getSloRules: async () => 'groups: []\n',
    getServiceSloRules: async () => 'groups: []\n',
    getAllSloRules: async () => 'groups: []\n',
    getOpenSlo: async () => 'apiVersion: openslo/v1\nkind: SLO\n',
    addCorrection: async () => ({ slo: sloResponse() }),
    removeCorrection: async () => ({ slo: sloResponse() }),
    validateSlos: async () => ({ valid: true, slos: [], diagnostics: [] }),
    dryRunSlo: async () => ({
      name: 'availability',
      stepMs: 3_600_000,
      from: '2026-10-21T09:00:00.000Z',
      to: '2026-11-20T09:00:00.000Z',
      objectives: [],
      diagnostics: [],
    }),
  };
}
