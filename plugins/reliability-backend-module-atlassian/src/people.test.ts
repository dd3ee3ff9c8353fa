import { OncallShift } from '@plimsoll/backstage-plugin-reliability-common';
import { ProviderPerson } from '@plimsoll/backstage-plugin-reliability-node';
import { OperationsState, OperationsTarget } from '@plimsoll/test-fakes';
import { addWeekly, idsOf, ref, withDialect } from './__testUtils__/started';
import { DialectName } from './__testUtils__/harness';

const HOUR_MS = 3600_000;

const personIn = (shifts: readonly OncallShift<ProviderPerson>[], id: string) =>
  shifts.find(({ person }) => person?.id === id)?.person;

function addRule(
  state: OperationsState,
  recipient: OperationsTarget,
  notifyType?: string,
): string {
  const team = state.addTeam({
    id: 'T1',
    name: 'Crew',
    members: [
      { user: 'ana', role: 'admin' },
      { user: 'bo', role: 'user' },
    ],
  });
  const rules = [{ minutes: 0, recipient, notifyType }];
  return state.addEscalation({ name: 'E', team, rules });
}

const idOf = (dialect: DialectName, escalation: string) =>
  dialect === 'jsm' ? `T1:${escalation}` : escalation;

describe('whom an escalation pages', () => {
  const TEAM = { type: 'team', id: 'T1' } as const;
  it.each([
    ['all of a team', 'opsgenie', TEAM, 'all', ['ana', 'bo'], 'exact'],
    ['the admins of a team', 'opsgenie', TEAM, 'admins', ['ana'], 'exact'],
    ['the users of a team', 'opsgenie', TEAM, 'users', ['bo'], 'exact'],
    [
      'one of a team at random',
      'opsgenie',
      TEAM,
      'random',
      ['ana', 'bo'],
      'exact',
    ],
    [
      'a team by its own rules, which are not followed',
      'opsgenie',
      TEAM,
      'default',
      [],
      'unknown',
    ],
    [
      'a team at Jira, which does not tell its members',
      'jsm',
      TEAM,
      'all',
      [],
      'unknown',
    ],
    [
      'another escalation, which is not followed',
      'jsm',
      { type: 'escalation', id: 'E2' },
      'default',
      [],
      'unknown',
    ],
  ] as const)('%s', async (_, dialect, recipient, mode, people, gaps) => {
    await withDialect(dialect, async ({ state, reading }) => {
      addWeekly(state, 'Primary', ['ana', 'bo']);
      const id = addRule(state, recipient, mode);
      const found = await reading('escalation', idOf(dialect, id));
      expect(found.gaps).toBe(gaps);
      expect(idsOf(found)).toEqual(people);
    })();
  });

  it.each(['opsgenie', 'jsm'] as const)(
    'may be whoever is next in a schedule, at %s',
    async dialect => {
      await withDialect(dialect, async ({ state, reading, runtime }) => {
        const id = addWeekly(state, 'Primary', ['ana', 'bo']);
        const rule = addRule(state, { type: 'schedule', id }, 'next');
        const now = await reading('schedule', id);
        const next = await reading('escalation', idOf(dialect, rule));
        const at = (shifts: typeof now.shifts) =>
          shifts.find(
            ({ start, end }) =>
              Number(start) <= runtime.now() && Number(end) > runtime.now(),
          )?.person?.id;
        expect(at(now.shifts)).toBe('ana');
        expect(at(next.shifts)).toBe('bo');
      })();
    },
  );

  it(
    'is not known where its schedule is gone, and the others are',
    withDialect('jsm', async ({ state, reading }) => {
      addWeekly(state, 'Primary', ['ana']);
      const id = addRule(state, { type: 'schedule', id: 'GONE' });
      expect(await reading('escalation', `T1:${id}`)).toMatchObject({
        shifts: [],
        gaps: 'unknown',
      });
    }),
  );

  it(
    'takes a team that takes turns apart',
    withDialect('opsgenie', async ({ state, reading }) => {
      addWeekly(state, 'Primary', ['ana', 'bo']);
      addRule(state, TEAM);
      const participants = [TEAM];
      const entries = (start: number, end: number) => [
        { start, end, users: ['ana', 'bo'], team: 'T1' },
      ];
      const id = state.addSchedule({
        name: 'Whole team',
        rotations: [{ name: 'R', participants, entries }],
      });
      const { shifts, roster, gaps } = await reading('schedule', id);
      expect(personIn(shifts, 'bo')?.name).toBe('bo Doe');
      expect(roster?.[0].people.map(person => person.id)).toEqual([
        'ana',
        'bo',
      ]);
      expect(gaps).toBe('exact');
    }),
  );
});

