import { BEST, get, NEVER, noService, RouteRequests } from './requests';

/** Tiers against the graph, and promises against those of dependencies. */
export const promisesRequests = {
  listTierHonesty: {
    ok: get('/tier-honesty?kind=proposal&tier=tier-1&limit=1'),
    refusals: { 400: [get('/tier-honesty?kind=odd'), /^kind: /] },
  },
  listPromises: {
    ok: get('/promises?verdict=unknown&owner=group:default/red&limit=1'),
    refusals: { 400: [get('/promises?verdict=fine'), /^verdict\[0\]: /] },
  },
  getServicePromise: {
    ok: get(`${BEST}/promise`),
    refusals: { 404: [get(`${NEVER}/promise`), noService] },
  },
} satisfies Record<string, RouteRequests>;
