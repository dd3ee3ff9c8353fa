import type { AnswerProposal } from '@plimsoll/backstage-plugin-reliability-common';
import type { Answers } from './callMock';

/** What an agent proposes for the item `restore-tested`, unless a test says otherwise. */
export const answerProposal = (
  changed: Partial<AnswerProposal> = {},
): AnswerProposal => ({
  id: 'p1',
  itemId: 'restore-tested',
  itemTitle: 'A restore was tried',
  answer: 'yes',
  note: 'The run of Tuesday restored the orders into an empty database in 14 minutes.',
  evidence: [
    { title: 'Run 7 of restore-drill', url: 'https://ci.example.com/7' },
  ],
  by: 'external:drill-agent',
  at: '2026-11-20T09:00:00.000Z',
  ...changed,
});

export const proposalAnswers: Answers = {
  listProposals: () => ({ items: [] }),
};
