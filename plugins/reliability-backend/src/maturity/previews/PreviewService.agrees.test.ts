import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { Harness } from '../../__testUtils__/harness';
import { rankingOf } from '../../__testUtils__/observe';
import { openRankedPortal } from '../../__testUtils__/portal';
import { ada, previewing } from '../../__testUtils__/previewing';
import { check, ladder, only } from '../../__testUtils__/scorecards';

jest.setTimeout(60_000);

const databases = testDatabases();

const owned = check('owned', { pass: 'entity.ownerExists' });
const tested = (changed: JsonObject = {}) =>
  check('tested', {
    level: 'silver',
    pass: 'facts["ci/coverage"] >= 80.0',
    ...changed,
  });

const rules = (...checks: JsonObject[]) => ladder({ checks });

describe.each(databases.eachSupportedId())(
  'a preview says what the rules find once they are in force, on %s',
  id => {
    let knex: Knex;

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
    });

    beforeEach(() => emptyDatabase(knex));

    async function previewed(harness: Harness, definition: JsonObject) {
      const { run, service } = previewing(harness);
      const { id: previewId } = await run({ definition });
      const { items } = await service.services(previewId, { limit: 50 }, ada);
      return Object.fromEntries(
        items.map(({ entityRef, after }) => [
          entityRef,
          `${after.level.id} ${after.score}`,
        ]),
      );
    }

    async function inForce(harness: Harness, definition: JsonObject) {
      const second = ladder({ id: 'second', title: 'Second' });
      const changed = await harness.restart(only(definition, second));
      await changed.services.tasks.reassessDue();
      const { items } = await rankingOf(changed);
      return Object.fromEntries(
        items.map(({ entityRef, level, score }) => [
          entityRef,
          `${level.id} ${score}`,
        ]),
      );
    }

    it.each<[string, JsonObject]>([
      ['the same rules', rules(owned, tested())],
      ['another order', rules(tested(), owned)],
      ['another weight', rules(owned, tested({ weight: 4 }))],
      [
        'another level',
        rules(
          owned,
          tested({ level: 'bronze' }),
          check('x', { level: 'silver' }),
        ),
      ],
      [
        'a lower threshold',
        rules(owned, tested({ pass: 'facts["ci/coverage"] >= 5.0' })),
      ],
      [
        'a check for some',
        rules(owned, tested({ when: 'tier.id == "tier-0"' })),
      ],
      [
        'a check of a check list',
        rules(
          owned,
          tested(),
          check('ready', { pass: 'readiness["production-readiness"].met > 0' }),
        ),
      ],
      [
        'a check of an SLO',
        rules(owned, tested(), check('slo', { pass: 'slo.count == 0' })),
      ],
      [
        'a check of on-call and incidents',
        rules(
          owned,
          tested(),
          check('x', {
            pass: 'oncall.responders >= 0 || incidents.open == 0',
          }),
        ),
      ],
      [
        'a planned check',
        rules(
          owned,
          tested({ planned: true }),
          check('y', { level: 'silver' }),
        ),
      ],
      [
        'a level by points',
        ladder({
          checks: [owned, tested()],
          levels: [
            { id: 'bronze', name: 'Bronze' },
            { id: 'silver', name: 'Silver', minScore: 20 },
          ],
        }),
      ],
    ])('%s', async (_, definition) => {
      const harness = await openRankedPortal(knex);
      const found = await previewed(harness, definition);
      expect(Object.keys(found)).toHaveLength(4);
      expect(found).toEqual(await inForce(harness, definition));
    });
  },
);
