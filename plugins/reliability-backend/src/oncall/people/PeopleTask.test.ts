import { mockServices } from '@backstage/backend-test-utils';
import { MINUTE, TestClock } from '../../__testUtils__/harness';
import { PeopleTask } from './PeopleTask';

function createTask() {
  const clock = new TestClock();
  const logger = mockServices.logger.mock();
  const sweeps: number[] = [];
  let changes = 0;
  const result = { seen: 5, changed: 0, removed: 0 };
  const task = new PeopleTask({
    knex: {} as never,
    stores: {
      sweeps: {
        last: async () =>
          sweeps.length > 0
            ? { completedAt: sweeps.at(-1)!, seen: 5, changed: 0 }
            : undefined,
      } as never,
    },
    config: { refreshIntervalMs: 5 * MINUTE },
    peopleSync: {
      sweep: async () => {
        sweeps.push(clock.now);
        return { ...result };
      },
    } as never,
    ranking: {
      changed: () => {
        changes += 1;
      },
    },
    logger,
    now: () => clock.now,
  });
  return { task, clock, logger, sweeps, result, changes: () => changes };
}

it('reads the people at the start and then as often as the services', async () => {
  const { task, clock, sweeps, changes } = createTask();
  const start = clock.now;
  for (let minute = 0; minute < 11; minute++) {
    await task.sweep();
    clock.advance(MINUTE);
  }
  expect(sweeps.map(at => (at - start) / MINUTE)).toEqual([0, 5, 10]);
  expect(changes()).toBe(3);
});

it('says what changed, and nothing when nothing did', async () => {
  const { task, clock, logger, result } = createTask();
  await task.sweep();
  expect(logger.info).not.toHaveBeenCalled();
  result.removed = 1;
  clock.advance(5 * MINUTE);
  await task.sweep();
  expect(logger.info).toHaveBeenCalledWith('Read the people of the catalog', {
    seen: 5,
    changed: 0,
    removed: 1,
  });
});

it('is for one replica at a time', async () => {
  const { task, sweeps } = createTask();
  const scheduler = mockServices.scheduler.mock();
  await task.schedule(scheduler);
  const [[{ id, scope, fn }]] = scheduler.scheduleTask.mock.calls;
  expect([id, scope]).toEqual(['reliability-people-sweep', 'global']);
  await (fn as (signal: AbortSignal) => Promise<void>)(
    new AbortController().signal,
  );
  expect(sweeps).toHaveLength(1);
});
