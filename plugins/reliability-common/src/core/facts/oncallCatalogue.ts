import { factIn, FactLine } from './factIn';
import { FactDefinition } from './facts';

/** The root of the facts about on-call. */
export const ONCALL = 'oncall';

/**
 * What rotations say goes stale when the oldest of them was not read for this long; with a longer
 * `reliability.oncall.syncEvery` than 20 minutes, for three times that.
 */
export const ONCALL_FACT_TTL = 'PT1H';

const definitions: readonly FactLine[] = [
  [
    'rotations',
    'int',
    'Rotations that annotations of the service, its owner or its system name and that their provider has. Those of mirror accounts are left out.',
    'rotations',
  ],
  [
    'missing',
    'int',
    'Rotations that annotations name and that their provider does not have.',
    'rotations',
  ],
  [
    'stale',
    'int',
    'Rotations whose last whole answer is too old to count.',
    'rotations',
  ],
  [
    'problems',
    'int',
    'References in annotations that cannot be followed.',
    'references',
  ],
];

const answers: readonly FactLine[] = [
  ['accounts', 'list<string>', 'Names of the accounts of its rotations.'],
  [
    'levels',
    'int',
    'Levels on which somebody stands. Rotations of providers without levels are one level.',
    'levels',
  ],
  [
    'responders',
    'int',
    'People who share its rotations: by the roster where the provider tells it, else whoever has a shift. Members of a team without a plan are none.',
    'people',
  ],
  [
    'now',
    'int',
    'People on call now, at any level. Absent where it cannot be told.',
    'people',
  ],
  [
    'unknownPeople',
    'int',
    'People on its rotations who are not in the catalog.',
    'people',
  ],
  [
    'leftPeople',
    'int',
    'People on its rotations who left, by the catalog or by the account.',
    'people',
  ],
  [
    'outsiders',
    'int',
    'People on its rotations who are in the catalog, but not in the owning group or one below it.',
    'people',
  ],
  [
    'gapHours',
    'double',
    'Hours of the next 14 days in which nobody is on call at any level, in quarters, rounded up. Absent where it cannot be told.',
    'hours',
  ],
  [
    'requiredGapHours',
    'double',
    'Of those the hours in which the tier wants somebody on call. Absent where it cannot be told, or the tier says nothing.',
    'hours',
  ],
  [
    'nextGapDays',
    'int',
    'Whole days until the next gap that the tier does not allow, within 14 days. Absent where there is none.',
    'days',
  ],
  [
    'ownerMatches',
    'bool',
    'Whether at least half of the people on its rotations who are in the catalog belong to the owner. Absent where none of them is in the catalog, or there is no owner.',
  ],
  ['singlePerson', 'bool', 'Whether one person alone carries its rotations.'],
  [
    'membersOnly',
    'bool',
    'Whether it has no rotation but the members of a team, whom nobody planned.',
  ],
];

const declared = factIn({ root: ONCALL });
const read = factIn({ root: ONCALL, ttl: ONCALL_FACT_TTL });

/** Facts about on-call: of what annotations name, which never go stale, and of what rotations say. */
export const oncallCatalogue: readonly FactDefinition[] = [
  ...definitions.map(line => declared(...line)),
  ...answers.map(line => read(...line)),
];
