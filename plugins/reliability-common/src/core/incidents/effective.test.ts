import {
  DAY,
  HOUR,
  incidentOf,
  INCIDENT_TIMES,
  MINUTE,
  NOW,
  pageAt,
  personNamed,
  reportedIncident,
  timesOf,
} from '../../testUtils';
import { EditableField, IncidentEdits } from './incident';
import { effectiveIncident, withoutSecrets } from './effective';

const edits = (
  values: Partial<Record<EditableField, unknown>>,
): IncidentEdits =>
  Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      { value, by: 'user:default/ada', at: NOW },
    ]),
  );

const edited = (
  values: Partial<Record<EditableField, unknown>>,
  changed: Parameters<typeof incidentOf>[0] = {},
) => incidentOf(changed, { edits: edits(values) });

it('is what its provider says where nobody set anything', () => {
  expect(incidentOf()).toEqual({
    ...reportedIncident(),
    id: 'pd:P1',
    account: 'pd',
    provider: 'pagerduty',
    severity: { raw: 'SEV1', level: 1, from: 'provider' },
    entityRefs: ['component:default/pay'],
    edited: [],
  });
});

describe('what a person set lies over it', () => {
  it.each<[string, Partial<Record<EditableField, unknown>>, object]>([
    ['a title', { title: 'Cards fail' }, { title: 'Cards fail' }],
    ['a cause', { cause: 'full disk' }, { cause: 'full disk' }],
    ['that it was an exercise', { isTest: true }, { isTest: true }],
    [
      'that customers did not feel it',
      { customerImpact: false },
      { customerImpact: false },
    ],
    [
      'that nobody knows whether they did',
      { customerImpact: null },
      { customerImpact: null },
    ],
    [
      'a change',
      { change: { title: 'v2', url: 'https://ci.example/2' } },
      { change: { title: 'v2', url: 'https://ci.example/2' } },
    ],
    [
      'services, instead of all others',
      { entityRefs: ['component:default/a', 'component:default/a'] },
      { entityRefs: ['component:default/a'] },
    ],
    [
      'a severity',
      { severity: 3 },
      { severity: { raw: 'SEV1', level: 3, from: 'person' } },
    ],
    [
      'no severity',
      { severity: null },
      { severity: { raw: 'SEV1', level: null, from: 'person' } },
    ],
  ])('%s', (_, values, expected) => {
    expect(edited(values)).toEqual({
      ...incidentOf(),
      ...expected,
      edited: Object.keys(values),
    });
  });

  it('a stamp, that says so', () => {
    const { stamps } = edited({ detected: NOW - HOUR });
    expect(stamps).toEqual({
      ...incidentOf().stamps,
      detected: { at: NOW - HOUR, from: 'person' },
    });
  });

  it('the lack of a stamp', () => {
    expect(edited({ impactStart: null }).stamps).toEqual(
      timesOf({
        declared: INCIDENT_TIMES.declared,
        resolved: INCIDENT_TIMES.resolved,
      }),
    );
  });

  it('the lack of a text', () => {
    const incident = edited(
      { cause: null, summary: '', change: null },
      { cause: 'x', summary: 'y', change: { title: 'z' } },
    );
    expect(
      ['cause', 'summary', 'change'].filter(key => key in incident),
    ).toEqual([]);
  });

  it.each<[string, Partial<Record<EditableField, unknown>>]>([
    ['a title that is empty', { title: '' }],
    ['a title that is none', { title: null }],
    ['a severity of 6', { severity: 6 }],
    ['a severity in words', { severity: 'sev1' }],
    ['a stamp in words', { declared: '2026-11-20' }],
    ['services that are none', { entityRefs: 'component:default/a' }],
    ['a change without a title', { change: {} }],
    ['an exercise in words', { isTest: 'yes' }],
  ])('but not %s', (_, values) => {
    expect(edited(values)).toEqual(incidentOf());
  });
});

