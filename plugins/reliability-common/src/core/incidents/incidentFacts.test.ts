import { Duration } from 'luxon';
import { DAY, HOUR, MINUTE, NOW, timesOf, factIncident } from '../../testUtils';
import {
  INCIDENT_FACT_TTL,
  incidentCatalogue,
} from '../facts/incidentCatalogue';
import {
  FactIncident,
  INCIDENT_FACTS_HOLD_MS,
  incidentFacts,
  IncidentFactsInput,
} from './incidentFacts';

/** Noon UTC, as NOW is; an SEV1 of an hour, three days ago. */
const BEGAN = NOW - 3 * DAY;

const one = (changed: Partial<FactIncident> = {}): FactIncident =>
  factIncident({
    customerImpact: true,
    startedAt: BEGAN,
    stamps: timesOf({
      impactStart: BEGAN,
      declared: BEGAN,
      resolved: BEGAN + HOUR,
    }),
    ...changed,
  });

const input = (
  incidents: readonly FactIncident[],
  changed: Partial<IncidentFactsInput> = {},
): IncidentFactsInput => ({
  at: NOW,
  incidents,
  accounts: [{ readAt: NOW - HOUR }],
  linked: false,
  changedAt: NOW - DAY,
  ...changed,
});

const valuesOf = (...parameters: Parameters<typeof input>) =>
  Object.assign(
    {},
    ...incidentFacts(input(...parameters)).map(({ values }) => values),
  );

const NOTHING = {
  known: true,
  open: 0,
  unresolvedOver24h: 0,
  total_90d: 0,
  sev1_90d: 0,
  sev2_90d: 0,
  resolved90d: 0,
  impactMinutes90d: 0,
  repeats90d: 0,
  postmortemsRequired90d: 0,
  postmortemsOverdue: 0,
  followUpsOpen: 0,
  followUpsOverdue: 0,
};

const RESOLVED = {
  ...NOTHING,
  total_90d: 1,
  sev1_90d: 1,
  resolved90d: 1,
  medianTtrMinutes90d: 60,
  ttrWorstMinutes90d: 60,
  impactMinutes90d: 60,
  daysSinceLast: 3,
};

const OPEN_STAMPS = timesOf({ declared: BEGAN });

const postmortem = (
  draftDueAt: number,
  status: FactIncident['postmortem']['status'] = null,
) => ({
  postmortem: {
    required: true,
    draftDueAt,
    publishDueAt: NOW + DAY,
    status,
  },
});

describe('the facts of a service', () => {
  it.each<[string, FactIncident[], object]>([
    ['with no incident', [], NOTHING],
    ['with one', [one()], RESOLVED],
    [
      'with one of lesser severity',
      [one({ severity: 2 })],
      { ...RESOLVED, sev1_90d: 0, sev2_90d: 1 },
    ],
    [
      'with one whose severity is not mapped',
      [one({ severity: null })],
      { ...RESOLVED, sev1_90d: 0 },
    ],
    ['with an exercise', [one({ isTest: true })], { ...NOTHING }],
    ['with a merged one', [one({ status: 'merged' })], { ...NOTHING }],
    [
      'with an open one',
      [one({ status: 'open', stamps: OPEN_STAMPS, customerImpact: null })],
      {
        ...NOTHING,
        open: 1,
        unresolvedOver24h: 1,
        total_90d: 1,
        sev1_90d: 1,
        daysSinceLast: 3,
      },
    ],
    [
      'with one that came back',
      [one({ isRepeat: true })],
      { ...RESOLVED, repeats90d: 1 },
    ],
    [
      'with a postmortem that is due',
      [one(postmortem(NOW))],
      { ...RESOLVED, postmortemsRequired90d: 1 },
    ],
    [
      'with a postmortem that is overdue',
      [one(postmortem(NOW - 1))],
      { ...RESOLVED, postmortemsRequired90d: 1, postmortemsOverdue: 1 },
    ],
    [
      'with a postmortem that was begun',
      [one(postmortem(NOW - 1, 'draft'))],
      { ...RESOLVED, postmortemsRequired90d: 1 },
    ],
    [
      'with follow-ups',
      [
        one({
          followUps: [
            { status: 'open', dueAt: NOW - 1 },
            { status: 'in-progress', dueAt: NOW },
            { status: 'open', dueAt: null },
            { status: 'done', dueAt: NOW - 1 },
          ],
        }),
      ],
      { ...RESOLVED, followUpsOpen: 3, followUpsOverdue: 1 },
    ],
    [
      'with pages',
      [
        one({ pages: { total: 3, withoutHuman: 1 } }),
        one({ isTest: true, pages: { total: 9, withoutHuman: 9 } }),
        one({ startedAt: 0, pages: { total: 9, withoutHuman: 9 } }),
      ],
      { ...RESOLVED, noisePercent90d: 100 / 3 },
    ],
    [
      'with old obligations',
      [
        one({
          startedAt: NOW - 200 * DAY,
          followUps: [{ status: 'open', dueAt: null }],
          ...postmortem(NOW - 100 * DAY),
        }),
      ],
      {
        ...NOTHING,
        daysSinceLast: 200,
        followUpsOpen: 1,
        postmortemsOverdue: 1,
      },
    ],
  ])('%s', (_, incidents, expected) => {
    expect(valuesOf(incidents)).toEqual(expected);
  });

  it('tell the median and the worst of several times', () => {
    const lasting = (hours: number) =>
      one({
        stamps: timesOf({ declared: BEGAN, resolved: BEGAN + hours * HOUR }),
      });
    expect(valuesOf([1, 2, 4, 12].map(lasting))).toMatchObject({
      resolved90d: 4,
      medianTtrMinutes90d: 180,
      ttrWorstMinutes90d: 720,
    });
  });

  it('are those that the catalogue documents', () => {
    const all = valuesOf([one({ pages: { total: 1, withoutHuman: 0 } })]);
    expect(
      Object.keys(all)
        .map(name => `incidents.${name}`)
        .sort(),
    ).toEqual(incidentCatalogue.map(({ key }) => key).sort());
  });
});

