import {
  addWeekly,
  DAY_MS,
  idsOf,
  NOW,
  ref,
  withDialect,
} from './__testUtils__/started';
import { DialectName } from './__testUtils__/harness';

const HOUR_MS = 3600_000;

const DIALECTS: DialectName[] = ['opsgenie', 'jsm'];

describe.each(DIALECTS)('an account of %s', dialect => {
  it(
    'tells a shift that goes on from its beginning, not from that of the week',
    withDialect(dialect, async ({ state, read, runtime }) => {
      const id = addWeekly(state, 'Payments', ['ana', 'bo']);
      // A Monday morning: the shift began in the week before.
      const from = NOW + 7 * DAY_MS - 6 * HOUR_MS;
      runtime.advance(from + HOUR_MS - NOW);
      const window = { from, to: from + 14 * DAY_MS };
      const [found] = await read([ref('schedule', id)], window);
      const shifts = found.kind === 'reading' ? found.shifts : [];
      expect(shifts[0]).toMatchObject({ start: NOW, person: { id: 'ana' } });
      expect(shifts.every(({ end }) => Number(end) > from)).toBe(true);
    }),
  );

  it(
    'leaves out the part of a schedule that was deleted',
    withDialect(dialect, async ({ state, reading }) => {
      const id = addWeekly(state, 'Payments', ['ana']);
      const schedule = state.schedules.get(id)!;
      const [rotation] = schedule.rotations;
      const gone = { ...rotation, deleted: true };
      state.schedules.set(id, { ...schedule, rotations: [gone] });
      expect(await reading('schedule', id)).toMatchObject({
        shifts: [],
        gaps: 'exact',
      });
    }),
  );

  it(
    'says that nobody is paged by a schedule that is disabled',
    withDialect(dialect, async ({ state, reading }) => {
      const id = addWeekly(state, 'Payments', ['ana'], { enabled: false });
      expect(await reading('schedule', id)).toMatchObject({
        shifts: [],
        gaps: 'exact',
        warnings: ['Schedule "Payments" is disabled: it pages nobody'],
      });
    }),
  );

  it.each([
    [
      'a schedule without an escalation',
      (schedule: string) => [{ isDefault: true, to: ['schedule', schedule] }],
      { gaps: 'exact', warnings: [], people: ['ana'] },
    ],
    [
      'other people at other times',
      (schedule: string) => [
        { isDefault: false, to: ['none', ''] },
        { isDefault: true, to: ['schedule', schedule] },
      ],
      {
        gaps: 'estimated',
        warnings: [expect.stringContaining('1 further routing rules')],
        people: ['ana'],
      },
    ],
    [
      'nobody',
      () => [{ isDefault: true, to: ['none', ''] }],
      {
        gaps: 'exact',
        warnings: [expect.stringContaining('pages nobody')],
        people: [],
      },
    ],
  ])('shows that a team pages %s', async (_, rules, wanted) => {
    await withDialect(dialect, async ({ state, reading }) => {
      const schedule = addWeekly(state, 'Primary', ['ana']);
      const team = state.addTeam({
        name: 'Crew',
        routing: rules(schedule).map(({ isDefault, to: [type, id] }) => ({
          isDefault,
          notify: { type: type as 'schedule', id },
        })),
      });
      const found = await reading('team', 'Crew');
      const { gaps, warnings } = found;
      expect({ gaps, warnings, people: idsOf(found) }).toEqual(wanted);
      expect(found).toMatchObject({ title: 'Crew', team: 'Crew' });
      expect((await reading('team', team)).title).toBe('Crew');
    })();
  });

  it(
    'names a team that is not there',
    withDialect(dialect, async ({ read }) => {
      const [failure] = await read([ref('team', 'Crew, typed wrong')]);
      expect(failure).toMatchObject({
        kind: 'failure',
        error: {
          failure: 'not-found',
          message:
            'Account "main" has no team "Crew, typed wrong". Was it deleted or renamed, or is it of another account?',
        },
      });
    }),
  );

  it(
    'finds a team that was made a moment ago',
    withDialect(dialect, async ({ state, read, reading }) => {
      await read([ref('team', 'New')]);
      const notify = { type: 'none' as const };
      state.addTeam({ name: 'New', routing: [{ isDefault: true, notify }] });
      expect(await reading('team', 'New')).toMatchObject({ title: 'New' });
    }),
  );

  it(
    'remembers for ten minutes whom a team pages, and asks each time who is on call',
    withDialect(dialect, async ({ state, fake, reading, runtime }) => {
      const schedule = addWeekly(state, 'Primary', ['ana']);
      const notify = { type: 'schedule' as const, id: schedule };
      state.addTeam({ name: 'Crew', routing: [{ isDefault: true, notify }] });
      const asked = async (): Promise<string[]> => {
        fake.requests.splice(0);
        await reading('team', 'Crew');
        return fake.requests.map(({ path }) => path.split('/').pop() ?? '');
      };
      expect(await asked()).toEqual(
        expect.arrayContaining(['teams', 'routing-rules', 'timeline']),
      );
      expect(await asked()).toEqual(['timeline']);
      runtime.advance(10 * 60_000);
      expect((await asked()).sort()).toEqual([
        'routing-rules',
        'teams',
        'timeline',
      ]);
    }),
  );

  it(
    'waits for the limit, and loses no rotation',
    withDialect(
      dialect,
      async ({ state, read, runtime, provider }) => {
        const ids = Array.from({ length: 150 }, (_, index) =>
          addWeekly(state, `${index}`, ['ana']),
        );
        const all = await read(ids.map(id => ref('schedule', id)));
        expect(all.filter(({ kind }) => kind === 'reading')).toHaveLength(150);
        expect(runtime.now() - NOW).toBeGreaterThanOrEqual(60_000);
        expect(provider.health?.().waits).toBeGreaterThan(0);
      },
      { limit: { requests: 100, perMs: 60_000 } },
    ),
  );

  it.each([
    ['one team', 'Crew', ['team:Crew']],
    ['a list', 'Crew, Ops ,,Crew', ['team:Crew', 'team:Ops']],
    ['nothing', '', []],
  ])('reads opsgenie.com/team with %s', async (_, text, wanted) => {
    await withDialect(dialect, async ({ provider }) => {
      const refs = provider.rotationsOf({
        'opsgenie.com/team': text,
        'opsgenie.com/component-selector': 'tag:"x"',
      });
      expect(refs.map(({ kind, id }) => `${kind}:${id}`)).toEqual(wanted);
    })();
  });
});

