import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  PhaseState,
  ReviewDecision,
  reviewDecisionSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { refOf } from './entities';
import { Harness } from './harness';
import { ada, bob, LAUNCH } from './readiness';

export const eve = mockCredentials.user('user:default/eve');

/** A phase of the checklist `launch` of a service as the page shows it. */
export async function phaseOf(
  harness: Harness,
  phase = 'live',
  { checklist = LAUNCH, entityRef = refOf('pay') } = {},
): Promise<PhaseState> {
  const { phases } = await harness.services.readiness.get(
    entityRef,
    checklist,
    ada,
  );
  return phases.find(({ id }) => id === phase)!;
}

/** Asks for a review of `pay`, as ada unless the test says otherwise. @returns the review */
export async function ask(
  harness: Harness,
  {
    phase = 'live',
    note = '',
    who = ada,
  }: { phase?: string; note?: string; who?: BackstageCredentials } = {},
) {
  const { checklist } = await harness.services.reviews.request(
    { entityRef: refOf('pay'), checklistId: LAUNCH },
    { phase, note },
    who,
  );
  return checklist.phases.find(({ id }) => id === phase)!.review!;
}

/** Decides on a review of `pay` as it is now, as bob unless the test says otherwise. */
export async function decide(
  harness: Harness,
  { id, phase }: { id: string; phase: { id: string } },
  decision: Partial<ReviewDecision> = {},
  who: BackstageCredentials = bob,
) {
  const { contentHash } = await phaseOf(harness, phase.id);
  return harness.services.reviews.decide(
    id,
    reviewDecisionSchema.parse({
      decision: 'approve',
      contentHash,
      ...decision,
    }),
    who,
  );
}
