import { Knex } from 'knex';
import { refOf } from './entities';
import { MINUTE, NOW } from './harness';
import { putIncident } from './incidentData';

/** Keeps a deployment that was pushed. */
export async function deploy(
  knex: Knex,
  name: string,
  at: number,
  id = `${at}`,
) {
  await knex('reliability_changes').insert({
    source: 'ci',
    id,
    entity_ref: refOf(name),
    at: new Date(at),
    kind: 'deploy',
    title: id,
    received_at: new Date(at),
  });
}

/** Keeps a resolved incident of severity 1. */
export async function incident(
  knex: Knex,
  id: string,
  services: string[],
  began: number,
  minutes: number,
) {
  await putIncident(knex, id, {
    services,
    level: 1,
    status: 'resolved',
    stamps: { declared: began, resolved: began + minutes * MINUTE },
  });
}

/** Changes the last evaluation of an SLO. */
export const setState = (
  knex: Knex,
  id: string,
  state: { status?: string; flags?: string; remaining: number | null },
) => knex('reliability_slo_states').where({ slo_id: id }).update(state);

/** Keeps an SLO that was never evaluated. */
export const stateOf = (knex: Knex, slo: string) =>
  knex('reliability_slo_states').insert({
    slo_id: slo,
    status: 'pending',
    status_rank: 9,
    flags: '[]',
    target: 999_000,
    pages: 0,
    tickets: 0,
    failures: 0,
    next_try_at: new Date(NOW),
    history_due_at: new Date(NOW),
  });
