import { JsonObject } from '@backstage/types';
import {
  ItemState,
  UNTIERED,
} from '@plimsoll/backstage-plugin-reliability-common';
import { checklist, item } from './checklists';
import { manyNames, refOf } from './entities';
import { Harness, NOW } from './harness';
import { LAUNCH, reliabilityWith } from './readiness';
import { projection } from './stored';
import { letterOfState, ReadinessWrite } from '../readiness/readinessRow';

const STATES: readonly ItemState[] = [
  'unanswered',
  'met',
  'not-met',
  'not-applicable',
  'expired',
  'contested',
];

/** A service of a large portal, as a test knows it. */
export interface KnownProgress {
  readonly ref: string;
  readonly title: string;
  readonly owner?: string;
  readonly tierId: string;
  readonly states: readonly ItemState[];
  readonly progress: number;
  readonly missing: number;
  readonly expired: number;
  readonly signedOff: boolean;
}

/** A sequence that looks random and is the same at every call. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield Math.floor(state / 65_536);
  }
}

/** A portal with a checklist of so many items. */
export const longChecklist = (items: number): JsonObject =>
  reliabilityWith([
    checklist({
      items: Array.from({ length: items }, (_, index) => item(`item-${index}`)),
    }),
  ]);

/** So many services of many teams in every state. */
export function knownProgress(count: number, items: number): KnownProgress[] {
  const next = numbers(7);
  const upTo = (limit: number) => next.next().value % limit;
  return manyNames(count).map(name => ({
    ref: refOf(name),
    title: ['Ä', 'a', 'B', '%'][upTo(4)],
    owner: upTo(20) === 0 ? undefined : `group:default/team-${upTo(120)}`,
    tierId: [UNTIERED, 'tier-0', 'tier-1'][upTo(3)],
    states: Array.from({ length: items }, () => STATES[upTo(STATES.length)]),
    progress: upTo(11) * 100,
    missing: upTo(items),
    expired: upTo(4),
    signedOff: upTo(3) === 0,
  }));
}

function toWrite(known: KnownProgress, checklistHash: string): ReadinessWrite {
  const { title, owner, progress, missing, expired } = known;
  return {
    checklistId: LAUNCH,
    service: {
      ...projection(known.ref.split('/')[1], { title, owner }),
      problems: [],
      changedAt: NOW,
    },
    checklistHash,
    applies: true,
    tierId: known.tierId,
    counts: {
      ...{ total: 0, met: 0, unanswered: 0, notMet: 0, expiring: 0 },
      requiredTotal: known.states.length,
      requiredMet: known.states.length - missing,
      contested: 0,
      progress,
      expired,
    },
    states: known.states.map(letterOfState).join(''),
    signedOff: known.signedOff,
    assessedAt: NOW,
    detail: '{}',
  };
}

/** Stores what a test knows, as if it had been assessed with the checklist in force. */
export async function storeProgress(
  { knex, stores, config }: Harness,
  known: readonly KnownProgress[],
  changed: Partial<ReadinessWrite> = {},
): Promise<void> {
  const { hash } = config.checklists[0];
  await stores.readiness.save(
    knex,
    known.map(one => ({ ...toWrite(one, hash), ...changed })),
  );
}