describe('whether anybody would know of an incident', () => {
  it.each<[string, FactIncident[], Partial<IncidentFactsInput>, boolean]>([
    ['by an account that is linked', [], {}, true],
    [
      'by an account that was never read',
      [],
      { accounts: [{ readAt: null }] },
      true,
    ],
    [
      'by anything else that links it',
      [],
      { accounts: [], linked: true },
      true,
    ],
    ['by an incident', [one()], { accounts: [] }, true],
    [
      'by an incident of long ago',
      [one({ startedAt: 0 })],
      { accounts: [] },
      true,
    ],
    ['not at all', [], { accounts: [] }, false],
    ['not by an exercise', [one({ isTest: true })], { accounts: [] }, false],
  ])('%s', (_, incidents, changed, known) => {
    expect(incidentFacts(input(incidents, changed))[0].values).toMatchObject({
      known,
    });
  });

  it('never goes stale', () => {
    const [definitions] = incidentFacts(input([]));
    expect(definitions).toEqual({
      root: 'incidents',
      source: 'incidents',
      at: NOW - DAY,
      values: { known: true },
    });
  });
});

describe('what there was', () => {
  it.each<[string, Partial<IncidentFactsInput>, object]>([
    [
      'holds six hours after the oldest read',
      { accounts: [{ readAt: NOW - HOUR }, { readAt: NOW - 2 * HOUR }] },
      { at: NOW - 2 * HOUR, expiresAt: NOW + 4 * HOUR },
    ],
    [
      'holds for ever where it is recorded here',
      { accounts: [], linked: true },
      { at: NOW - DAY },
    ],
  ])('%s', (_, changed, times) => {
    const counts = incidentFacts(input([], changed)).at(-1);
    expect({ at: counts?.at, expiresAt: counts?.expiresAt }).toEqual(times);
  });

  it('is unknown while one of its accounts was never read', () => {
    const accounts = [{ readAt: NOW }, { readAt: null }];
    expect(incidentFacts(input([one()], { accounts }))).toHaveLength(1);
  });

  it('is counted where nobody would know, but there is nothing', () => {
    expect(valuesOf([], { accounts: [] })).toEqual({
      ...NOTHING,
      known: false,
    });
  });
});

it('holds as long as the catalogue says', () => {
  expect(Duration.fromISO(INCIDENT_FACT_TTL).toMillis()).toBe(
    INCIDENT_FACTS_HOLD_MS,
  );
});

it('is of the last 90 days, by UTC', () => {
  const first = Date.parse('2026-08-22T00:00:00Z');
  const counted = [first - 1, first].map(
    startedAt => valuesOf([one({ startedAt })]).total_90d,
  );
  expect(counted).toEqual([0, 1]);
});

it('impact that goes on grows by quarters of an hour', () => {
  const open = one({
    status: 'open',
    stamps: timesOf({ impactStart: NOW - HOUR }),
  });
  const minutes = [0, 14.9, 15].map(
    after => valuesOf([open], { at: NOW + after * MINUTE }).impactMinutes90d,
  );
  expect(minutes).toEqual([60, 60, 75]);
});
