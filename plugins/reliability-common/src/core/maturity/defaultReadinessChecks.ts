import { CheckDefinition } from './scorecard';

/** The checklist that the checks below read. */
export const READ_CHECKLIST = 'production-readiness';

const fact = (name: string) => `readiness["${READ_CHECKLIST}"].${name}`;

const check = (
  definition: Omit<CheckDefinition, 'dimension' | 'when'>,
): CheckDefinition => ({
  ...definition,
  dimension: 'readiness',
  when: fact('applies'),
});

const HOW =
  'Open *Readiness* on this page, choose *Missing only*, and answer what you know.';

/** What the shipped scorecard asks of the shipped checklist, at every level. */
export const readinessChecks: readonly CheckDefinition[] = [
  check({
    id: 'readiness-begun',
    title: 'Readiness checklist is under way',
    level: 'bronze',
    weight: 1,
    pass: `${fact('progress')} >= 25.0`,
    why: 'A team that never asked itself the questions learns the answers in an incident.',
    fix: `${HOW} A quarter of the checklist is enough for this check.`,
  }),
  check({
    id: 'readiness-mostly-met',
    title: 'Four of five required readiness items are met',
    level: 'silver',
    weight: 2,
    pass: `${fact('requiredMet')} * 5 >= ${fact('requiredTotal')} * 4`,
    why: 'What the tier requires is what outages of such services were about. One gap is a plan; many are a habit.',
    fix: `${HOW} Required items stand first, and what is required follows from the tier.`,
  }),
  check({
    id: 'readiness-fresh',
    title: 'No readiness answer is expired or contested',
    level: 'silver',
    weight: 1,
    pass: `${fact('expired')} == 0 && ${fact('contested')} == 0`,
    why: 'A restore that worked two years ago is a memory, and an answer that an incident contradicted is none.',
    fix: 'Open *Readiness* on this page, look at the items marked expired or contested, and answer them again with fresh evidence.',
  }),
  check({
    id: 'readiness-signed-off',
    title: 'A second person signed the checklist off',
    level: 'gold',
    weight: 3,
    pass: fact('signedOffValid'),
    why: 'Whoever built it sees what was meant; somebody else sees what is there.',
    fix: 'Meet the required items of each phase, then choose *Ask for review* on the checklist. The sign-off holds until the review interval of the tier is over or a required item is no longer met.',
  }),
];
