import { RotationReading } from '@plimsoll/backstage-plugin-reliability-node';
import { addPayments, NOW, ref, withRootly } from './__testUtils__/rootly';

// Many requests over real HTTP take their time on a busy machine.
jest.setTimeout(60_000);

const ALWAYS = { times: Infinity };

describe('Rootly, when something is hidden, odd or scarce', () => {
  it.each([
    ['services', 'service'],
    ['escalation policies', 'service'],
    ['teams', 'team'],
    ['escalation policies', 'team'],
    ['escalation policies', 'escalation'],
  ] as const)(
    'when %s are hidden a %s is read by its id',
    async (what, kind) => {
      await withRootly(async started => {
        const ids = addPayments(started);
        const id = kind === 'escalation' ? ids.policy : ids[kind];
        const match = new RegExp(`/v1/${what.replace(' ', '_')}`);
        started.fake.fail({ match, ...ALWAYS, status: 403 });
        const [reading] = await started.read([ref(kind, id)]);
        expect(reading).toMatchObject({ kind: 'reading', gaps: 'exact' });
        expect((reading as RotationReading).shifts.length).toBeGreaterThan(4);
      })();
    },
  );

  it(
    'when services are hidden one is not found by its name',
    withRootly(async started => {
      addPayments(started);
      started.fake.fail({ match: /services/, ...ALWAYS, status: 403 });
      expect(
        await started.read([ref('service', 'Payments API')]),
      ).toMatchObject([{ kind: 'failure', error: { failure: 'forbidden' } }]);
    }),
  );

  it.each(['schedule', 'escalation', 'service'] as const)(
    'what is hidden and empty is unknown, not uncovered: %s',
    async kind => {
      await withRootly(async ({ fake, read }) => {
        const match = /schedules\?|escalation_policies\?|services\?/;
        fake.fail({ match, ...ALWAYS, status: 403 });
        expect(await read([ref(kind, 'gone')])).toMatchObject([
          { kind: 'reading', gaps: 'unknown', warnings: [expect.any(String)] },
        ]);
      })();
    },
  );

  it.each([
    ['escalation', /oncalls/],
    ['schedule', /shifts/],
  ] as const)(
    'a plan without on-call does not make a %s gone',
    async (kind, match) => {
      await withRootly(async started => {
        const { policy } = addPayments(started);
        const [schedule] = started.fake.schedules.keys();
        started.fake.fail({ match, ...ALWAYS, status: 404 });
        const id = kind === 'schedule' ? schedule : policy;
        expect(await started.read([ref(kind, id)])).toMatchObject([
          {
            kind: 'failure',
            error: {
              failure: 'forbidden',
              message: expect.stringContaining('On-Call'),
            },
          },
        ]);
      })();
    },
  );

  it(
    'with entries that nobody understands gaps are unknown, and it is said',
    withRootly(async started => {
      const { policy } = addPayments(started);
      started.fake.fail({
        match: /oncalls/,
        change: ({ body }) => {
          const { data, ...more } = body as { data: object[] };
          return {
            body: { data: [{ id: 'x', attributes: {} }, ...data], ...more },
          };
        },
      });
      expect(await started.read([ref('escalation', policy)])).toMatchObject([
        {
          kind: 'reading',
          gaps: 'unknown',
          warnings: [expect.stringContaining('1 entries')],
        },
      ]);
    }),
  );

  it(
    'on-calls that page after all are read to the end',
    withRootly(async started => {
      const { policy } = addPayments(started);
      started.fake.fail({
        match: /oncalls/,
        times: 2,
        change: ({ body }, { query }) => {
          const { data, included } = body as {
            data: object[];
            included: object[];
          };
          const first = !query.has('page[number]');
          return {
            body: {
              included,
              data: first ? data.slice(0, 2) : data.slice(2),
              meta: { next_page: first ? 2 : null },
            },
          };
        },
      });
      const [reading] = await started.read([ref('escalation', policy)]);
      expect((reading as RotationReading).shifts).toHaveLength(7);
    }),
  );

  it(
    'a part that is refused is halved down to the id that is to blame',
    withRootly(async ({ fake, read, weekly }) => {
      const schedule = weekly('Shared');
      const refs = Array.from({ length: 60 }, (_, index) =>
        ref(
          'escalation',
          fake.addPolicy({
            name: `Policy ${index}`,
            levels: [{ schedules: [schedule] }],
          }),
        ),
      );
      const bad = refs[37].id;
      fake.fail({
        match: ({ query }) =>
          (query.get('filter[escalation_policy_ids]') ?? '').includes(bad),
        ...ALWAYS,
        status: 400,
      });
      const all = await read(refs);
      const failures = all.filter(({ kind }) => kind === 'failure');
      expect(failures.map(each => each.ref.id)).toEqual([bad]);
      expect(all).toHaveLength(60);
    }),
  );

  it(
    'a key with few calls a minute waits before it is told to',
    withRootly(
      async ({ fake, read, weekly, provider, runtime }) => {
        const schedule = weekly('Shared');
        const refs = Array.from({ length: 300 }, (_, index) =>
          ref(
            'escalation',
            fake.addPolicy({
              name: `Policy ${index}`,
              levels: [{ schedules: [schedule] }],
            }),
          ),
        );
        expect(await read(refs)).toHaveLength(300);
        expect(provider.health?.()).toMatchObject({ failures: 0, requests: 9 });
        expect(runtime.now() - NOW).toBe(2 * 60_000);
      },
      { requests: 5, perMs: 60_000 },
    ),
  );
});
