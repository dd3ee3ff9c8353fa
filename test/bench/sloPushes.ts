import { send } from './client';
import { MACHINE_TOKEN, Portal } from './portal';
import { pushedServices } from './sloFleet';

const HOUR = 3_600_000;

/** Samples in one request: as many as are let in. */
export const PUSHED = 10_000;

/** Counts of events of every hour, of so many SLOs that they make one full request. */
function samples(services: number, round: number) {
  const pushed = pushedServices(services);
  const each = PUSHED / pushed.length;
  const end = Math.floor(Date.now() / HOUR) * HOUR;
  const iso = (time: number) => new Date(time).toISOString();
  return pushed.flatMap(service =>
    Array.from({ length: each }, (_, hour) => ({
      entityRef: `component:default/service-${service}`,
      slo: 'letters',
      start: iso(end - (hour + 1) * HOUR),
      end: iso(end - hour * HOUR),
      total: 1000 + hour,
      bad: (hour + round) % 7,
    })),
  );
}

/**
 * Pushes one full request.
 *
 * @param next - says which round it is; in another one the counts are others
 */
export function pushing(portal: Portal, services: number, next: () => number) {
  return async () => {
    const body = { source: 'bench', samples: samples(services, next()) };
    const answer = await send(
      'PUT',
      `${portal.url}/api/reliability/slo-samples`,
      {
        Authorization: `Bearer ${MACHINE_TOKEN}`,
        'Content-Type': 'application/json',
      },
      JSON.stringify(body),
    );
    const { rejected, results } = JSON.parse(answer);
    if (rejected > 0) throw new Error(JSON.stringify(results.slice(0, 3)));
  };
}
