import {
  DAY,
  HOUR,
  incidentOf,
  INCIDENT_TIMES,
  NOW,
  tier0,
  tier1,
  tier2,
  tier3,
} from '../../testUtils';
import { FollowUpStatus } from './incident';
import {
  followUpOverdue,
  postmortemDeadlines,
  postmortemDueAt,
  PostmortemProgressInput,
  postmortemState,
} from './postmortem';

const RESOLVED = INCIDENT_TIMES.resolved;
const NONE = { required: false, draftDueAt: null, publishDueAt: null };

describe('a postmortem', () => {
  it.each<
    [
      string,
      Parameters<typeof postmortemDeadlines>[0],
      Parameters<typeof postmortemDeadlines>[1],
      object,
    ]
  >([
    [
      'is wanted by the tier, counted from the resolve',
      incidentOf(),
      [tier1],
      {
        required: true,
        draftDueAt: RESOLVED + 3 * DAY,
        publishDueAt: RESOLVED + 10 * DAY,
        tier: 'Business critical',
      },
    ],
    [
      'is due as the strictest of several wants',
      incidentOf(),
      [tier3, tier1, tier0],
      {
        required: true,
        draftDueAt: RESOLVED + 2 * DAY,
        publishDueAt: RESOLVED + 7 * DAY,
        tier: 'Mission critical',
      },
    ],
    [
      'is due by the earliest of each deadline',
      incidentOf(),
      [
        tier1,
        {
          name: 'Odd',
          contract: {
            postmortem: { severities: [1], draft: 'PT1H', publish: 'P90D' },
          },
        },
      ],
      {
        required: true,
        draftDueAt: RESOLVED + HOUR,
        publishDueAt: RESOLVED + 10 * DAY,
        tier: 'Business critical',
      },
    ],
    [
      'is wanted by one service of several',
      incidentOf({ severity: 'sev2' }),
      [tier2, tier1],
      {
        required: true,
        draftDueAt: RESOLVED + 3 * DAY,
        publishDueAt: RESOLVED + 10 * DAY,
        tier: 'Business critical',
      },
    ],
    [
      'is not wanted of a lesser severity',
      incidentOf({ severity: 'sev3' }),
      [tier0],
      NONE,
    ],
    [
      'is not wanted where the severity is not mapped',
      incidentOf({ severity: '?' }),
      [tier0],
      NONE,
    ],
    [
      'is not wanted of an exercise',
      incidentOf({ isTest: true }),
      [tier0],
      NONE,
    ],
    [
      'is not wanted of a merged one',
      incidentOf({ status: 'merged' }),
      [tier0],
      NONE,
    ],
    ['is not wanted of services without a tier', incidentOf(), [], NONE],
    [
      'is not wanted by a tier that says nothing',
      incidentOf(),
      [{ name: 'T', contract: {} }],
      NONE,
    ],
    [
      'has no date before it is resolved',
      incidentOf({ status: 'open' }),
      [tier0],
      {
        required: true,
        draftDueAt: null,
        publishDueAt: null,
        tier: 'Mission critical',
      },
    ],
    [
      'is not wanted of a private incident, of which no text is kept',
      incidentOf({ isPrivate: true }),
      [tier0],
      { required: false, draftDueAt: null, publishDueAt: null },
    ],
    [
      'has no date where nobody knows when it was resolved',
      incidentOf({ stamps: {} }),
      [tier0],
      {
        required: true,
        draftDueAt: null,
        publishDueAt: null,
        tier: 'Mission critical',
      },
    ],
    [
      'may be wanted without a date',
      incidentOf(),
      [
        { name: 'Free', contract: { postmortem: { severities: [1] } } },
        { name: 'Other', contract: { postmortem: { severities: [1] } } },
      ],
      { required: true, draftDueAt: null, publishDueAt: null, tier: 'Free' },
    ],
  ])('%s', (_, incident, tiers, expected) => {
    expect(postmortemDeadlines(incident, tiers)).toEqual(expected);
  });
});

const DRAFT = NOW + 1 * DAY;
const PUBLISH = NOW + 5 * DAY;

const progress = (
  changed: Partial<PostmortemProgressInput> = {},
): PostmortemProgressInput => ({
  required: true,
  draftDueAt: DRAFT,
  publishDueAt: PUBLISH,
  incident: 'resolved',
  status: null,
  ...changed,
});

describe('its state', () => {
  it.each<[string, Partial<PostmortemProgressInput>, number, string]>([
    ['is missing at first', {}, NOW, 'missing'],
    ['is missing until the draft is due', {}, DRAFT, 'missing'],
    ['is overdue without a draft', {}, DRAFT + 1, 'overdue'],
    ['is a draft', { status: 'draft' }, DRAFT + 1, 'draft'],
    ['is in review', { status: 'in-review' }, PUBLISH, 'in-review'],
    ['is overdue as a draft', { status: 'draft' }, PUBLISH + 1, 'overdue'],
    ['is overdue in review', { status: 'in-review' }, PUBLISH + 1, 'overdue'],
    [
      'is published, however late',
      { status: 'published' },
      PUBLISH + 1,
      'published',
    ],
    [
      'is nothing while nobody wants it',
      { required: false },
      PUBLISH + 1,
      'not-required',
    ],
    [
      'is a draft that nobody wants',
      { required: false, status: 'draft' },
      PUBLISH + 1,
      'draft',
    ],
    [
      'is nothing while it is open',
      { incident: 'open' },
      PUBLISH + 1,
      'not-required',
    ],
    [
      'is a draft while it is open',
      { incident: 'open', status: 'draft' },
      PUBLISH + 1,
      'draft',
    ],
    [
      'is missing for ever without a date',
      { draftDueAt: null, publishDueAt: null },
      PUBLISH + 1,
      'missing',
    ],
    [
      'is overdue by its publication alone',
      { draftDueAt: null },
      PUBLISH + 1,
      'overdue',
    ],
  ])('%s', (_, changed, now, state) => {
    expect(postmortemState(progress(changed), now)).toBe(state);
  });
});

describe('it is due', () => {
  it.each<[string, Partial<PostmortemProgressInput>, number | null]>([
    ['as a draft first', {}, DRAFT],
    ['published next', { status: 'draft' }, PUBLISH],
    ['published at once where no draft is', { draftDueAt: null }, PUBLISH],
    ['never again', { status: 'published' }, null],
    ['never while it is open', { incident: 'triage' }, null],
    ['never where nobody wants it', { required: false }, null],
  ])('%s', (_, changed, at) => {
    expect(postmortemDueAt(progress(changed))).toBe(at);
  });
});

describe('a follow-up is', () => {
  it.each<[string, FollowUpStatus, number | null, boolean]>([
    ['late', 'open', NOW - 1, true],
    ['late also when begun', 'in-progress', NOW - 1, true],
    ['in time at the moment', 'open', NOW, false],
    ['never late without a date', 'open', null, false],
    ['not late when done', 'done', NOW - 1, false],
    ['not late when nobody will do it', 'wont-do', NOW - 1, false],
  ])('%s', (_, status, dueAt, late) => {
    expect(followUpOverdue({ status, dueAt }, NOW)).toBe(late);
  });
});
