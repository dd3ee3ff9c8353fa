import { mockCredentials } from '@backstage/backend-test-utils';
import {
  IncidentStatsQuery,
  incidentStatsQuerySchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf, service, team } from '../__testUtils__/entities';
import { createHarness, DAY, Harness, NOW } from '../__testUtils__/harness';
import {
  tellIt,
  ToldIncident,
  toldHistory,
} from '../__testUtils__/incidentHistory';
import {
  countedOf,
  Demands,
  recomputedFigures,
  repeatsAmong,
} from '../__testUtils__/recomputedFigures';
import { inBatches } from '../database/sql';

jest.setTimeout(120_000);

const databases = testDatabases();
const INCIDENTS = 3000;
const BATCH = 500;
const NAMES = Array.from({ length: 40 }, (_, index) => `service-${index}`);
const numberOf = (name: string) => Number(name.slice('service-'.length));
const tierOf = (name: string) => `tier-${numberOf(name) % 4}`;
const ownerOf = (name: string) => `group:default/team-${numberOf(name) % 3}`;

/** As the shipped tiers demand them. */
const BY_TIER: Readonly<Record<string, Demands[string]>> = {
  'tier-0': {
    1: { draft: 2, publish: 7 },
    2: { draft: 2, publish: 7 },
  },
  'tier-1': {
    1: { draft: 3, publish: 10 },
    2: { draft: 3, publish: 10 },
  },
  'tier-2': { 1: { draft: 5, publish: 14 } },
  'tier-3': { 1: { draft: 10, publish: 30 } },
};
const demands: Demands = Object.fromEntries(
  NAMES.map(name => [name, BY_TIER[tierOf(name)] ?? {}]),
);

describe.each(databases.eachSupportedId())(
  'figures over a long history on %s',
  id => {
    let knex: Knex;
    let harness: Harness;
    const all = toldHistory(INCIDENTS, NAMES);

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
      await emptyDatabase(knex);
      harness = await createHarness({
        knex,
        entities: [
          ...[0, 1, 2].map(index => team(`team-${index}`)),
          ...NAMES.map(name =>
            service(name, {
              metadata: { annotations: { 'plimsoll.dev/tier': tierOf(name) } },
              spec: { owner: ownerOf(name) },
            }),
          ),
        ],
      });
      await harness.services.sync.sweep();
      const { incidentWriter } = harness.services;
      for (const batch of inBatches(all, BATCH)) {
        await incidentWriter.run(tx =>
          incidentWriter.write(
            tx,
            batch.map(told => ({
              account: 'archive',
              provider: 'generic',
              reported: tellIt(told, refOf),
            })),
            NOW,
          ),
        );
      }
    });

    const get = (query: IncidentStatsQuery) =>
      harness.services.incidentStats.get(
        incidentStatsQuerySchema.parse({
          from: new Date(NOW - 365 * DAY).toISOString(),
          to: new Date(NOW).toISOString(),
          ...query,
        }),
        mockCredentials.user(),
      );
    const repeats = repeatsAmong(all);
    const recomputed = (some: readonly ToldIncident[]) =>
      recomputedFigures(some, { repeats, demands, now: NOW });
    const figuresOfAll = recomputed(all);

    it.each<
      [NonNullable<IncidentStatsQuery['by']>, (told: ToldIncident) => string[]]
    >([
      ['service', ({ services }) => services.map(refOf)],
      ['owner', ({ services }) => services.map(ownerOf)],
      ['tier', ({ services }) => services.map(tierOf)],
      ['severity', ({ level }) => [`${level ?? 'none'}`]],
      [
        'month',
        ({ times }) => [new Date(times.declared!).toISOString().slice(0, 7)],
      ],
    ])(
      'agree with a straightforward recomputation, by %s and over all',
      async (by, keysOf) => {
        const { all: whole, groups, groupsTotal } = await get({ by });
        expect(whole).toEqual(figuresOfAll);
        const keys = new Set(countedOf(all).flatMap(keysOf));
        expect(groups.map(({ key }) => key).sort()).toEqual([...keys].sort());
        expect(groupsTotal).toBe(keys.size);
        for (const { key, figures } of groups) {
          const some = all.filter(told => keysOf(told).includes(key));
          expect([key, figures]).toEqual([key, recomputed(some)]);
        }
      },
    );

    it('have something to say of everything', () => {
      const figures = figuresOfAll;
      expect(figures.repeats).toBeGreaterThan(50);
      expect(figures.impactUnknown).toBeGreaterThan(50);
      expect(figures.pages.noisyKeys).toBeGreaterThan(0);
      expect(figures.postmortems.inTime).toBeGreaterThan(50);
      expect(figures.postmortems.overdue).toBeGreaterThan(50);
      expect(figures.followUps.overdue).toBeGreaterThan(50);
    });
  },
);
