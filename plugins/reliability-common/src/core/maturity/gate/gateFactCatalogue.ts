import { factCatalogue, FactDefinition } from '../../facts';

/** The root of the facts that only the load line has. */
export const GATE = 'gate';

type Fact = [
  name: string,
  type: FactDefinition['type'],
  source: string,
  description: string,
  unit?: string,
];

const definitions: readonly Fact[] = [
  [
    'budgetLeft',
    'double',
    'slo',
    'The least error budget that is left of the SLOs with data, with what exempt causes give back, in whole percent, rounded down. Absent where no SLO has data.',
    'percent',
  ],
  [
    'budgetSpent',
    'double',
    'slo',
    'What is spent of that budget: 100 without what is left.',
    'percent',
  ],
  ['worstSlo', 'string', 'slo', 'Title of the SLO whose budget that is.'],
  [
    'givenBack',
    'double',
    'slo',
    'What exempt causes give back to the budget that gets most, in whole percent.',
    'percent',
  ],
  [
    'largestSpend',
    'double',
    'slo',
    'The largest share of a budget that one incident took in the window, exempt causes left out, in whole percent.',
    'percent',
  ],
  [
    'unlearnedSpends',
    'int',
    'slo',
    'Incidents that took more than 20 % of a budget in the window and have no published postmortem, exempt causes left out.',
    'incidents',
  ],
  [
    'openSev1',
    'int',
    'incidents',
    'Open incidents of severity 1.',
    'incidents',
  ],
  [
    'openSev2',
    'int',
    'incidents',
    'Open incidents of severity 2.',
    'incidents',
  ],
  [
    'openUnrated',
    'int',
    'incidents',
    'Open incidents whose severity nobody set or mapped.',
    'incidents',
  ],
  [
    'pages7d',
    'int',
    'incidents',
    'Pages of its incidents that began in the last 7 days.',
    'pages',
  ],
  ['checklists', 'int', 'readiness', 'Checklists that are for it.'],
  [
    'requiredTotal',
    'int',
    'readiness',
    'Required items of these, all together.',
    'items',
  ],
  ['requiredMissing', 'int', 'readiness', 'Of those, not met.', 'items'],
  ['contested', 'int', 'readiness', 'Items of these in doubt.', 'items'],
  ['assessed', 'bool', 'maturity', 'Whether a scorecard is for it.'],
  [
    'level',
    'int',
    'maturity',
    'Place of the level attained on the first scorecard that is for it; 0 is the lowest level, -1 none. Absent before the first assessment.',
  ],
  ['exemptions', 'int', 'maturity', 'Exemptions in force.', 'exemptions'],
];

/** Facts that rules of gate policies have beside those of checks. @public */
export const gateFactCatalogue: readonly FactDefinition[] = definitions.map(
  ([name, type, source, description, unit]) => ({
    key: `${GATE}.${name}`,
    type,
    source,
    description,
    ...(unit && { unit }),
  }),
);

/** All facts that rules of gate policies may use. @public */
export const gateCatalogue: readonly FactDefinition[] = [
  ...factCatalogue,
  ...gateFactCatalogue,
];
