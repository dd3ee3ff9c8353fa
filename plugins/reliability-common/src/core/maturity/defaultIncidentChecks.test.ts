import {
  compiled,
  DAY,
  entityFacts,
  factsOfTier,
  HOUR,
  MINUTE,
  NOW,
  tier0,
  tier1,
  tier2,
  tier3,
  timesOf,
} from '../../testUtils';
import {
  FactIncident,
  incidentFacts,
  IncidentFactsInput,
  nextIncidentFactChange,
} from '../incidents';
import { Tier } from '../tier';
import { assess } from './assess';
import { incidentChecks } from './defaultIncidentChecks';
import { defaultScorecardFor } from './defaultScorecard';

const scorecard = compiled({
  ...defaultScorecardFor([]),
  checks: incidentChecks,
});

/** Resolved within minutes, of which nothing is left to do. */
const lasting = (
  minutes: number,
  changed: Partial<FactIncident> = {},
): FactIncident => ({
  status: 'resolved',
  isTest: false,
  severity: 1,
  customerImpact: null,
  startedAt: NOW - DAY,
  stamps: timesOf({
    declared: NOW - DAY,
    resolved: NOW - DAY + minutes * MINUTE,
  }),
  isRepeat: false,
  pages: { total: 0, withoutHuman: 0 },
  postmortem: {
    required: true,
    draftDueAt: NOW + DAY,
    publishDueAt: NOW + 7 * DAY,
    status: null,
  },
  followUps: [{ status: 'open', dueAt: NOW + 2 * DAY }],
  ...changed,
});

const facts = (
  incidents: readonly FactIncident[],
  changed: Partial<IncidentFactsInput> = {},
) =>
  incidentFacts({
    at: NOW,
    incidents,
    accounts: [{ readAt: NOW }],
    linked: false,
    changedAt: NOW,
    ...changed,
  });

/** Outcomes of connected, postmortems, follow-ups, repeats, restore. */
const outcomes = (groups: ReturnType<typeof facts>, tier: Tier | undefined) =>
  assess([entityFacts(), factsOfTier(tier), ...groups], scorecard, NOW)
    .checks.map(({ outcome }) => outcome)
    .join(' ');

const NONE = 'not-applicable';
const all = (outcome: string) => Array(5).fill(outcome).join(' ');

describe('a service', () => {
  it.each<[string, ReturnType<typeof facts>, Tier | undefined, string]>([
    [
      'whose incidents are in order passes',
      facts([lasting(30)]),
      tier1,
      all('pass'),
    ],
    [
      'without an incident has nothing to restore',
      facts([]),
      tier1,
      `pass pass pass pass ${NONE}`,
    ],
    [
      'of whose incidents nobody would know is not praised for silence',
      facts([], { accounts: [] }),
      tier1,
      `fail ${NONE} ${NONE} ${NONE} ${NONE}`,
    ],
    [
      'that records its incidents here is known by them',
      facts([lasting(30)], { accounts: [] }),
      tier1,
      all('pass'),
    ],
    [
      'that is supporting need not be connected',
      facts([], { accounts: [] }),
      tier3,
      all(NONE),
    ],
    [
      'whose tier is unknown is unknown',
      facts([lasting(30)]),
      undefined,
      all('unknown'),
    ],
    ['of which nothing was looked at is unknown', [], tier1, all('unknown')],
    [
      'whose account was never read is known, and the rest unknown',
      facts([], { accounts: [{ readAt: null }] }),
      tier1,
      'pass unknown unknown unknown unknown',
    ],
    [
      'whose account was not read for six hours is unknown',
      facts([lasting(30)], { accounts: [{ readAt: NOW - 6 * HOUR }] }),
      tier1,
      'pass unknown unknown unknown unknown',
    ],
    [
      'with an overdue postmortem fails for it',
      facts([
        lasting(30, {
          postmortem: {
            required: true,
            draftDueAt: NOW - 1,
            publishDueAt: NOW + DAY,
            status: null,
          },
        }),
      ]),
      tier1,
      'pass fail pass pass pass',
    ],
    [
      'with an overdue follow-up fails for it',
      facts([lasting(30, { followUps: [{ status: 'open', dueAt: NOW - 1 }] })]),
      tier1,
      'pass pass fail pass pass',
    ],
    [
      'with a repeat fails for it',
      facts([lasting(30, { isRepeat: true })]),
      tier1,
      'pass pass pass fail pass',
    ],
    [
      'restored as late as its tier allows passes',
      facts([lasting(60)]),
      tier1,
      all('pass'),
    ],
    [
      'restored later fails for it',
      facts([lasting(61)]),
      tier1,
      'pass pass pass pass fail',
    ],
    [
      'restored late by the measure of another tier',
      facts([lasting(61)]),
      tier2,
      all('pass'),
    ],
    [
      'restored late once of three times passes',
      facts([lasting(500), lasting(9), lasting(15)]),
      tier0,
      all('pass'),
    ],
    [
      'with an incident that goes on has nothing restored yet',
      facts([lasting(9, { status: 'open' })]),
      tier1,
      `pass pass pass pass ${NONE}`,
    ],
    [
      'with exercises only has no incident',
      facts([lasting(500, { isTest: true, isRepeat: true })]),
      tier0,
      `pass pass pass pass ${NONE}`,
    ],
  ])('%s', (_, groups, tier, expected) => {
    expect(outcomes(groups, tier)).toBe(expected);
  });
});

it('a tier that promises nothing asks for neither', () => {
  const lenient: Tier = { ...tier1, contract: {} };
  expect(outcomes(facts([lasting(500)]), lenient)).toBe(
    `pass ${NONE} pass pass ${NONE}`,
  );
});

it('the level falls when a follow-up is overdue and returns when it is done', () => {
  const level = (at: number, followUps: FactIncident['followUps']) =>
    assess(
      [
        entityFacts(),
        factsOfTier(tier1),
        ...facts([lasting(30, { followUps })], { at }),
      ],
      scorecard,
      at,
    ).level;
  const open = [{ status: 'open', dueAt: NOW + HOUR }] as const;
  const next = nextIncidentFactChange(
    { incidents: [lasting(30, { followUps: open })] },
    NOW,
  )!;
  expect([
    level(NOW, open),
    level(next - 1, open),
    level(next, open),
    level(next, [{ status: 'done', dueAt: NOW + HOUR }]),
  ]).toEqual([2, 2, 0, 2]);
});