it('both dialects tell the same of a team that is moved', async () => {
  await withDialect('opsgenie', async old => {
    const { state } = old;
    const primary = addWeekly(state, 'Primary', ['ana', 'bo']);
    const second = addWeekly(state, 'Second', ['cai']);
    const team = state.addTeam({ name: 'Crew' });
    const id = state.addEscalation({
      name: 'Crew escalation',
      team,
      rules: [
        { minutes: 0, recipient: { type: 'schedule', id: primary } },
        { minutes: 10, recipient: { type: 'schedule', id: second } },
        { minutes: 10, recipient: { type: 'user', id: 'bo' } },
      ],
    });
    const notify = { type: 'escalation' as const, id };
    const routing = [{ isDefault: true, notify }];
    state.addTeam({ id: team, name: 'Crew', routing });
    const was = await old.reading('team', 'Crew');
    await withDialect(
      'jsm',
      async moved => {
        const { shifts, roster } = await moved.reading('team', 'Crew');
        expect(shifts.length).toBeGreaterThan(8);
        expect(shifts).toEqual(was.shifts);
        expect(roster).toEqual(was.roster);
        expect(roster?.map(({ people }) => people.length)).toEqual([2, 2]);
        expect(shifts[0].person?.email).toMatch(/@example\.com$/);
      },
      { state },
    )();
  })();
});
