import { factIn, FactLine } from './factIn';
import { FactDefinition } from './facts';

/** The root of the facts about SLOs. */
export const SLO = 'slo';

/** Facts of evaluations go stale when an SLO was not evaluated for this long. */
export const SLO_FACT_TTL = 'PT1H';

const definitions: readonly FactLine[] = [
  ['count', 'int', 'SLOs that its documents define without an error.', 'SLOs'],
  [
    'minTarget',
    'double',
    'The lowest target of its SLOs. Absent where there is none.',
    'percent',
  ],
  [
    'tierTargetMet',
    'bool',
    'Whether one of its SLOs promises at least what the tier demands. Absent where the tier demands nothing.',
  ],
  [
    'unrouted',
    'int',
    'SLOs whose alerts are routed to nobody. 0 where the tier wants no alerts.',
    'SLOs',
  ],
  ['unreviewed', 'int', 'SLOs without a date of review.', 'SLOs'],
  [
    'reviewedDaysAgo',
    'int',
    'Whole days since the review that is longest ago. Absent where an SLO was never reviewed, or there is none.',
    'days',
  ],
  ['documentErrors', 'int', 'Errors in its SLO documents.', 'errors'],
];

const evaluations: readonly FactLine[] = [
  [
    'withData',
    'int',
    'SLOs with a status that rests on enough data: neither provisional nor without data or traffic. After a failed evaluation the last good one counts for an hour.',
    'SLOs',
  ],
  ['healthy', 'int', 'SLOs with data that are healthy.', 'SLOs'],
  ['atRisk', 'int', 'SLOs with data that are at risk.', 'SLOs'],
  ['burning', 'int', 'SLOs with data whose page alert is on.', 'SLOs'],
  ['breached', 'int', 'SLOs with data whose budget is overspent.', 'SLOs'],
  ['errors', 'int', 'SLOs whose last evaluation failed.', 'SLOs'],
  ['noData', 'int', 'SLOs without data or without traffic.', 'SLOs'],
  [
    'provisional',
    'int',
    'SLOs of which too little of the window has data.',
    'SLOs',
  ],
  ['stale', 'int', 'SLOs whose newest sample is too old.', 'SLOs'],
  [
    'coverage',
    'double',
    'The lowest share of a window with data, in whole percent. Absent where none is known.',
    'percent',
  ],
  [
    'worstRemaining',
    'double',
    'The least error budget that is left, in whole percent, rounded down; negative where more is spent than there was. Of SLOs with data; absent where there is none.',
    'percent',
  ],
  [
    'statuses',
    'list<string>',
    'Statuses of its SLOs: `breached`, `burning`, `at_risk`, `healthy`, `no_data`, `no_traffic`, `pending`.',
  ],
];

const declared = factIn({ root: SLO });
const evaluated = factIn({ root: SLO, ttl: SLO_FACT_TTL });

/** Facts about SLOs: of their definitions, which never go stale, and of their evaluations. */
export const sloCatalogue: readonly FactDefinition[] = [
  ...definitions.map(line => declared(...line)),
  ...evaluations.map(line => evaluated(...line)),
];
