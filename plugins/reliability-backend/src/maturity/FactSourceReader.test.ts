import { FactSource } from '@plimsoll/backstage-plugin-reliability-node';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { Harness, HOUR } from '../__testUtils__/harness';
import { openRankedPortal } from '../__testUtils__/portal';
import { collectFactSources } from './FactSourceReader';

jest.setTimeout(60_000);

const databases = testDatabases();

describe('sources of facts', () => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, 'SQLITE_3');
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex);
    harness.clock.advance(HOUR);
  });

  const sourceOf = (read: FactSource['read']): FactSource => ({
    name: 'ci',
    read,
  });
  const coverageOf = async (name: string) => {
    const facts = await harness.stores.facts.of(knex, [refOf(name)], 'ci');
    return facts.get(refOf(name))?.find(({ key }) => key === 'coverage');
  };
  const covered = (name: string, value: unknown) =>
    ({ entityRef: refOf(name), key: 'coverage', value } as never);

  it('are stored as a push is, and move the level', async () => {
    const asked: string[] = [];
    await harness.services.factReader.read(
      sourceOf(async function* read({ entityRefs }) {
        asked.push(...entityRefs);
        yield [covered('good', 95)];
        yield [covered('even', 95)];
      }),
    );
    expect(asked.sort()).toEqual(['best', 'even', 'good', 'poor'].map(refOf));
    expect(await coverageOf('even')).toMatchObject({
      value: 95,
      at: harness.clock.now,
    });
    const steps = await harness.stores.history.levelSteps(knex, {
      from: harness.clock.now - 1,
      until: harness.clock.now,
    });
    expect(new Set(steps.map(({ entityRef }) => entityRef))).toEqual(
      new Set([refOf('good'), refOf('even')]),
    );
  });

  it('that fail keep what came before, and the old facts with their age', async () => {
    const before = await coverageOf('even');
    await harness.services.factReader.read(
      sourceOf(async function* read() {
        yield [covered('good', 95)];
        throw new Error('503');
      }),
    );
    expect(await coverageOf('good')).toMatchObject({ value: 95 });
    expect(await coverageOf('even')).toEqual(before);
    expect(harness.logger.warn).toHaveBeenCalledWith(
      'Could not read the facts of ci; the old ones stay',
      expect.any(Error),
    );
  });

  it('that say what is no fact are told of with a reason', async () => {
    await harness.services.factReader.read(
      sourceOf(async function* read() {
        yield [covered('never', 1), covered('good', 90)];
      }),
    );
    expect(await coverageOf('good')).toMatchObject({ value: 90 });
    expect(harness.logger.warn).toHaveBeenCalledWith(
      'Facts of ci were rejected',
      expect.objectContaining({
        stored: 1,
        rejected: 1,
        reason: expect.stringMatching(/is not a service/),
      }),
    );
  });

  it.each<[string, string[], RegExp]>([
    ['a name that cannot stand in CEL', ['Tech Insights'], /is no name/],
    ['a name that is taken', ['ci', 'ci'], /Another module reads/],
  ])('are refused with %s', (_, names, message) => {
    const { extensionPoint } = collectFactSources();
    expect(() =>
      names.forEach(name =>
        extensionPoint.addSource({ name, async *read() {} }),
      ),
    ).toThrow(message);
  });
});
