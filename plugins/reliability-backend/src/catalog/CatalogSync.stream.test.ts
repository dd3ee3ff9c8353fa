import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { mockServices } from '@backstage/backend-test-utils';
import { createServices } from '../createServices';
import { openTestDatabase, testDatabases } from '../__testUtils__/databases';
import { service } from '../__testUtils__/entities';
import { configOf, NOW } from '../__testUtils__/harness';
import { ladder, only } from '../__testUtils__/scorecards';

jest.setTimeout(300_000);

const databases = testDatabases();

const SERVICES = 10_000;

setFlagsFromString('--expose_gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Makes pages as they are asked for, and counts how many of them somebody still holds. */
function countingStream() {
  const pages: WeakRef<Entity[]>[] = [];
  const count = { pages: 0, mostHeld: 0 };
  async function* stream(size: number): AsyncIterable<Entity[]> {
    for (let start = 0; start < SERVICES; start += size) {
      const page = Array.from({ length: size }, (_, index) =>
        service(`service-${start + index}`),
      );
      pages.push(new WeakRef(page));
      count.pages += 1;
      yield page;
      if (count.pages % 5 !== 0) continue;
      await new Promise(resolve => setTimeout(resolve));
      collectGarbage();
      const held = pages.filter(ref => ref.deref() !== undefined).length;
      count.mostHeld = Math.max(count.mostHeld, held);
    }
  }
  return { stream, count };
}

it('ten thousand services pass through without their pages being held', async () => {
  const knex = await openTestDatabase(databases, 'SQLITE_3');
  const { stream, count } = countingStream();
  const services = createServices({
    config: configOf(only(ladder())),
    knex,
    auth: mockServices.auth(),
    catalog: catalogServiceMock.mock({
      async *streamEntities(request) {
        if (request?.query) yield* stream(request.pageSize ?? 0);
      },
      getEntitiesByRefs: async ({ entityRefs }) => ({
        items: entityRefs.map(() => undefined),
      }),
    }),
    logger: mockServices.logger.mock(),
    permissions: mockServices.permissions(),
    now: () => NOW,
  });
  await services.start();
  expect(await services.sync.sweep()).toEqual({
    seen: SERVICES,
    changed: SERVICES,
    removed: 0,
  });
  expect(count.pages).toBe(20);
  // The one under way, and the one before it, which the generator itself may still refer to.
  expect(count.mostHeld).toBeLessThanOrEqual(2);
  expect(await knex('reliability_reports')).toHaveLength(SERVICES);
});
