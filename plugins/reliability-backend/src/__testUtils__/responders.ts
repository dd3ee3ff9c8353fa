import { Knex } from 'knex';
import { refOf } from './entities';
import { NOW } from './harness';

/** Somebody on call, as the sync would have written it. */
export interface TestResponder {
  /** `<account>|<id at the provider>` */
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
  /** Of the User that was found. */
  readonly user?: string;
}

/** Writes somebody whom an account names. */
export async function putResponder(
  knex: Knex,
  { id, name = id, email, user }: TestResponder,
): Promise<void> {
  const [account, externalId] = id.split('|');
  await knex('reliability_oncall_responders').insert({
    id,
    account,
    external_id: externalId,
    name,
    email: email ?? null,
    entity_ref: user ?? null,
    left: false,
    changed_at: new Date(NOW),
  });
}

/** Writes a rotation of services with people on shift until a time and in its roster. */
export async function putRotation(
  knex: Knex,
  rotation: {
    /** `<account>:<kind>:<id>` */
    readonly id: string;
    readonly services: readonly string[];
    /** Ids of responders, and when the shift ends; null: never. */
    readonly shifts?: readonly [string, number | null][];
    readonly roster?: readonly string[];
  },
): Promise<void> {
  const { id, services, shifts = [], roster } = rotation;
  const [account, kind, ref] = id.split(':');
  await knex('reliability_oncall_rotations').insert({
    id,
    account,
    kind,
    ref_id: ref,
    title: ref,
    gaps: 'exact',
    warnings: '[]',
    roster: roster ? JSON.stringify([{ level: 1, people: roster }]) : null,
    failures: 0,
    next_due_at: new Date(NOW + 3_600_000),
    changed_at: new Date(NOW),
  });
  for (const [position, [responder, end]] of shifts.entries()) {
    await knex('reliability_oncall_shifts').insert({
      rotation_id: id,
      position,
      start_at: null,
      end_at: end === null ? null : new Date(end),
      level: 1,
      responder_id: responder,
      source: 'rotation',
      shadow: false,
    });
  }
  for (const service of services) {
    await knex('reliability_oncall_links').insert({
      entity_ref: refOf(service),
      rotation_id: id,
      position: 0,
      account,
      kind,
      ref_id: ref,
      origin: 'entity',
      annotation: 'plimsoll.dev/oncall',
    });
  }
}
