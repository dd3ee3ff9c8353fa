import type {
  ReportDocument,
  ServiceHandover,
} from '@plimsoll/backstage-plugin-reliability-common';
import { NOW } from './levels';

/** A short document with everything that one may hold. */
export const reportDocument = (
  overrides: Partial<ReportDocument> = {},
): ReportDocument => ({
  title: 'Reliability in October 2026',
  subtitle: 'All services that you may see',
  madeAt: NOW,
  sections: [
    {
      id: 'levels',
      title: 'Levels',
      lines: [
        '36 services; 2 came and 1 left since 2026-09-30.',
        '3 gained a level: 2 because the service changed, 1 because a rule did, 0 because data went stale or came back.',
      ],
      table: {
        columns: ['Level', 'Before', 'Now'],
        rows: [
          ['Gold', 2, 3],
          ['Silver', 6, 5],
          ['Bronze', 10, 10],
        ],
        more: 0,
      },
    },
    {
      id: 'incidents',
      title: 'Incidents',
      lines: [],
      table: {
        columns: ['Incident', 'Severity', 'Took'],
        rows: [
          [
            {
              text: 'PD-7 Checkout is slow',
              href: '/reliability/incidents/pd%3A7',
            },
            'SEV2',
            '1 h 12 min',
          ],
          [{ text: 'Odd link', href: 'mailto:odd@example.com' }, null, '4 min'],
        ],
        more: 12,
      },
    },
    { id: 'risks', title: 'Nothing here', lines: [], table: null },
  ],
  ...overrides,
});

/** A handover that waits for an answer. */
export const serviceHandover = (
  overrides: Partial<ServiceHandover> = {},
): ServiceHandover => ({
  id: '2026-11-18-1',
  entityRef: 'component:default/checkout',
  from: 'group:default/payments',
  to: 'group:default/growth',
  note: 'The team merges in December.',
  state: 'offered',
  conditions: '',
  offeredBy: 'user:default/jane.osei',
  offeredAt: NOW,
  decidedBy: null,
  decidedAt: null,
  version: 1,
  ...overrides,
});
