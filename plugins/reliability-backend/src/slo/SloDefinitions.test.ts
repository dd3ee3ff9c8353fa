import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf, service, team } from '../__testUtils__/entities';
import { MINUTE } from '../__testUtils__/harness';
import {
  documents,
  openSloPortal,
  sloDocument,
  SloPortal,
  withSlos,
} from '../__testUtils__/slo';

jest.setTimeout(60_000);

const databases = testDatabases();
const pay = refOf('pay');

describe.each(databases.eachSupportedId())('definitions on %s', id => {
  let knex: Knex;
  let portal: SloPortal;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  const open = async (...entities: ReturnType<typeof withSlos>[]) => {
    await emptyDatabase(knex);
    portal = await openSloPortal({
      knex,
      ...(entities.length > 0 && { entities }),
    });
  };

  const ids = async () =>
    (await knex('reliability_slos').orderBy('id')).map(row => row.id);
  const fileOf = async (file = 'slo.yaml', ref = pay) =>
    (await portal.stores.sloFiles.of(knex, [ref]))
      .get(ref)
      ?.find(found => found.file === file);
  const stateOf = async (slo: string) =>
    (await portal.stores.sloStates.whole(knex, [slo])).get(slo);
  const later = async (minutes: number) => {
    portal.clock.advance(minutes * MINUTE);
    await portal.readAll();
  };

  it('an annotation is enough: the sweep finds the file, and its SLOs are in force', async () => {
    await open();
    portal.files.files.set(
      'slo.yaml',
      documents(sloDocument('availability'), sloDocument('quality')),
    );
    await portal.services.sync.sweep();
    expect(await fileOf()).toMatchObject({ state: 'pending' });
    await portal.readAll();
    expect(await ids()).toEqual([
      'component~default~pay~availability',
      'component~default~pay~quality',
    ]);
    expect(await fileOf()).toMatchObject({
      state: 'read',
      url: 'https://example.com/slo.yaml',
      diagnostics: [],
      errors: 0,
    });
    expect(await stateOf('component~default~pay~quality')).toMatchObject({
      status: 'pending',
      evaluatedAt: null,
    });
  });

  it('a wrong document beside a good one is said, and hides nothing', async () => {
    await open();
    portal.files.files.set(
      'slo.yaml',
      documents(sloDocument('broken', { target: 7 }), sloDocument('good')),
    );
    await portal.readAll();
    expect(await ids()).toEqual(['component~default~pay~good']);
    const file = await fileOf();
    expect(file?.state).toBe('read');
    expect(file?.errors).toBeGreaterThan(0);
    expect(file?.diagnostics[0]).toMatchObject({
      severity: 'error',
      file: 'slo.yaml',
    });
  });

  it('a file that cannot be read keeps its last SLOs, and says why and since when', async () => {
    await open();
    portal.files.files.set('slo.yaml', sloDocument('availability'));
    await portal.readAll();
    const readAt = (await fileOf())?.readAt;
    portal.files.files.set('slo.yaml', new Error('The host is down'));
    await later(6);
    expect(await ids()).toEqual(['component~default~pay~availability']);
    expect(await fileOf()).toMatchObject({
      state: 'failed',
      error: 'The host is down',
      errors: 1,
      failures: 1,
      readAt,
    });
    portal.files.files.set('slo.yaml', sloDocument('availability'));
    await later(2);
    expect(await fileOf()).toMatchObject({ state: 'read', failures: 0 });
    expect((await fileOf())?.error).toBeUndefined();
  });

  it('a file that fails is asked again less and less often', async () => {
    await open();
    portal.files.files.set('slo.yaml', new Error('No'));
    const waits: number[] = [];
    for (let tries = 0; tries < 6; tries++) {
      await portal.readAll();
      const file = await fileOf();
      waits.push((file!.nextCheckAt - portal.clock.now) / MINUTE);
      portal.clock.now = file!.nextCheckAt;
    }
    expect(waits).toEqual([1, 2, 4, 8, 15, 15]);
  });

  it('a file is looked at every five minutes, and compiled only when it changed', async () => {
    await open();
    portal.files.files.set('slo.yaml', sloDocument('availability'));
    await portal.readAll();
    const changedAt = (await fileOf())?.changedAt;
    for (let minutes = 0; minutes < 20; minutes++) await later(1);
    expect(portal.files.reads).toBe(5);
    expect((await fileOf())?.changedAt).toBe(changedAt);
    portal.files.files.set(
      'slo.yaml',
      sloDocument('availability', { title: 'Available' }),
    );
    await later(5);
    expect(await knex('reliability_slos').pluck('title')).toEqual([
      'Available',
    ]);
    expect((await fileOf())?.changedAt).toBe(portal.clock.now);
  });

  it('another title leaves the numbers, another target begins anew', async () => {
    await open();
    const slo = 'component~default~pay~availability';
    portal.files.files.set('slo.yaml', sloDocument('availability'));
    await portal.readAll();
    await portal.evaluate();
    expect(await stateOf(slo)).toMatchObject({ status: 'no_data' });
    portal.files.files.set(
      'slo.yaml',
      sloDocument('availability', { title: 'Available' }),
    );
    await later(5);
    expect(await stateOf(slo)).toMatchObject({ status: 'no_data' });
    portal.files.files.set(
      'slo.yaml',
      sloDocument('availability', { target: 0.5 }),
    );
    await later(5);
    expect(await stateOf(slo)).toMatchObject({
      status: 'pending',
      target: 500_000,
      evaluation: null,
      nextTryAt: portal.clock.now,
    });
  });

  it.each<[string, () => void]>([
    ['is not named any more', () => portal.catalog.put(service('pay'))],
    [
      'is named otherwise',
      () => portal.catalog.put(withSlos('pay', 'other.yaml')),
    ],
  ])('the SLOs of a file leave when it %s', async (_, change) => {
    await open();
    portal.files.files.set('slo.yaml', sloDocument('availability'));
    portal.files.files.set('other.yaml', sloDocument('other'));
    await portal.readAll();
    change();
    await portal.services.sync.sweep();
    expect(await ids()).toEqual([]);
    expect(await knex('reliability_slo_states')).toEqual([]);
    expect(await fileOf()).toBeUndefined();
  });

  it('the SLOs of a service leave with it', async () => {
    await open();
    portal.files.files.set('slo.yaml', sloDocument('availability'));
    await portal.readAll();
    portal.catalog.set(team(), service('cart'));
    for (let sweeps = 0; sweeps < 3; sweeps++) {
      await portal.services.sync.sweep();
    }
    expect(await ids()).toEqual([]);
    expect(await knex('reliability_slo_files')).toEqual([]);
  });

  it('what one file defines another can refer to, and of one name twice the first counts', async () => {
    await open(withSlos('pay', 'a.yaml, b.yaml'));
    const shared = JSON.parse(sloDocument('shared'));
    const { indicator } = shared.spec;
    const referring = {
      ...shared,
      metadata: { name: 'referring' },
      spec: { ...shared.spec, indicator: undefined, indicatorRef: 'sli' },
    };
    portal.files.files.set(
      'a.yaml',
      documents(
        JSON.stringify(referring),
        sloDocument('twice', { target: 0.9 }),
      ),
    );
    portal.files.files.set(
      'b.yaml',
      documents(
        JSON.stringify({
          apiVersion: 'openslo/v1',
          kind: 'SLI',
          metadata: { name: 'sli' },
          spec: indicator.spec,
        }),
        sloDocument('twice', { target: 0.8 }),
      ),
    );
    await portal.readAll();
    expect(
      await knex('reliability_slos').orderBy('id').select('name', 'target'),
    ).toEqual([
      { name: 'referring', target: 990_000 },
      { name: 'twice', target: 900_000 },
    ]);
    expect((await fileOf('b.yaml'))?.errors).toBe(1);
  });

  it('a source that is not configured any more is said without reading the file anew', async () => {
    await open();
    portal.files.files.set('slo.yaml', sloDocument('availability'));
    await portal.readAll();
    const restarted = await portal.restart({ slo: { sources: [] } });
    await restarted.services.slo.sloDefinitions.readDue();
    expect(await ids()).toEqual([]);
    expect((await fileOf())?.errors).toBeGreaterThan(0);
  });

  it('one host that hangs leaves room for the others', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `slow-${index}`);
    await open(
      ...names.map(name => withSlos(name, `https://slow.example/${name}.yaml`)),
      withSlos('fast', 'https://fast.example/slo.yaml'),
    );
    await portal.services.sync.sweep();
    let release = () => {};
    const hanging = new Promise<void>(done => {
      release = done;
    });
    const read = portal.files.read.bind(portal.files);
    jest.spyOn(portal.files, 'read').mockImplementation(async (from, file) => {
      if (file.includes('slow')) await hanging;
      return read(from, file);
    });
    portal.files.files.set(
      'https://fast.example/slo.yaml',
      sloDocument('availability'),
    );
    const reading = portal.services.slo.sloDefinitions.readDue();
    const deadline = Date.now() + 10_000;
    while ((await ids()).length === 0 && Date.now() < deadline) {
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    expect(await ids()).toEqual(['component~default~fast~availability']);
    release();
    await reading;
  });
});
