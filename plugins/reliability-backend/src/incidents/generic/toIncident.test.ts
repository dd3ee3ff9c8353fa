import {
  DECLARED,
  incident,
  incidentsOf,
  NOW,
  receive,
} from './__testUtils__/account';

const HOUR = 3_600_000;

describe('an incident that is sent', () => {
  it('says no more than was sent', () => {
    expect(incidentsOf(incident())).toEqual([
      {
        externalId: 'INC-1',
        reference: 'INC-1',
        title: 'Mail is slow',
        updatedAt: Date.parse(DECLARED),
        status: 'open',
        severity: null,
        stamps: {},
        reopenedAt: [],
        isTest: false,
        isPrivate: false,
        customerImpact: null,
        subjects: [],
        entityRefs: [],
        responders: [],
        pages: [],
        updates: [],
        postmortems: [],
        followUps: [],
      },
    ]);
  });

  it('with null for what is not known is the same', () => {
    const nulls = Object.fromEntries(
      'reference url summary severity stamps reopenedAt isTest isPrivate mergedInto dedupeKey cause change customerImpact services entityRefs responders pages updates postmortem followUps'
        .split(' ')
        .map(name => [name, null]),
    );
    expect(incidentsOf(incident(nulls))).toEqual(incidentsOf(incident()));
  });

  it.each<[string, object, object]>([
    [
      'stamps, in any zone',
      { stamps: { declared: '2026-06-15T12:00:00+02:00', resolved: null } },
      { stamps: { declared: { at: Date.parse(DECLARED), from: 'provider' } } },
    ],
    [
      'what it is, and where it came from',
      {
        reference: 'Mail 42',
        url: 'https://x.example/42',
        severity: ' SEV2 ',
        isTest: true,
        isPrivate: true,
        mergedInto: 'INC-7',
        dedupeKey: 'mail-queue',
        cause: 'A limit',
        change: { title: 'Deploy 7', url: 'https://x.example/7' },
        customerImpact: false,
        reopenedAt: [DECLARED],
      },
      {
        reference: 'Mail 42',
        url: 'https://x.example/42',
        severity: 'SEV2',
        isTest: true,
        isPrivate: true,
        mergedInto: 'INC-7',
        dedupeKey: 'mail-queue',
        cause: 'A limit',
        change: { title: 'Deploy 7', url: 'https://x.example/7' },
        customerImpact: false,
        reopenedAt: [Date.parse(DECLARED)],
      },
    ],
    [
      'services by name',
      { services: ['Mail'] },
      { subjects: [{ kind: 'service', id: 'Mail', label: 'Mail' }] },
    ],
    [
      'services by id',
      { services: [{ id: 'S1', name: 'Mail', url: 'https://x.example/' }] },
      {
        subjects: [
          {
            kind: 'service',
            id: 'S1',
            label: 'Mail',
            url: 'https://x.example/',
          },
        ],
      },
    ],
    [
      'services of the catalog',
      { entityRefs: ['Component:default/Mail'] },
      { entityRefs: ['component:default/mail'] },
    ],
    [
      'people by name or more',
      {
        responders: [
          { person: 'Ana Lima', role: 'lead' },
          { person: { name: 'Bo Chen', email: 'Bo@Example.com' } },
        ],
      },
      {
        responders: [
          { person: { id: 'Ana Lima', name: 'Ana Lima' }, role: 'lead' },
          {
            person: {
              id: 'bo@example.com',
              name: 'Bo Chen',
              email: 'bo@example.com',
            },
          },
        ],
      },
    ],
    [
      'pages',
      { pages: [{ at: DECLARED, person: 'Ana Lima', timeZone: 'Asia/Tokyo' }] },
      {
        pages: [
          {
            at: Date.parse(DECLARED),
            person: { id: 'Ana Lima', name: 'Ana Lima' },
            timeZone: 'Asia/Tokyo',
            acknowledgedAt: null,
            autoResolved: false,
          },
        ],
      },
    ],
    [
      'updates, which are known by their times',
      { updates: [{ at: DECLARED, text: 'Looking', by: 'Ana Lima' }] },
      {
        updates: [
          {
            id: `${Date.parse(DECLARED)}`,
            at: Date.parse(DECLARED),
            text: 'Looking',
            by: { id: 'Ana Lima', name: 'Ana Lima' },
          },
        ],
      },
    ],
    [
      'a postmortem',
      { postmortem: { status: 'published', url: 'https://x.example/p' } },
      { postmortems: [{ status: 'published', url: 'https://x.example/p' }] },
    ],
    [
      'follow-ups',
      {
        followUps: [
          {
            id: 'F1',
            title: 'Raise the limit',
            status: 'done',
            owner: 'Bo Chen',
            doneAt: DECLARED,
            ticket: {
              system: 'jira',
              key: 'OPS-1',
              url: 'file:///etc/passwd',
            },
          },
        ],
      },
      {
        followUps: [
          {
            externalId: 'F1',
            title: 'Raise the limit',
            status: 'done',
            owner: { id: 'Bo Chen', name: 'Bo Chen' },
            doneAt: Date.parse(DECLARED),
            ticket: { system: 'jira', key: 'OPS-1' },
          },
        ],
      },
    ],
  ])('brings %s', (_, sent, reported) => {
    const [given] = incidentsOf(incident(sent)) as object[];
    expect(given).toEqual({
      ...(incidentsOf(incident()) as object[])[0],
      ...reported,
    });
  });

  it('with a link that leads to no page comes without it', () => {
    const [given] = incidentsOf(
      incident({ url: 'file:///etc/passwd' }),
    ) as object[];
    expect(given).not.toHaveProperty('url');
  });

  it.each([
    ['a little ahead of ours', 4 * 60_000, NOW + 4 * 60_000],
    ['far ahead, which would keep every later change out', HOUR, NOW],
  ])('by a clock %s', (_, ahead, updatedAt) => {
    const sent = { updatedAt: new Date(NOW + ahead).toISOString() };
    expect(incidentsOf(incident(sent))).toMatchObject([{ updatedAt }]);
  });

  it.each<[string, object, string]>([
    ['no id', { id: undefined }, 'id: '],
    ['a time without a zone', { updatedAt: '2026-06-15 10:00' }, 'updatedAt: '],
    ['a status that is none', { status: 'over' }, 'status: '],
    [
      'a stamp that is none',
      { stamps: { begun: DECLARED } },
      'stamps: holds a key that is not known',
    ],
    [
      'a reference that is none',
      { entityRefs: ['mail', 'a b'] },
      'entityRefs[0]: expected a reference such as component:default/pay',
    ],
    [
      'a key that is none',
      { 'secret words': 1 },
      'the body: holds a key that is not known',
    ],
    [
      'a person of no form',
      { pages: [{ at: DECLARED, person: 7 }] },
      'pages[0].person: Invalid input: expected object, received number',
    ],
  ])('with %s is not understood, and the place is told', (_, sent, message) => {
    const verdict = receive(incident(sent));
    expect(verdict).toMatchObject({
      kind: 'unreadable',
      message: expect.stringContaining(message),
    });
    expect(JSON.stringify(verdict)).not.toContain('secret words');
  });
});
