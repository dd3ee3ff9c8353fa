import { RotationReading } from '@plimsoll/backstage-plugin-reliability-node';
import {
  addTwoLevels,
  DAY_MS,
  NOW,
  paths,
  ref,
  withPagerduty,
} from './__testUtils__/pagerduty';

describe('PagerDuty', () => {
  it(
    'tells levels over both kinds of schedules, and who shares each',
    withPagerduty(async started => {
      const policy = addTwoLevels(started);
      const [reading] = await started.read([ref('escalation', policy)]);
      expect(reading).toMatchObject({
        kind: 'reading',
        title: 'Payments',
        team: 'Team Pay',
        timeZone: 'Europe/Oslo',
        url: expect.stringMatching(/^https:.*escalation_policies/),
        gaps: 'exact',
        warnings: [],
        roster: [
          {
            level: 1,
            people: [
              { id: 'UANA', name: 'Ana Lima', email: 'ana@example.com' },
              { id: 'UBO', name: 'Bo Chen' },
              { id: 'UCAI', name: 'Cai Dunn', email: 'cai@example.com' },
            ],
          },
          {
            level: 2,
            people: [
              { id: 'UCAI', name: 'Cai Dunn' },
              { id: 'UANA', name: 'Ana Lima' },
            ],
          },
        ],
      });
      const { shifts } = reading as RotationReading;
      expect(shifts).toContainEqual(
        expect.objectContaining({
          start: null,
          end: null,
          level: 2,
          source: 'direct',
          person: expect.objectContaining({ name: 'Ana Lima' }),
        }),
      );
      expect(shifts).toContainEqual(
        expect.objectContaining({
          level: 1,
          source: 'rotation',
          schedule: 'Payments first',
        }),
      );
    }),
  );

  it(
    'reads several services of one policy with one question about it',
    withPagerduty(async started => {
      const policy = addTwoLevels(started);
      const ids = ['api', 'web'].map(name =>
        started.fake.addService({ name, policy }),
      );
      const all = await started.read(ids.map(id => ref('service', id)));
      expect(all.map(each => 'title' in each && each.title)).toEqual([
        'api',
        'web',
      ]);
      const asked = paths(started.fake.requests);
      expect(asked.filter(path => path === '/oncalls')).toHaveLength(1);
    }),
  );

  it.each([
    ['all but on-call', /^\/(users|schedules|v3|escalation_policies)/],
    ['schedules', /^\/(schedules|v3)/],
  ])('gives shifts without a roster when %s is forbidden', async (_, match) => {
    await withPagerduty(async started => {
      const policy = addTwoLevels(started);
      started.fake.fail({ match, times: Infinity, status: 403 });
      const [reading] = await started.read([ref('escalation', policy)]);
      expect(reading).toMatchObject({ kind: 'reading', title: 'Payments' });
      expect(reading).not.toHaveProperty('roster');
      expect((reading as RotationReading).shifts.length).toBeGreaterThan(5);
      expect(started.provider.health?.().state).toBe('ok');
    })();
  });

  it(
    'a policy with nobody on call is uncovered, not unknown',
    withPagerduty(async ({ fake, read }) => {
      const empty = fake.addSchedule({ name: 'Empty', entries: [] });
      const policy = fake.addPolicy({
        name: 'Nobody',
        levels: [{ schedules: [empty] }],
      });
      const [nobody, gone] = await read([
        ref('escalation', policy),
        ref('escalation', 'PGONE'),
      ]);
      expect(nobody).toMatchObject({ kind: 'reading', shifts: [] });
      expect(gone).toMatchObject({
        kind: 'failure',
        error: {
          failure: 'not-found',
          message:
            'Account "main" has no escalation policy "PGONE". Was it deleted, or is it of another account?',
        },
      });
    }),
  );

  it.each([
    ['an entry without a start', { start: undefined }],
    ['an entry of nobody knows which policy', { escalation_policy: null }],
    ['an entry without a user', { user: null }],
  ])('with %s gaps are unknown, and it is said', async (_, changed) => {
    await withPagerduty(async started => {
      const policy = addTwoLevels(started);
      started.fake.fail({
        match: /oncalls/,
        change: ({ body }) => {
          const { oncalls } = body as { oncalls: object[] };
          const [first, ...others] = oncalls;
          return { body: { oncalls: [{ ...first, ...changed }, ...others] } };
        },
      });
      const [reading] = await started.read([ref('escalation', policy)]);
      expect(reading).toMatchObject({
        kind: 'reading',
        gaps: 'unknown',
        warnings: [expect.stringContaining('1 entries')],
      });
    })();
  });

  it(
    'a window longer than 90 days is cut, and the reading says so',
    withPagerduty(async started => {
      const policy = addTwoLevels(started);
      const window = { from: NOW, to: NOW + 200 * DAY_MS };
      const [reading] = await started.read([ref('escalation', policy)], window);
      expect(reading).toMatchObject({
        kind: 'reading',
        window: { from: NOW, to: NOW + 90 * DAY_MS },
      });
    }),
  );
});
