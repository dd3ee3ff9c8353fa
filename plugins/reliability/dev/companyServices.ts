import type { RankedServiceItem } from '@plimsoll/backstage-plugin-reliability-common';
import { bronze, gold, noLevel, silver } from '../src/testUtils/levels';
import { scorecardResponse } from '../src/testUtils/reliabilityApiMock';
import { rankedService } from '../src/testUtils/services';

export const tiers = [
  { id: 'tier-0', name: 'Mission critical', rank: 0 },
  { id: 'tier-1', name: 'Business critical', rank: 1 },
  { id: 'tier-2', name: 'Business operational', rank: 2 },
  { id: 'tier-3', name: 'Supporting', rank: 3 },
  { id: 'untiered', name: 'Untiered', rank: null },
];
const words =
  'Booking Berth Cargo Manifest Ferry Fare Crew Roster Harbour Gate Weather Route Ticket Refund Boarding Lounge Catering Fuel Engine Telemetry'.split(
    ' ',
  );
const roles = [
  'API',
  'Worker',
  'Gateway',
  'Ledger',
  'Portal',
  'Planner',
  'Sync',
];
const teams = [
  'payments',
  'harbour-operations',
  'fleet',
  'passenger-experience-and-loyalty',
  'platform',
];
const dimensions = [
  ...new Set(
    scorecardResponse().definition.checks.map(check => check.dimension),
  ),
];

/** Numbers that look random and are the same every time. */
const roll = (seed: number, sides: number) =>
  Math.floor(Math.abs(Math.sin(seed * 12.9898) * 43758.5453) * 1000) % sides;

function attentionOf(index: number): RankedServiceItem['attention'] {
  const reasons: RankedServiceItem['attention'] = [
    {
      kind: 'critical-below-first-level',
      text: 'Mission critical, yet below Bronze',
    },
    { kind: 'stale-facts', text: '2 checks without fresh facts' },
    { kind: 'dropped', text: 'Fell from Gold to Silver on Nov 18' },
    {
      kind: 'data-problem',
      text: 'annotation plimsoll.dev/tier is "gold", which is not one of tier-0, tier-1, tier-2, tier-3',
    },
  ];
  const count = roll(index + 3, 5) - 2;
  return count > 0 ? reasons.slice(roll(index, 3)).slice(0, count) : [];
}

function makeService(index: number): RankedServiceItem {
  const title = `${words[roll(index, words.length)]} ${
    words[roll(index * 7 + 1, words.length)]
  } ${roles[roll(index * 3 + 2, roles.length)]}`;
  const nothing = index % 31 === 30;
  const coverage = nothing ? 0 : 1000 - [0, 0, 0, 120, 333][roll(index + 9, 5)];
  const score = nothing
    ? 0
    : Math.max(0, Math.min(coverage, 996 - index * 5 + roll(index, 90)));
  const level = [gold, silver, bronze, noLevel][
    Math.min(3, Math.floor(index / 38))
  ];
  return rankedService({
    entityRef: `component:default/${title
      .toLowerCase()
      .replace(/ /g, '-')}-${index}`,
    title:
      index === 4
        ? 'A service with a name that somebody made as long as the catalog would let them'
        : title,
    tier: tiers[roll(index + 5, 5)],
    owner:
      index % 17 === 5
        ? null
        : `group:default/${teams[roll(index + 1, teams.length)]}`,
    system: `system:default/${['shop', 'port', 'fleet'][roll(index, 3)]}`,
    domain: `domain:default/${['commerce', 'operations'][roll(index, 2)]}`,
    level,
    score,
    coverage,
    dimensions: Object.fromEntries(
      dimensions
        .filter((_, at) => (index + at) % 9 !== 0)
        .map((name, at) => {
          const known = nothing
            ? 0
            : 1000 - [0, 0, 250, 0][roll(index + at, 4)];
          return [
            name,
            {
              score: Math.min(known, 200 + roll(index * 5 + at, 9) * 100),
              coverage: known,
              failing: roll(index, 2),
              unknown: known < 1000 ? 1 : 0,
            },
          ];
        }),
    ),
    trend:
      index % 6 === 5
        ? null
        : {
            since: '2026-10-21',
            scoreThen: Math.max(
              0,
              score - [44, 0, -120, 9, 210][roll(index, 5)],
            ),
            delta:
              score -
              Math.max(0, score - [44, 0, -120, 9, 210][roll(index, 5)]),
          },
    attention: attentionOf(index),
    outdated: index % 29 === 7,
  });
}

export const services = Array.from({ length: 137 }, (_, index) =>
  makeService(index),
)
  .sort(
    (a, b) =>
      b.level.index - a.level.index ||
      b.score - a.score ||
      b.coverage - a.coverage,
  )
  .map((service, index) => ({ ...service, rank: index + 1 }));
