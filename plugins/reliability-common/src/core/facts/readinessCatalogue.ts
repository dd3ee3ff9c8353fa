import { factIn } from './factIn';
import { FactDefinition } from './facts';

/** The root of the facts about checklists. */
export const READINESS = 'readiness';

const fact = factIn({
  root: `${READINESS}["<checklist>"]`,
  source: READINESS,
});

/** Facts about each checklist; of one that is not for a service all but `applies` are absent. */
export const readinessCatalogue: readonly FactDefinition[] = [
  fact('applies', 'bool', 'Whether the checklist is for the service.'),
  fact(
    'progress',
    'double',
    'Weight of the items met by the weight of those that apply.',
    'percent',
  ),
  fact('total', 'int', 'Items that apply.', 'items'),
  fact('met', 'int', 'Items that are met.', 'items'),
  fact('requiredTotal', 'int', 'Required items that apply.', 'items'),
  fact('requiredMet', 'int', 'Required items that are met.', 'items'),
  fact('requiredMissing', 'int', 'Required items that are not met.', 'items'),
  fact('unanswered', 'int', 'Items without an answer.', 'items'),
  fact('notMet', 'int', 'Items answered with no.', 'items'),
  fact('expired', 'int', 'Items whose answer is too old to hold.', 'items'),
  fact('contested', 'int', 'Items whose answer somebody doubts.', 'items'),
  fact('expiring', 'int', 'Items whose answer holds, but ends soon.', 'items'),
  fact(
    'signedOff',
    'bool',
    'Whether every phase in which something is required was ever signed off.',
  ),
  fact(
    'signedOffValid',
    'bool',
    'The same, and every one of those sign-offs still holds.',
  ),
  fact(
    'signedOffPhases',
    'list<string>',
    'Ids of the phases whose sign-off still holds.',
  ),
  fact(
    'signedOffAgeDays',
    'int',
    'Whole days since the oldest of the sign-offs in force. Absent where there is none.',
    'days',
  ),
];
