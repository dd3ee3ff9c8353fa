import { mockCredentials } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import {
  ChecklistItemState,
  PutAnswerRequest,
  putAnswerRequestSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { checklist, item } from './checklists';
import { refOf, team, tiered } from './entities';
import { createHarness, Harness, HOUR } from './harness';

export const LAUNCH = 'launch';

/** A scorecard that reads the checklist `launch`. */
export const readinessScorecard = (changed: JsonObject = {}): JsonObject => ({
  id: 'readiness',
  title: 'Readiness',
  levels: [
    { id: 'bronze', name: 'Bronze' },
    { id: 'silver', name: 'Silver' },
  ],
  checks: [
    {
      id: 'half',
      title: 'Half of it',
      level: 'bronze',
      pass: `readiness["${LAUNCH}"].progress >= 50.0`,
    },
    {
      id: 'all',
      title: 'All of it',
      level: 'silver',
      pass: `readiness["${LAUNCH}"].requiredMissing == 0`,
    },
  ],
  ...changed,
});

/** Two items by hand, one of which wants evidence and ends, and one that a rule answers. */
export const launch = (changed: JsonObject = {}) =>
  checklist({
    items: [
      item('runbook', { evidence: 'required', expires: 'P90D' }),
      item('rollback', { phase: 'pre-production' }),
      item('owned', { verify: 'entity.ownerExists', weight: 2 }),
    ],
    ...changed,
  });

export const reliabilityWith = (checklists: JsonObject[]): JsonObject => ({
  disabledScorecards: ['reliability'],
  disabledChecklists: ['production-readiness'],
  scorecards: [readinessScorecard()],
  checklists,
});

/** A portal in which `pay` of tier 1 and `cart` of tier 3 have the checklist `launch`. */
export async function openReadinessPortal(
  knex: Knex,
  checklists: JsonObject[] = [launch()],
): Promise<Harness> {
  const harness = await createHarness({
    knex,
    reliability: reliabilityWith(checklists),
    entities: [team(), tiered('pay', 'tier-1'), tiered('cart', 'tier-3')],
  });
  await harness.services.sync.sweep();
  harness.clock.advance(HOUR);
  return harness;
}

export const ada = mockCredentials.user('user:default/ada');
export const bob = mockCredentials.user('user:default/bob');
export const proof = { title: 'Log', url: 'https://wiki.example/log' };

/** Answers an item of `pay` as the API would; the version is read first unless the test gives one. */
export async function answer(
  harness: Harness,
  itemId: string,
  request: Partial<PutAnswerRequest> = {},
  who = ada,
  entityRef = refOf('pay'),
) {
  const version =
    request.version ?? (await stateOf(harness, itemId, entityRef)).version;
  return harness.services.answers.answer(
    { entityRef, checklistId: LAUNCH, itemId },
    putAnswerRequestSchema.parse({ answer: 'yes', ...request, version }),
    who,
  );
}

/** One item of a service as the page shows it. */
export async function stateOf(
  harness: Harness,
  itemId: string,
  entityRef = refOf('pay'),
): Promise<ChecklistItemState> {
  const { items } = await harness.services.readiness.get(
    entityRef,
    LAUNCH,
    ada,
  );
  return items.find(({ id }) => id === itemId)!;
}
