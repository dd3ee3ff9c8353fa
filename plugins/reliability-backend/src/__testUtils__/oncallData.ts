import {
  OncallFinding,
  OncallShift,
  Rotation,
  RotationKind,
  rotationId,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ProviderPerson } from '@plimsoll/backstage-plugin-reliability-node';
import { Knex } from 'knex';
import { createStores } from '../database/stores';
import { RotationFailures } from '../oncall/RotationStore';
import { responderId } from '../oncall/ResponderStore';
import { refOf } from './entities';
import { DAY, NOW } from './harness';

/** What a test says about a shift: who, at which level, from and to when. */
export type ShiftParts = Partial<OncallShift<ProviderPerson>>;

/** What a test says about a rotation. */
export interface RotationParts {
  readonly account?: string;
  readonly kind?: RotationKind;
  readonly id: string;
  /** Names of services that have it. */
  readonly services?: readonly string[];
  readonly shifts?: readonly ShiftParts[];
  readonly reading?: Partial<Omit<Rotation<string>, 'shifts' | 'ref'>>;
  readonly origin?: 'entity' | 'owner' | 'system';
  /** When it was read; null: never. */
  readonly fetchedAt?: number | null;
  readonly failed?: Partial<RotationFailures>;
}

/** A person at an account. */
export const personOf = (
  name: string,
  parts: Partial<ProviderPerson> = {},
): ProviderPerson => ({
  id: `id-${name}`,
  name: `${name[0].toUpperCase()}${name.slice(1)} Person`,
  email: `${name}@example.com`,
  ...parts,
});

const shiftOf = (parts: ShiftParts): OncallShift<ProviderPerson> => ({
  start: NOW - DAY,
  end: NOW + DAY,
  level: 1,
  person: null,
  source: 'rotation',
  shadow: false,
  ...parts,
});

const stores = createStores();

/** Keeps a rotation as if its provider had told it. People are matched to `user:default/<name>` of `users`. */
export async function putRotation(
  knex: Knex,
  parts: RotationParts,
  users: ReadonlySet<string> = new Set(),
): Promise<string> {
  const { account = 'pager', kind = 'schedule', fetchedAt = NOW } = parts;
  const ref = { account, kind, id: parts.id };
  const id = rotationId(ref);
  await knex.transaction(async tx => {
    await tx('reliability_oncall_rotations').insert({
      id,
      account,
      kind,
      ref_id: parts.id,
      title: parts.id,
      gaps: 'unknown',
      warnings: '[]',
      failures: 0,
      next_due_at: new Date(NOW),
      changed_at: new Date(NOW),
    });
    await link(tx, id, parts);
    if (fetchedAt === null) return;
    const shifts = (parts.shifts ?? []).map(shiftOf);
    const people = new Map(
      shifts.flatMap(({ person }) => (person ? [[person.id, person]] : [])),
    );
    const writes = [...people.values()].map(person => {
      const entityRef = `user:default/${person.id.replace(/^id-/, '')}`;
      return { person, ...(users.has(entityRef) && { entityRef }) };
    });
    await stores.oncallResponders.save(tx, account, writes, NOW);
    const window = { from: NOW - DAY, to: NOW + 30 * DAY };
    await stores.oncallShifts.replace(
      tx,
      id,
      shifts.map(shift => ({
        ...shift,
        person: shift.person && responderId(account, shift.person.id),
      })),
      // Older than any of them: all are kept as they are.
      { from: NOW - 400 * DAY, to: window.to },
    );
    await stores.oncallRotations.save(tx, {
      id,
      reading: {
        ref,
        title: parts.id,
        window,
        gaps: 'exact',
        warnings: [],
        ...parts.reading,
      },
      contentHash: 'hash',
      fetchedAt,
      nextDueAt: fetchedAt,
      changed: true,
    });
  });
  if (parts.failed) {
    await stores.oncallRotations.fail(knex, [id], {
      failure: 'unreachable',
      error: 'The account does not answer',
      triedAt: NOW,
      nextDueAt: NOW,
      startedAt: Math.max(NOW, parts.fetchedAt ?? NOW),
      ...parts.failed,
    });
  }
  return id;
}

async function link(
  tx: Knex.Transaction,
  rotation: string,
  { account = 'pager', kind = 'schedule', ...parts }: RotationParts,
): Promise<void> {
  for (const name of parts.services ?? []) {
    const [{ position }] = await tx('reliability_oncall_links')
      .where({ entity_ref: refOf(name) })
      .count({ position: '*' });
    await tx('reliability_oncall_links').insert({
      entity_ref: refOf(name),
      rotation_id: rotation,
      position: Number(position),
      account,
      kind,
      ref_id: parts.id,
      origin: parts.origin ?? 'entity',
      annotation: 'plimsoll.dev/oncall',
    });
  }
}

/** Keeps a User of the catalog. */
export async function putPerson(
  knex: Knex,
  name: string,
  parts: { picture?: string; left?: boolean; groups?: string[] } = {},
): Promise<string> {
  const entityRef = `user:default/${name}`;
  await knex.transaction(tx =>
    stores.people.save(
      tx,
      [
        {
          entityRef,
          name: `${name[0].toUpperCase()}${name.slice(1)} Catalog`,
          email: `${name}@example.com`,
          picture: parts.picture,
          groups: parts.groups ?? ['group:default/red'],
          hash: name,
        },
      ],
      NOW,
    ),
  );
  if (parts.left) {
    await knex('reliability_people')
      .where({ entity_ref: entityRef })
      .update({ left_at: new Date(NOW) });
  }
  return entityRef;
}

/** Keeps what a reassessment would have found of a service. */
export async function putFound(
  knex: Knex,
  name: string,
  found: {
    findings?: readonly OncallFinding[];
    nextGap?: { from: number; to: number; level: number | null };
    words?: string;
    problems?: readonly object[];
  },
): Promise<void> {
  const { nextGap } = found;
  await knex('reliability_oncall_services')
    .insert({
      entity_ref: refOf(name),
      problems: JSON.stringify(found.problems ?? []),
      findings: JSON.stringify(found.findings ?? []),
      next_gap_from: nextGap ? new Date(nextGap.from) : null,
      next_gap_to: nextGap ? new Date(nextGap.to) : null,
      next_gap_level: nextGap?.level ?? null,
      words: found.words ?? '',
      changed_at: new Date(NOW),
    })
    .onConflict('entity_ref')
    .merge();
}

/** A finding about people, or about none. */
export const findingOf = (
  code: OncallFinding['code'],
  parts: Partial<OncallFinding> = {},
): OncallFinding => ({
  code,
  severity: 'warning',
  rotation: null,
  people: [],
  evidence: {},
  ...parts,
});
