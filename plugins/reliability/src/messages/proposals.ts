/** Answers that are proposed, and wait for a person. */
export const proposals = {
  title: 'Proposed answers',
  intro:
    'Nothing of this counts yet. Read the evidence, then answer with it, or reject it.',
  by: 'proposed by {{who}}, {{ago}}',
  answer: 'Answer: {{answer}}',
  evidence: 'Evidence',
  accept: 'Answer with this',
  acceptLabel: 'Answer with this: {{item}}',
  reject: 'Reject',
  rejectLabel: 'Reject: {{item}}',
  accepted: 'Answered: {{item}}.',
  rejected: 'Rejected: {{item}}.',
  refused: 'That did not work: {{message}}',
} as const;
