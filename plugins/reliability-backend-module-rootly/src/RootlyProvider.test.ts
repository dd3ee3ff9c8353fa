import { RotationReading } from '@plimsoll/backstage-plugin-reliability-node';
import {
  addPayments,
  DAY_MS,
  NOW,
  ref,
  withRootly,
} from './__testUtils__/rootly';

describe('Rootly', () => {
  it(
    'tells the levels of a policy, and its team',
    withRootly(async started => {
      const { policy } = addPayments(started);
      const [reading] = await started.read([ref('escalation', policy)]);
      expect(reading).toMatchObject({
        kind: 'reading',
        title: 'Payments',
        team: 'Team Pay',
        gaps: 'exact',
        warnings: [],
      });
      const { shifts } = reading as RotationReading;
      expect(shifts).toContainEqual({
        start: NOW,
        end: NOW + 7 * DAY_MS,
        level: 1,
        person: { id: started.bo, name: 'Bo Chen' },
        source: 'rotation',
        shadow: false,
        schedule: 'Payments first',
      });
      expect(shifts).toContainEqual({
        start: null,
        end: null,
        level: 2,
        person: {
          id: started.ana,
          name: 'Ana Lima',
          email: 'ana@example.com',
        },
        source: 'direct',
        shadow: false,
      });
    }),
  );

  it(
    'finds services and teams by id, slug and name, with one question for all',
    withRootly(async started => {
      const { service, team } = addPayments(started);
      const all = await started.read([
        ref('service', service),
        ref('service', 'payments-api'),
        ref('service', 'Payments API'),
        ref('team', team),
        ref('team', 'team-pay'),
        ref('team', 'Team Pay'),
      ]);
      expect(all.map(each => 'title' in each && each.title).sort()).toEqual([
        ...Array(3).fill('Payments API'),
        ...Array(3).fill('Team Pay'),
      ]);
      const asked = started.paths();
      expect(asked.filter(path => path === '/v1/oncalls')).toHaveLength(1);
      expect(asked).toHaveLength(4);
    }),
  );

  it(
    'finds an id before a slug and a slug before a name, and does not guess',
    withRootly(async ({ fake, read }) => {
      fake.addService({ name: 'One', slug: 'two' });
      fake.addService({ name: 'two', slug: 'three' });
      fake.addService({ name: 'Twin', slug: 'twin-a' });
      fake.addService({ name: 'Twin', slug: 'twin-b' });
      const all = await read(
        ['two', 'Twin', 'none'].map(id => ref('service', id)),
      );
      const of = (id: string) => all.find(each => each.ref.id === id);
      expect(of('two')).toMatchObject({ title: 'One' });
      expect(of('Twin')).toMatchObject({
        error: {
          failure: 'refused',
          message:
            'Account "main" has more than one service "Twin". Name its id.',
        },
      });
      expect(of('none')).toMatchObject({ error: { failure: 'not-found' } });
    }),
  );

  it(
    'a service has the policies that name it, too',
    withRootly(async ({ fake, read, weekly, ana, bo }) => {
      const policy = fake.addPolicy({
        name: 'Own',
        levels: [{ schedules: [weekly('Own', [ana])] }],
      });
      const id = fake.addService({ name: 'Api', slug: 'api', policy });
      fake.addPolicy({
        name: 'Other',
        services: [id],
        levels: [{ schedules: [weekly('Other', [bo])] }],
      });
      const [reading] = await read([ref('service', id)]);
      const { shifts } = reading as RotationReading;
      expect(new Set(shifts.map(({ person }) => person?.name))).toEqual(
        new Set(['Ana Lima', 'Bo Chen']),
      );
    }),
  );

  it(
    'a service that nobody is paged for is uncovered, and it is said why',
    withRootly(async ({ fake, read }) => {
      const id = fake.addService({ name: 'Api', slug: 'api' });
      expect(await read([ref('service', id)])).toMatchObject([
        {
          kind: 'reading',
          shifts: [],
          gaps: 'exact',
          warnings: [expect.stringContaining('no escalation policy')],
        },
      ]);
    }),
  );

  it(
    'marks shadows and overrides in a schedule, and tells empty slots',
    withRootly(async ({ fake, read, ana, bo }) => {
      const at = (day: number, more: object) => ({
        start: NOW + day * DAY_MS,
        end: NOW + (day + 1) * DAY_MS,
        ...more,
      });
      const id = fake.addSchedule({
        name: 'Marks',
        shifts: [
          at(0, { user: ana }),
          at(0, { user: bo, shadow: true }),
          at(1, { user: bo, override: true }),
          at(2, {}),
        ],
      });
      const [reading] = await read([ref('schedule', id)]);
      expect(
        (reading as RotationReading).shifts.map(
          ({ person, source, shadow }) =>
            `${person?.name ?? '-'} ${source} ${shadow}`,
        ),
      ).toEqual([
        'Ana Lima rotation false',
        'Bo Chen rotation true',
        'Bo Chen override false',
        '- rotation false',
      ]);
    }),
  );
});
