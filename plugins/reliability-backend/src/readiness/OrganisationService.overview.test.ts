import {
  ItemState,
  progressFilterSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { openTestDatabase, testDatabases } from '../__testUtils__/databases';
import { createHarness, Harness } from '../__testUtils__/harness';
import {
  KnownProgress,
  knownProgress,
  longChecklist,
  storeProgress,
} from '../__testUtils__/organisation';
import { ada, LAUNCH } from '../__testUtils__/readiness';

jest.setTimeout(120_000);

const databases = testDatabases();
const SERVICES = 2000;
const ITEMS = 60;

const known = knownProgress(SERVICES, ITEMS);

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const mean = (some: readonly KnownProgress[]) =>
  some.length === 0
    ? 0
    : Math.floor(sum(some.map(({ progress }) => progress)) / some.length);
const signed = (some: readonly KnownProgress[]) =>
  some.filter(({ signedOff }) => signedOff).length;

const byteOrder = (a: string, b: string) =>
  Buffer.compare(Buffer.from(a), Buffer.from(b));

/** How many are in a state, counted the slow way. */
const inState = (
  some: readonly KnownProgress[],
  index: number,
  state: ItemState,
) => some.filter(({ states }) => states[index] === state).length;

describe.each(databases.eachSupportedId())(
  'the overview of 2,000 services on %s',
  id => {
    let knex: Knex;
    let harness: Harness;

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
      harness = await createHarness({
        knex,
        reliability: longChecklist(ITEMS),
      });
      await storeProgress(harness, known);
      const others = knownProgress(20, ITEMS).map(one => ({
        ...one,
        ref: `${one.ref}-x`,
      }));
      await storeProgress(harness, others.slice(10), { applies: false });
      await storeProgress(harness, others.slice(0, 10), {
        checklistHash: 'earlier',
      });
    });

    const overview = (query: object = {}) =>
      harness.services.organisation.overview(
        LAUNCH,
        progressFilterSchema.parse(query),
        ada,
      );
    it('the overview counts what a slow count counts', async () => {
      const found = await overview();
      const { hash } = harness.config.checklists[0];
      expect(found).toMatchObject({
        checklist: { id: LAUNCH, title: 'Launch', hash },
        services: SERVICES,
        signedOff: signed(known),
        averageProgress: mean(known),
      });
      expect(found.items).toEqual(
        Array.from({ length: ITEMS }, (_, index) => ({
          id: `item-${index}`,
          title: `Item item-${index}`,
          category: 'general',
          phase: 'live',
          services: SERVICES,
          met: inState(known, index, 'met'),
          notMet: inState(known, index, 'not-met'),
          unanswered: inState(known, index, 'unanswered'),
          notApplicable: inState(known, index, 'not-applicable'),
          expired: inState(known, index, 'expired'),
          contested: inState(known, index, 'contested'),
        })),
      );
    });

    it('the overview has the 50 teams with most missing, with their items', async () => {
      const { teams, teamsTotal } = await overview();
      const owners = [...new Set(known.map(({ owner }) => owner))];
      const expected = owners
        .map(owner => {
          const theirs = known.filter(one => one.owner === owner);
          return {
            owner: owner ?? null,
            services: theirs.length,
            averageProgress: mean(theirs),
            requiredMissing: sum(theirs.map(({ missing }) => missing)),
            expired: sum(theirs.map(({ expired }) => expired)),
            signedOff: signed(theirs),
            items: Object.fromEntries(
              Array.from({ length: ITEMS }, (_, index) => [
                `item-${index}`,
                {
                  met: inState(theirs, index, 'met'),
                  applicable:
                    theirs.length - inState(theirs, index, 'not-applicable'),
                },
              ]),
            ),
          };
        })
        .sort(
          (a, b) =>
            b.requiredMissing - a.requiredMissing ||
            a.averageProgress - b.averageProgress ||
            byteOrder(a.owner ?? '', b.owner ?? ''),
        );
      expect(teamsTotal).toBe(owners.length);
      expect(teams).toEqual(expected.slice(0, 50));
    });
  },
);
