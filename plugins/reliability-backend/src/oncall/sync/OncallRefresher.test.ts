import { mockCredentials } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import {
  FakeOncall,
  onCall,
  openPagerPortal,
  shift,
} from '../../__testUtils__/fakeOncall';
import { Harness, MINUTE } from '../../__testUtils__/harness';
import { OncallRefresher } from './OncallRefresher';

jest.setTimeout(60_000);

const databases = testDatabases();
const PAY = 'component:default/pay';
const ids = Array.from({ length: 12 }, (_, index) => `P${index}`);

describe('a service that is refreshed', () => {
  let knex: Knex;
  let main: FakeOncall;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, 'SQLITE_3');
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    main = new FakeOncall();
    ids.forEach(id =>
      main.rotations.set(id, { shifts: [shift('ada', null, null)] }),
    );
  });

  const open = async (rotations: readonly string[]) => {
    harness = await openPagerPortal({
      knex,
      providers: [main],
      entities: [
        onCall('pay', rotations.map(id => `main:schedule:${id}`).join()),
      ],
    });
    await harness.services.sync.sweep();
  };
  const refresh = () =>
    harness.services.maturity.refresh(PAY, mockCredentials.user());
  const asked = () => main.asked.map(call => call.ids.length);

  it('has its rotations read, and tells what came of it', async () => {
    await open(['P1']);
    const { reports } = await refresh();
    expect(asked()).toEqual([1]);
    expect(reports[0].level?.id).toBe('silver');
  });

  it('has none read again that was within a minute', async () => {
    await open(['P1']);
    await refresh();
    harness.clock.advance(59_000);
    await refresh();
    expect(asked()).toEqual([1]);
    harness.clock.advance(1000);
    await refresh();
    expect(asked()).toEqual([1, 1]);
  });

  it('has ten of an account read within a minute, whoever asks', async () => {
    await open(ids);
    await refresh();
    await refresh();
    expect(asked()).toEqual([10]);
    harness.clock.advance(MINUTE);
    await refresh();
    expect(asked()).toEqual([10, 10]);
  });

  it('leaves an account alone that waits after a failure', async () => {
    await open(['P1']);
    main.fail();
    await refresh();
    harness.clock.advance(2 * MINUTE);
    await refresh();
    expect(asked()).toEqual([1]);
  });

  it('waits for no provider that does not answer', async () => {
    await open(['P1']);
    main.before = () => new Promise(() => {});
    const refresher = new OncallRefresher({
      ...harness,
      ...harness.services,
      now: () => harness.clock.now,
      patience: 1,
    });
    await refresher.refresh(PAY);
    expect(asked()).toEqual([1]);
  });

  it('is shown although the database fails', async () => {
    await open(['P1']);
    jest
      .spyOn(harness.stores.oncallRotations, 'reads')
      .mockRejectedValueOnce(new Error('broken'));
    expect((await refresh()).entityRef).toBe(PAY);
    expect(harness.logger.error).toHaveBeenCalled();
  });
});
