import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { entity, service, team } from '../../__testUtils__/entities';
import { createHarness, MINUTE } from '../../__testUtils__/harness';
import { ladder, only } from '../../__testUtils__/scorecards';

jest.setTimeout(60_000);

const databases = testDatabases();

it.each(databases.eachSupportedId())(
  'members of a group are known soon although the catalog is still filling up on %s',
  async id => {
    const knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    const { services, stores, catalog, clock } = await createHarness({
      knex,
      reliability: only(ladder()),
      entities: [
        service('pay', {
          metadata: {
            annotations: { 'plimsoll.dev/oncall': 'static:group:team-pay' },
          },
        }),
      ],
    });
    const rotation = async () => {
      clock.advance(MINUTE);
      await services.peopleSync.sweep();
      await services.sync.sweep();
      await services.oncallSync.syncDue('static');
      const ref = 'static:group:team-pay';
      return (await stores.oncallRotations.of(knex, [ref])).get(ref);
    };
    expect(await rotation()).toMatchObject({ failure: 'not-found' });
    catalog.put(
      team(),
      entity('User', 'ada', {
        spec: { memberOf: ['team-pay'], profile: { email: 'a@example.com' } },
      }),
    );
    const found = await rotation();
    expect(found?.failure).toBeUndefined();
    expect(found?.reading?.shifts).toMatchObject([
      { source: 'members', person: { entityRef: 'user:default/ada' } },
    ]);
  },
);
