import { ProviderHealth } from '@plimsoll/backstage-plugin-reliability-node';

/** From worst to best. */
const STATES = ['failing', 'limited', 'ok', 'unknown'] as const;

const latest = (times: (number | null)[]): number | null =>
  times.reduce<number | null>(
    (best, time) => (time !== null && time > (best ?? -1) ? time : best),
    null,
  );

/** The health of an account whose feeds each have a server of their own. */
export function healthOf(feeds: readonly ProviderHealth[]): ProviderHealth {
  const sum = (read: (health: ProviderHealth) => number) =>
    feeds.reduce((total, health) => total + read(health), 0);
  const failing = feeds.filter(({ lastError }) => lastError !== null);
  const [first] = failing;
  const more = failing.length > 1 ? ` (${failing.length} feeds fail)` : '';
  return {
    state:
      STATES.find(state => feeds.some(health => health.state === state)) ??
      'unknown',
    requests: sum(({ requests }) => requests),
    failures: sum(({ failures }) => failures),
    waits: sum(({ waits }) => waits),
    remaining: null,
    lastSuccessAt: latest(feeds.map(({ lastSuccessAt }) => lastSuccessAt)),
    lastError: first ? `${first.lastError}${more}` : null,
    pausedUntil: latest(feeds.map(({ pausedUntil }) => pausedUntil)),
  };
}