describe('who they are', () => {
  it.each([
    ['the scope is missing', 401],
    ['they are forbidden', 403],
  ])('is not known at Jira when %s, and on-call is', async (_, status) => {
    await withDialect('jsm', async ({ state, fake, reading, provider }) => {
      const id = addWeekly(state, 'Primary', ['ana']);
      fake.fail({ match: /user\/bulk/, times: 1, status });
      const first = await reading('schedule', id);
      expect(first).toMatchObject({
        gaps: 'exact',
        warnings: [expect.stringContaining('read:jira-user')],
      });
      expect(personIn(first.shifts, 'ana')).toEqual({
        id: 'ana',
        name: 'Somebody without a name',
      });
      expect(provider.health?.().state).toBe('ok');
    })();
  });

  it(
    'is asked of Jira once an hour, also after it was refused',
    withDialect('jsm', async ({ state, fake, reading, runtime }) => {
      const id = addWeekly(state, 'Primary', ['ana']);
      const asked = () =>
        fake.requests.filter(({ path }) => path.endsWith('/bulk')).length;
      fake.fail({ match: /user\/bulk/, times: 1, status: 403 });
      await reading('schedule', id);
      await reading('schedule', id);
      expect(asked()).toBe(1);
      runtime.advance(HOUR_MS);
      const { shifts, warnings } = await reading('schedule', id);
      expect(personIn(shifts, 'ana')?.email).toBe('ana@example.com');
      expect(warnings).toEqual([]);
      await reading('schedule', id);
      expect(asked()).toBe(2);
    }),
  );

  it(
    'is asked of Jira for many at once',
    withDialect('jsm', async ({ state, fake, read }) => {
      const refs = Array.from({ length: 20 }, (_, index) => {
        const people = ['a', 'b', 'c'].map(letter => `${letter}${index}`);
        return ref('schedule', addWeekly(state, `S${index}`, people));
      });
      const readings = await read(refs);
      const bulk = fake.requests.filter(({ path }) => path.endsWith('/bulk'));
      expect(bulk.map(({ query }) => query.getAll('accountId').length)).toEqual(
        [50, 10],
      );
      const people = readings.flatMap(each =>
        each.kind === 'reading'
          ? each.shifts.map(({ person }) => person?.email)
          : [],
      );
      expect(people).not.toContain(undefined);
    }),
  );

  it(
    'is read from the list of Opsgenie to its last page when there are many',
    withDialect('opsgenie', async ({ state, fake, read }) => {
      for (let index = 0; index < 250; index += 1) {
        state.addUser({ id: `x${index}`, name: 'X', email: `x${index}@x.io` });
      }
      const people = Array.from({ length: 12 }, (_, index) => `p${index}`);
      const ids = people.map((id, index) =>
        addWeekly(state, `S${index}`, [id]),
      );
      const readings = await read(ids.map(id => ref('schedule', id)));
      expect(readings.map(each => 'shifts' in each && idsOf(each)[0])).toEqual(
        people,
      );
      const asked = fake.requests.filter(({ path }) => path === '/v2/users');
      expect(asked.map(({ query }) => query.get('offset'))).toEqual([
        '0',
        '100',
        '200',
      ]);
      expect(
        readings.map(each => 'shifts' in each && each.shifts[0].person?.name),
      ).toContain('p11 Doe');
    }),
  );

  it.each([
    ['is forbidden', 'no' as const, 403],
    ['has no end', 'always' as const, undefined],
    ['repeats itself', 'same' as const, undefined],
  ])('is their sign-in when the list %s', async (_, endless, status) => {
    await withDialect('opsgenie', async ({ state, fake, read }) => {
      for (let index = 0; index < 101; index += 1) {
        state.addUser({ id: `x${index}`, name: 'X', email: `x${index}@x.io` });
      }
      fake.endless = endless;
      if (status) fake.fail({ match: /users/, times: Infinity, status });
      const refs = Array.from({ length: 12 }, (__, index) =>
        ref('schedule', addWeekly(state, `S${index}`, [`p${index}`])),
      );
      const [first] = await read(refs);
      expect(first).toMatchObject({ kind: 'reading', gaps: 'exact' });
      const names = 'shifts' in first && first.shifts.map(s => s.person?.name);
      expect(names).toContain('p0@example.com');
      expect(fake.requests.length).toBeLessThan(130);
    })();
  });

  it.each(['opsgenie', 'jsm'] as const)(
    'tells at %s who left',
    async dialect => {
      await withDialect(dialect, async ({ state, reading }) => {
        const id = addWeekly(state, 'Primary', ['ana']);
        const email = 'ana@example.com';
        state.addUser({ id: 'ana', name: 'Ana', email, left: true });
        const { shifts } = await reading('schedule', id);
        expect(personIn(shifts, 'ana')).toMatchObject({ left: true });
      })();
    },
  );
});
