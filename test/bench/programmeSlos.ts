import {
  fingerprint,
  Slo,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  LoadedSlo,
  measureHashOf,
} from '@plimsoll/backstage-plugin-reliability-backend/src/slo/loadedSlo';
import { sloIdOf } from '@plimsoll/backstage-plugin-reliability-backend/src/slo/sloId';
import { statusRank } from '@plimsoll/backstage-plugin-reliability-backend/src/slo/sloState';
import { Portal } from './portal';
import { insertAll } from './programmePast';

const DAY = 24 * 60 * 60 * 1000;

const sloOf = (index: number): Slo => ({
  name: 'availability',
  title: `Availability ${index}`,
  description: '',
  labels: {},
  window: {
    kind: 'rolling',
    duration: { count: 30, unit: 'd' },
    ms: 30 * DAY,
  },
  method: 'Occurrences',
  objectives: [
    {
      id: '1',
      title: 'Good',
      target: 999_000,
      indicator: {
        sli: {
          kind: 'ratio',
          counter: true,
          good: { source: 'pushed', spec: {} },
          total: { source: 'pushed', spec: {} },
        },
        method: 'Occurrences',
      },
    },
  ],
  conditions: [],
  routes: [],
  options: { emptySlices: 'good', minFailures: 1, mode: 'raw' },
});

function loadedOf(entityRef: string, index: number): LoadedSlo {
  const slo = sloOf(index);
  const id = sloIdOf(entityRef, slo.name);
  const measureHash = measureHashOf(slo);
  return {
    id,
    entityRef,
    file: './slo.yaml',
    slo,
    hash: fingerprint([id, measureHash]),
    measureHash,
  };
}

/** What was measured of an SLO, as one objective of a rolling window has it. */
function evaluationOf(remaining: number, now: number) {
  const status = remaining < 0 ? 'breached' : 'healthy';
  const budget = {
    window: {
      kind: 'rolling',
      duration: '30d',
      from: now - 30 * DAY,
      to: now,
    },
    bad: (1 - remaining) * 1000,
    total: 1_000_000,
    sli: 1 - (1 - remaining) / 1000,
    consumed: 1 - remaining,
    remaining,
    remainingMs: remaining * 43 * 60_000,
  };
  const objective = {
    id: '1',
    title: 'Good',
    target: 999_000,
    weight: null,
    status,
    flags: [],
    budget,
    uncorrected: null,
    companion: null,
    burns: [],
    alerts: [],
    exhaustion: [],
    slices: null,
  };
  return {
    status,
    flags: [],
    worst: '1',
    objectives: [objective],
    at: now,
    mode: 'raw',
    queries: [],
    warnings: [],
    newestSampleAt: now,
    coverage: 1,
  };
}

/** An SLO for every service, evaluated a moment ago. */
export async function seedSlos(
  portal: Portal,
  refs: readonly string[],
  now: number,
): Promise<void> {
  const { knex, services } = portal;
  const slos = refs.map(loadedOf);
  const { stores } = services;
  await knex.transaction(async tx => {
    await stores.slos.save(tx, slos, now);
  });
  await insertAll(
    portal,
    'reliability_slo_states',
    slos.map(({ id, measureHash }, index) => {
      const remaining = 1 - (index % 100) / 90;
      const evaluation = evaluationOf(remaining, now);
      const status = evaluation.status as 'breached' | 'healthy';
      return {
        slo_id: id,
        status,
        value_status: status,
        status_rank: statusRank(status),
        flags: '[]',
        target: 999_000,
        sli: evaluation.objectives[0].budget.sli,
        remaining,
        remaining_ms: evaluation.objectives[0].budget.remainingMs,
        burn: (index % 30) / 10,
        pages: 0,
        tickets: 0,
        window_from: new Date(now - 30 * DAY),
        window_to: new Date(now),
        failures: 0,
        evaluated_at: new Date(now),
        tried_at: new Date(now),
        next_try_at: new Date(now + DAY),
        definition_hash: measureHash,
        evaluation: JSON.stringify(evaluation),
        history_due_at: new Date(now + DAY),
      };
    }),
  );
}
