import { mockCredentials } from '@backstage/backend-test-utils';
import { createGateWaiverRequestSchema } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { ask as askExemption } from '../__testUtils__/exemptions';
import { DAY, Harness, NOW } from '../__testUtils__/harness';
import {
  ada,
  answer,
  openReadinessPortal,
  proof,
} from '../__testUtils__/readiness';
import { ask as askReview } from '../__testUtils__/reviews';

jest.setTimeout(60_000);

const databases = testDatabases();
const agent = mockCredentials.service('external:agent');
const PAY = refOf('pay');

/** What needs a person, although the permissions let every machine pass. */
const forPeople: Record<
  string,
  (harness: Harness, who: typeof agent | typeof ada) => Promise<unknown>
> = {
  'set a tier': ({ services }, who) =>
    services.tiers.override(PAY, { tier: 'tier-3', reason: 'Less work' }, who),
  'take a tier back': ({ services }, who) =>
    services.tiers.removeOverride(PAY, who),
  'waive the load line': ({ services }, who) =>
    services.programme.gate.waivers.create(
      PAY,
      createGateWaiverRequestSchema.parse({
        reason: 'A launch',
        until: new Date(NOW + DAY).toISOString(),
      }),
      who,
    ),
  'approve an exemption': async (harness, who) => {
    const { id, version } = await askExemption(
      harness,
      { entityRef: PAY, scorecard: 'readiness', check: 'all' },
      mockCredentials.user('user:default/eve'),
    );
    return harness.services.programme.exemptions.decisions.decide(
      id,
      { decision: 'approve', note: 'Seen', version },
      who,
    );
  },
  'sign a review off': async (harness, who) => {
    const eve = mockCredentials.user('user:default/eve');
    await answer(harness, 'runbook', { evidence: [proof] }, eve);
    const review = await askReview(harness, { who: eve });
    return harness.services.reviews.decide(
      review.id,
      {
        decision: 'return',
        contentHash: (
          await harness.services.readiness.get(PAY, 'launch', ada)
        ).phases.find(({ id }) => id === review.phase.id)!.contentHash,
        comment: 'No',
        comments: {},
      },
      who,
    );
  },
};

describe.each(Object.entries(forPeople))('to %s', (_, act) => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, 'SQLITE_3');
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openReadinessPortal(knex);
  });

  it('is refused to an agent', async () => {
    await expect(act(harness, agent)).rejects.toThrow(
      expect.objectContaining({ name: 'NotAllowedError' }),
    );
  });

  it('is open to a person', async () => {
    await expect(act(harness, ada)).resolves.toBeDefined();
  });
});
