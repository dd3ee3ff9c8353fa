import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import {
  FakeOncall,
  levelOf,
  onCall,
  openPagerPortal,
  shift,
} from '../__testUtils__/fakeOncall';
import { DAY, HOUR, NOW } from '../__testUtils__/harness';
import { OncallFactReader } from './OncallFactReader';

jest.setTimeout(60_000);

const databases = testDatabases();
const PAY = 'component:default/pay';

describe.each(databases.eachSupportedId())('facts of on-call on %s', id => {
  let knex: Knex;
  let main: FakeOncall;
  let eu: FakeOncall;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    main = new FakeOncall();
    eu = new FakeOncall('eu');
    main.rotations.set('P1', { shifts: [shift('ada', null, null)] });
    eu.rotations.set('E1', { shifts: [shift('bob', null, null)] });
  });

  const open = async (annotation: string, mirror = false) => {
    const harness = await openPagerPortal({
      knex,
      providers: [main, eu],
      entities: [onCall('pay', annotation)],
      oncall: {
        accounts: [
          { name: 'main', type: 'fake', default: true },
          { name: 'eu', type: 'fake', mirror },
        ],
      },
    });
    await harness.services.sync.sweep();
    await harness.services.oncallSync.syncDue('main');
    await harness.services.oncallSync.syncDue('eu');
    return harness;
  };
  const factsOf = async (annotation: string, mirror = false) => {
    const harness = await open(annotation, mirror);
    const services = await knex.transaction(tx =>
      harness.stores.services.lock(tx, [PAY]),
    );
    const reader = new OncallFactReader(harness);
    const assessor = await reader.of(knex, services);
    const [service] = services;
    const facts = assessor.assess(service, { source: 'none' }, NOW).facts();
    return Object.assign({}, ...facts.map(({ values }) => values));
  };

  it.each<[string, string, boolean, object]>([
    [
      'all rotations of a service count',
      'main:schedule:P1,eu:schedule:E1',
      false,
      { rotations: 2, accounts: ['eu', 'main'], responders: 2 },
    ],
    [
      'but not those of a mirror',
      'main:schedule:P1,eu:schedule:E1',
      true,
      { rotations: 1, accounts: ['main'], responders: 1 },
    ],
    [
      'nor one that its provider does not have',
      'main:schedule:P1,main:schedule:GONE',
      false,
      { rotations: 1, missing: 1, responders: 1 },
    ],
    [
      'a reference that cannot be followed is a problem',
      'main:schedule:P1,nobody:schedule:X',
      false,
      { rotations: 1, problems: 1 },
    ],
  ])('%s', async (_, annotation, mirror, expected) => {
    expect(await factsOf(annotation, mirror)).toMatchObject(expected);
  });

  it('of one that was never read there are none about people', async () => {
    main.fail();
    const facts = await factsOf('main:schedule:P1');
    expect(facts).toMatchObject({ rotations: 1, missing: 0 });
    expect(facts).not.toHaveProperty('responders');
  });

  it('are looked at again when a gap begins, without another read', async () => {
    main.rotations.set('P1', {
      shifts: [shift('ada', null, NOW + HOUR / 2)],
    });
    const { clock, services, stores } = await open('main:schedule:P1');
    const codes = async () =>
      (await stores.oncallServices.of(knex, [PAY]))
        .get(PAY)!
        .findings.map(({ code }) => code);
    expect(await codes()).not.toContain('nobody-now');
    clock.advance(HOUR / 2);
    await services.tasks.reassessDue();
    expect(await codes()).toContain('nobody-now');
  });

  it('see a gap that comes within 14 days only by the passing of time', async () => {
    main.rotations.set('P1', {
      shifts: [
        shift('ada', null, NOW + 15 * DAY),
        shift('ada', NOW + 16 * DAY, null),
      ],
    });
    const harness = await open('main:schedule:P1');
    expect(await levelOf(harness)).toBe('silver');
    for (let hour = 0; hour < 36; hour++) {
      harness.clock.advance(HOUR);
      await harness.services.oncallSync.syncDue('main');
      await harness.services.tasks.reassessDue();
    }
    expect(await levelOf(harness)).toBe('bronze');
  });

  it('take few statements for many services', async () => {
    const harness = await open('main:schedule:P1');
    const refs = Array.from({ length: 500 }, (_, index) => ({
      entityRef: index === 0 ? PAY : `component:default/s${index}`,
      changedAt: NOW,
    }));
    let statements = 0;
    const count = () => {
      statements += 1;
    };
    knex.on('query', count);
    await new OncallFactReader(harness).of(knex, refs);
    knex.removeListener('query', count);
    expect(statements).toBeLessThanOrEqual(6);
  });
});
