import {
  Indicator,
  Objective,
  Slo,
  SloStatus,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { LoadedSlo, measureHashOf } from '../slo/loadedSlo';
import { SloStateStore } from '../slo/SloStateStore';
import { SloStore } from '../slo/SloStore';
import { sloIdOf } from '../slo/sloId';
import { statusRank } from '../slo/sloState';
import { refOf } from './entities';
import { NOW } from './harness';

const DAY = 24 * 60 * 60 * 1000;

/** What is measured of good and total events at a source. */
export function ratioOf(
  source: string,
  parts: Partial<Indicator> = {},
): Indicator {
  const query = (text: string) => ({
    source,
    spec: source === 'pushed' ? {} : { query: text },
  });
  return {
    sli: {
      kind: 'ratio',
      counter: true,
      good: query('good_total'),
      total: query('all_total'),
    },
    method: 'Occurrences',
    ...parts,
  };
}

export function objectiveOf(
  indicator: Indicator,
  parts: Partial<Objective> = {},
): Objective {
  return { id: '1', title: 'Good', target: 999_000, indicator, ...parts };
}

/** An SLO over 30 days at the source of pushed samples, with some of it changed. */
export function sloOf(name: string, parts: Partial<Slo> = {}): Slo {
  return {
    name,
    title: name,
    description: '',
    labels: {},
    window: {
      kind: 'rolling',
      duration: { count: 30, unit: 'd' },
      ms: 30 * DAY,
    },
    method: 'Occurrences',
    objectives: [objectiveOf(ratioOf('pushed'))],
    conditions: [],
    routes: [],
    options: { emptySlices: 'good', minFailures: 1, mode: 'raw' },
    ...parts,
  };
}

/** The same as it is loaded. */
export function loadedOf(service: string, slo: Slo): LoadedSlo {
  const measureHash = measureHashOf(slo);
  const id = sloIdOf(refOf(service), slo.name);
  return {
    id,
    entityRef: refOf(service),
    file: './slo.yaml',
    slo,
    hash: `${id} ${measureHash}`.slice(-64),
    measureHash,
  };
}

/** Puts SLOs in force, as if their files had been read. */
export async function putSlos(
  knex: Knex,
  slos: readonly LoadedSlo[],
): Promise<void> {
  await knex.transaction(async tx => {
    await new SloStore().save(tx, slos, NOW);
    await new SloStateStore().begin(tx, slos, NOW);
  });
}

/** What a test says about the state of an SLO. */
export async function putState(
  knex: Knex,
  id: string,
  status: SloStatus,
  columns: object = {},
): Promise<void> {
  await knex('reliability_slo_states')
    .where({ slo_id: id })
    .update({ status, status_rank: statusRank(status), ...columns });
}
