import { mockCredentials } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf } from '../../__testUtils__/entities';
import { Harness } from '../../__testUtils__/harness';
import { openRankedPortal } from '../../__testUtils__/portal';
import { ladder, only } from '../../__testUtils__/scorecards';

jest.setTimeout(120_000);

const databases = testDatabases();
const user = mockCredentials.user('user:default/ada');
const never = () => new Promise<never>(() => {});

describe.each(databases.eachSupportedId())('the load line on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex);
  });

  afterEach(() => jest.restoreAllMocks());

  const gate = (name = 'best') =>
    harness.services.programme.gate.service.decide(refOf(name), user);
  const configured = async (changed: JsonObject) => {
    harness = await harness.restart({ ...only(ladder()), gate: changed });
  };

  describe('when facts cannot be read', () => {
    it.each([
      ['warn', 'warn', 'unknown'],
      ['hold', 'hold', 'held'],
      ['allow', 'allow', 'unknown'],
    ])(
      'in time, %ss as its policy says',
      async (onUnknown, decision, state) => {
        const policy = {
          id: 'tier-1',
          tiers: ['tier-1'],
          rules: [],
          onUnknown,
        };
        await configured({ timeout: 'PT0.1S', policies: [policy] });
        jest.spyOn(harness.stores.sweeps, 'last').mockImplementation(never);
        const answer = await gate();
        expect([answer.decision, answer.state]).toEqual([decision, state]);
        expect(answer.reasons).toMatchObject([
          {
            kind: 'not-in-time',
            text: 'What is known of it could not be read within 0.1 s',
          },
        ]);
        expect(answer).toMatchObject({
          tier: { id: 'tier-1' },
          gauge: { line: null, binding: null, parts: [] },
        });
      },
    );

    it('and not even the service, says the strictest and tells nothing of it', async () => {
      const strict = {
        id: 'x',
        tiers: ['tier-3'],
        rules: [],
        onUnknown: 'hold',
      };
      await configured({ timeout: 'PT0.1S', policies: [strict] });
      jest.spyOn(harness.stores.services, 'get').mockImplementation(never);
      const answers = [await gate(), await gate('never')];
      for (const answer of answers) {
        expect(answer).toMatchObject({
          decision: 'hold',
          tier: null,
          policy: null,
          waivers: [],
        });
      }
      expect(answers.map(({ title }) => title)).toEqual([
        refOf('best'),
        refOf('never'),
      ]);
    });

    it('because something fails, answers all the same and logs it', async () => {
      jest
        .spyOn(harness.stores.sweeps, 'last')
        .mockRejectedValue(new Error('disk is gone'));
      const answer = await gate();
      expect([answer.decision, answer.state]).toEqual(['warn', 'unknown']);
      expect(answer.headline).toMatch(/something failed/);
      expect(answer.headline).not.toMatch(/disk/);
      expect(harness.logger.error).toHaveBeenCalledWith(
        expect.stringContaining(refOf('best')),
        expect.objectContaining({ message: 'disk is gone' }),
      );
    });
  });
});
