import { HandoverPage } from '../../src/components/maturity/reports/HandoverPage';
import { PacketPage } from '../../src/components/maturity/reports/PacketPage';
import { reliabilityApiMock } from '../../src/testUtils/reliabilityApiMock';
import { callMock, type Answers } from '../../src/testUtils/callMock';
import { reportDocument, serviceHandover } from '../../src/testUtils/reports';
import type { StoryDefinition } from '../Story';

const SERVICE = 'component:default/checkout';

const withAnswers = (answers: Answers) =>
  reliabilityApiMock({ call: callMock(answers) });

const full = withAnswers({
  getPacket: async () => reportDocument(),
  getHandoverPacket: async () =>
    reportDocument({ title: 'Handover of Checkout', subtitle: SERVICE }),
  getHandover: async () => ({
    ...serviceHandover(),
    document: reportDocument({ title: 'Handover of Checkout' }),
  }),
  listHandovers: async () => ({
    items: [
      serviceHandover(),
      serviceHandover({
        id: '2025-03-02-1',
        state: 'conditions',
        conditions: 'A tested restore, and a runbook for the queue.',
        decidedBy: 'user:default/anna.berg',
        decidedAt: '2026-11-17T09:00:00Z',
        note: '',
      }),
    ],
    totalItems: 2,
  }),
});

const empty = withAnswers({
  getHandoverPacket: async () => reportDocument({ sections: [] }),
  listHandovers: async () => ({ items: [], totalItems: 0 }),
});

export const reportsStories: StoryDefinition[] = [
  {
    path: 'packet',
    title: 'Monthly review',
    api: full,
    element: <PacketPage />,
  },
  {
    path: 'handover',
    title: 'Handover',
    api: full,
    element: <HandoverPage entityRef={SERVICE} />,
  },
  {
    path: 'handover-none',
    title: 'Handover, none yet',
    api: empty,
    element: <HandoverPage entityRef={SERVICE} />,
  },
];