describe('a severity', () => {
  it.each([
    ['of a table is a level', 'high', 2],
    ['that nobody maps is none', 'banana', null],
    ['that nobody set is none', null, null],
    ['that is a number is not guessed', '1', null],
  ])('%s', (_, severity, level) => {
    expect(incidentOf({ severity }).severity).toEqual({
      raw: severity,
      level,
      from: 'provider',
    });
  });
});

describe('an incident that is recorded here', () => {
  const recorded = incidentOf(
    { severity: '2' },
    { account: 'portal', provider: 'portal' },
  );

  it('has the stamps of a person', () => {
    expect(Object.values(recorded.stamps).map(({ from }) => from)).toEqual([
      'person',
      'person',
      'person',
    ]);
  });

  it('has its level as a number', () => {
    expect(recorded.severity).toEqual({ raw: '2', level: 2, from: 'person' });
  });

  it('may have a word of the table', () => {
    expect(
      incidentOf({ severity: 'low' }, { account: 'portal' }).severity.level,
    ).toBe(4);
  });
});

describe('an incident that was reopened', () => {
  const reopenedAt = [NOW - HOUR];

  it.each<[string, Parameters<typeof incidentOf>[0], number | undefined]>([
    ['lost its resolve', { reopenedAt }, undefined],
    [
      'was resolved again',
      { reopenedAt, stamps: timesOf({ resolved: NOW - MINUTE }) },
      NOW - MINUTE,
    ],
    [
      'was resolved again at once',
      { reopenedAt, stamps: timesOf({ resolved: NOW - HOUR }) },
      NOW - HOUR,
    ],
    [
      'counts since the last time',
      {
        reopenedAt: [NOW - DAY, NOW - HOUR],
        stamps: timesOf({ resolved: NOW - 2 * HOUR }),
      },
      undefined,
    ],
  ])('%s', (_, changed, resolved) => {
    expect(incidentOf(changed).stamps.resolved?.at).toBe(resolved);
  });

  it('keeps the resolve that a person wrote', () => {
    const { stamps } = edited({ resolved: NOW - 2 * HOUR }, { reopenedAt });
    expect(stamps.resolved).toEqual({ at: NOW - 2 * HOUR, from: 'person' });
  });

  it('lost its close as well', () => {
    const stamps = timesOf({
      resolved: NOW - 3 * HOUR,
      closed: NOW - 2 * HOUR,
    });
    expect(incidentOf({ reopenedAt, stamps }).stamps).toEqual({});
  });
});

describe('a private incident', () => {
  const secret = reportedIncident({
    isPrivate: true,
    title: 'Account of a celebrity read',
    summary: 'By somebody',
    cause: 'theft',
    change: { title: 'x' },
    dedupeKey: 'celebrity',
    pages: [pageAt(NOW)],
    responders: [{ person: personNamed('Ada') }],
    updates: [{ id: '1', at: NOW, text: 'Called the police' }],
    postmortems: [{ status: 'draft', title: 'Theft' }],
    followUps: [{ externalId: 'F1', title: 'Lock', status: 'open' }],
  });

  it('keeps its times, severity and subjects only', () => {
    expect(withoutSecrets(secret)).toEqual({
      ...reportedIncident({ isPrivate: true }),
      title: 'Private incident',
    });
  });

  it('is kept as it is where it is not private', () => {
    const open = reportedIncident();
    expect(withoutSecrets(open)).toBe(open);
  });

  it('shows no text that a person wrote either', () => {
    const incident = effectiveIncident({
      account: 'pd',
      provider: 'pagerduty',
      reported: secret,
      edits: edits({ title: 'Theft', cause: 'theft', severity: 2 }),
      entityRefs: [],
      severities: { of: () => 1 },
    });
    expect(incident).toMatchObject({
      title: 'Private incident',
      severity: { level: 2 },
      edited: ['severity'],
    });
    expect(JSON.stringify(incident)).not.toMatch(/theft|police|celebrity|Ada/i);
  });
});
