import { openSince, overSince, IncidentSuite, expectAll } from './testing';
import { DAY_MS, HOUR_MS, NOW } from './IncidentRig';

const MINUTE_MS = 60_000;

/** Tests of what an incident says when all is well. */
export function incidentReadingTests({ harness, test }: IncidentSuite): void {
  test('incidents come back as they were put in', ['read'], async rig => {
    rig.put(openSince(3, { services: ['Payments'] }));
    rig.put(overSince(90, { title: 'Søk er nede – 日本' }));
    await rig.synced();
    expectAll(rig, harness);
    const [payments] = [...rig.stored.values()].filter(
      ({ status }) => status === 'open',
    );
    expect(payments.subjects.map(({ label }) => label)).toEqual(['Payments']);
    expect(rig.provider.kinds).toContain(payments.subjects[0].kind);
  });

  test('every status comes back', ['read'], async rig => {
    for (const status of harness.statuses) {
      const isOver = ['resolved', 'closed'].includes(status);
      rig.put(isOver ? overSince(3, { status }) : openSince(3, { status }));
    }
    await rig.synced();
    const statuses = [...rig.stored.values()].map(({ status }) => status);
    expect(statuses.sort()).toEqual([...harness.statuses].sort());
  });

  test('every stamp that is recorded comes back', ['read'], async rig => {
    const at = (minutes: number) => NOW - 3 * DAY_MS + minutes * MINUTE_MS;
    const minutes = {
      impactStart: -9,
      detected: -4,
      acknowledged: 3,
      mitigated: 30,
      impactEnd: 31,
      resolved: 60,
      closed: 90,
    };
    const stamps = Object.fromEntries(
      harness.stamps.map(name => [name, at(minutes[name])]),
    );
    const status = harness.stamps.includes('closed') ? 'closed' : 'resolved';
    const id = rig.put(overSince(3, { status, stamps }));
    const given = (await rig.reading(id)).stamps;
    const times = Object.entries(given).map(([name, stamp]) => [
      name,
      stamp?.at,
    ]);
    expect(Object.fromEntries(times)).toMatchObject({
      declared: at(0),
      ...stamps,
    });
  });

  test('what nobody recorded stays missing', ['read'], async rig => {
    const id = rig.put(openSince(3));
    const incident = await rig.reading(id);
    expect(Object.keys(incident.stamps).sort()).toEqual(
      [...(harness.bareStamps ?? ['declared'])].sort(),
    );
    expect(incident).toMatchObject({
      reopenedAt: [],
      isTest: false,
      isPrivate: false,
      followUps: [],
      postmortems: [],
    });
    expect(incident.mergedInto).toBeUndefined();
    expect(incident.cause).toBeUndefined();
  });

  test(
    'resolved before it was declared is kept as it was told',
    ['read'],
    async rig => {
      const resolved = NOW - 3 * DAY_MS - HOUR_MS;
      const id = rig.put(overSince(3, { stamps: { resolved } }));
      expect((await rig.reading(id)).stamps).toMatchObject({
        declared: { at: NOW - 3 * DAY_MS },
        resolved: { at: resolved },
      });
    },
  );

  test(
    'a severity that nobody has heard of is kept',
    ['read', 'free-severity'],
    async rig => {
      const id = rig.put(openSince(3, { severity: 'Kitchen on fire' }));
      expect((await rig.reading(id)).severity).toBe('Kitchen on fire');
    },
  );

  test('no severity is none', ['read', 'no-severity'], async rig => {
    const id = rig.put(openSince(3, { severity: null }));
    expect((await rig.reading(id)).severity).toBeNull();
  });

  test(
    'an incident may concern several services',
    ['read', 'several-services'],
    async rig => {
      const services = ['Payments', 'Search', 'Mail'];
      const id = rig.put(openSince(3, { services }));
      const { subjects } = await rig.reading(id);
      expect([...new Set(subjects.map(({ label }) => label))].sort()).toEqual(
        [...services].sort(),
      );
    },
  );

  test('a service is the same one in two incidents', ['read'], async rig => {
    rig.put(openSince(3, { services: ['Payments'] }));
    rig.put(overSince(9, { services: ['Payments'] }));
    await rig.synced();
    const subjects = [...rig.stored.values()].map(each =>
      each.subjects.map(({ kind, id }) => `${kind}:${id}`),
    );
    expect(subjects[0].length).toBeGreaterThan(0);
    expect(subjects[0]).toEqual(subjects[1]);
  });

  test(
    'reopened is told, and is not resolved',
    ['read', 'reopened'],
    async rig => {
      const reopenedAt = [NOW - 3 * DAY_MS + 5 * HOUR_MS];
      const open = rig.put(openSince(3, { reopenedAt }));
      const resolved = NOW - 3 * DAY_MS + 9 * HOUR_MS;
      const again = rig.put(overSince(3, { reopenedAt, stamps: { resolved } }));
      await rig.synced();
      expect(rig.stored.get(open)).toMatchObject({
        status: 'open',
        reopenedAt,
      });
      expect(rig.stored.get(open)?.stamps.resolved).toBeUndefined();
      expect(rig.stored.get(again)).toMatchObject({
        status: 'resolved',
        reopenedAt,
        stamps: { resolved: { at: resolved } },
      });
    },
  );

  test(
    'an exercise is told from the real thing',
    ['read', 'test'],
    async rig => {
      const id = rig.put(openSince(3, { isTest: true }));
      const real = rig.put(openSince(3));
      expect(await rig.reading(id)).toMatchObject({ isTest: true });
      expect(rig.stored.get(real)).toMatchObject({ isTest: false });
    },
  );

  test('a private one is told', ['read', 'private'], async rig => {
    const id = rig.put(openSince(3, { isPrivate: true }));
    expect(await rig.reading(id)).toMatchObject({ isPrivate: true });
  });

  test('a merged one names the other', ['read', 'merged'], async rig => {
    const other = rig.put(openSince(3));
    const id = rig.put(
      openSince(3, {
        status: 'merged',
        mergedInto: other,
        severity: undefined,
      }),
    );
    expect(await rig.reading(id)).toMatchObject({
      status: 'merged',
      mergedInto: other,
    });
  });

  test('pages and their answers are told', ['read', 'pages'], async rig => {
    const at = NOW - 3 * DAY_MS + MINUTE_MS;
    const acknowledgedAt = at + 4 * MINUTE_MS;
    const id = rig.put(
      overSince(3, {
        pages: [
          { at, name: 'Ana Lima' },
          { at: at + 2 * MINUTE_MS, name: 'Bo Chen', acknowledgedAt },
        ],
      }),
    );
    const { pages, stamps } = await rig.reading(id);
    expect(
      pages.map(page => [page.person?.name, page.at, page.acknowledgedAt]),
    ).toEqual([
      ['Ana Lima', at, null],
      ['Bo Chen', at + 2 * MINUTE_MS, acknowledgedAt],
    ]);
    expect(stamps.acknowledged?.at).toBe(acknowledgedAt);
  });

  test('follow-ups are told', ['read', 'follow-ups'], async rig => {
    const followUps = [
      { title: 'Write a runbook', status: 'open' },
      { title: 'Raise the limit', status: 'done' },
    ] as const;
    const id = rig.put(overSince(3, { followUps }));
    const read = (await rig.reading(id)).followUps;
    expect(read.map(({ title, status }) => ({ title, status }))).toEqual(
      followUps,
    );
    expect(new Set(read.map(({ externalId }) => externalId)).size).toBe(2);
  });

  test('a postmortem is told', ['read', 'postmortems'], async rig => {
    const postmortem = {
      url: 'https://docs.example.com/postmortem',
      status: 'published',
    } as const;
    const id = rig.put(overSince(3, { postmortem }));
    expect((await rig.reading(id)).postmortems).toMatchObject([postmortem]);
  });
}
