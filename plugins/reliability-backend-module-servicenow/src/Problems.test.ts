import { servicenowTime } from '@plimsoll/test-fakes';
import { HOUR_MS, NOW, started } from './__testUtils__/started';

const MINUTE_MS = 60_000;

describe('incidents of ServiceNow and their problems', () => {
  it(
    'bring the problem as postmortem and its tasks as follow-ups',
    started(async ({ fake, read }) => {
      const problem = fake.add('problem', {
        short_description: 'Pool too small',
        state: '106',
        resolved_at: servicenowTime(NOW - HOUR_MS),
      });
      const task = fake.add('problem_task', {
        number: 'PTASK0001',
        problem,
        short_description: 'Raise the limit',
        state: '154',
        due_date: servicenowTime(NOW + HOUR_MS),
      });
      fake.add('problem_task', { problem: 'b'.repeat(32) });
      fake.add('incident', {
        problem_id: { value: problem, shown: 'PRB0001' },
      });
      const [{ postmortems, followUps }] = await read();
      expect(postmortems).toEqual([
        {
          externalId: problem,
          url: `${fake.url}/problem.do?sys_id=${problem}`,
          title: 'Pool too small',
          status: 'published',
          publishedAt: NOW - HOUR_MS,
        },
      ]);
      expect(followUps).toMatchObject([
        {
          externalId: task,
          title: 'Raise the limit',
          status: 'in-progress',
          dueAt: NOW + HOUR_MS,
          ticket: { system: 'servicenow', key: 'PTASK0001' },
        },
      ]);
    }),
  );

  it.each(['problem', 'problem_task'] as const)(
    'come again when the %s changed, though they did not',
    table =>
      started(async ({ fake, runtime, read }) => {
        const problem = fake.add('problem', {});
        const task = fake.add('problem_task', { problem });
        const id = fake.add('incident', { problem_id: problem });
        await read();
        runtime.advance(HOUR_MS);
        await read();
        runtime.advance(HOUR_MS);
        const changed = table === 'problem' ? problem : task;
        fake.change(table, changed, { state: '107' });
        runtime.advance(MINUTE_MS);
        const ids = (await read()).map(({ externalId }) => externalId);
        expect(ids).toEqual([id]);
      })(),
  );

  it(
    'come once when they and their problem changed',
    started(async ({ fake, runtime, read }) => {
      const problem = fake.add('problem', {});
      const id = fake.add('incident', { problem_id: problem });
      await read();
      runtime.advance(HOUR_MS);
      fake.change('problem', problem, { state: '107' });
      fake.change('incident', id, { state: '2' });
      expect(await read()).toHaveLength(1);
    }),
  );

  it(
    'are read without what this user may not see, which is asked for again after an hour',
    started(async ({ fake, runtime, read, asked }) => {
      fake.forbidden.add('problem').add('problem_task');
      const problem = fake.add('problem', {});
      fake.add('incident', { problem_id: { value: problem, shown: 'PRB1' } });
      const [{ postmortems, followUps }] = await read();
      expect(postmortems).toMatchObject([{ title: 'PRB1', status: 'draft' }]);
      expect(followUps).toEqual([]);
      asked('problem');
      runtime.advance(HOUR_MS - 1);
      await read();
      expect(asked('problem')).toEqual([]);
      runtime.advance(2);
      await read();
      expect(asked('problem')).toHaveLength(1);
      expect(runtime.logged.filter(line => /problem/.test(line))).toHaveLength(
        2,
      );
    }),
  );
});
