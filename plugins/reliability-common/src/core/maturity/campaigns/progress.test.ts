import type { Outcome } from '../assess';
import {
  campaignLeft,
  campaignStanding,
  campaignTeams,
  campaignTotals,
  itemOutcome,
} from './progress';

describe('a service in a campaign is', () => {
  it.each<[string, Outcome[], string]>([
    ['done when everything passes', ['pass', 'pass'], 'done'],
    [
      'done when what does not apply is left aside',
      ['pass', 'not-applicable'],
      'done',
    ],
    ['open when one fails', ['pass', 'fail'], 'open'],
    ['open when one fails and another is exempt', ['exempt', 'fail'], 'open'],
    ['open when one fails and another is unknown', ['unknown', 'fail'], 'open'],
    ['unknown when one is unknown', ['pass', 'unknown'], 'unknown'],
    [
      'unknown when one is unknown and another exempt',
      ['exempt', 'unknown'],
      'unknown',
    ],
    ['exempt, not done, when one is exempt', ['pass', 'exempt'], 'exempt'],
    [
      'out of it when nothing applies',
      ['not-applicable', 'not-applicable'],
      'not-applicable',
    ],
    ['out of it when nothing is asked', [], 'not-applicable'],
  ])('%s', (_, outcomes, expected) => {
    expect(campaignStanding(outcomes)).toBe(expected);
  });

  it.each([
    ['met', 'pass'],
    ['not-met', 'fail'],
    ['unanswered', 'fail'],
    ['expired', 'fail'],
    ['contested', 'fail'],
    ['not-applicable', 'not-applicable'],
  ] as const)('judged by an item that is %s as %s', (state, outcome) => {
    expect(itemOutcome(state)).toBe(outcome);
  });
});

it('counts each service once, and not those to which nothing applies', () => {
  const totals = campaignTotals([
    'done',
    'done',
    'open',
    'exempt',
    'unknown',
    'not-applicable',
  ]);
  expect(totals).toEqual({ total: 5, done: 2, open: 1, exempt: 1, unknown: 1 });
  expect(campaignLeft(totals)).toBe(2);
});

it('puts the teams with most left first, then by name, nobody last', () => {
  const teams = campaignTeams([
    { owner: 'group:default/blue', standing: 'done' },
    { owner: null, standing: 'open' },
    { owner: 'group:default/red', standing: 'open' },
    { owner: 'group:default/red', standing: 'unknown' },
    { owner: 'group:default/azure', standing: 'open' },
    { owner: 'group:default/idle', standing: 'not-applicable' },
  ]);
  expect(teams.map(({ owner, total, done }) => [owner, total, done])).toEqual([
    ['group:default/red', 2, 0],
    ['group:default/azure', 1, 0],
    [null, 1, 0],
    ['group:default/blue', 1, 1],
  ]);
});
