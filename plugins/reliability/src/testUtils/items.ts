import type { ChecklistItemState } from '@plimsoll/backstage-plugin-reliability-common';
import { NOW } from './levels';

type Answer = NonNullable<ChecklistItemState['answer']>;

/** A yes of Jane's. */
export function itemAnswer(overrides: Partial<Answer> = {}): Answer {
  return {
    value: 'yes',
    note: '',
    evidence: [],
    by: 'user:default/jane',
    at: '2026-11-02T10:00:00.000Z',
    expiresAt: null,
    ...overrides,
  };
}

/** A required item that nobody answered. */
export function checklistItem(
  overrides: Partial<ChecklistItemState> = {},
): ChecklistItemState {
  return {
    id: 'restore-tried',
    title: 'A restore was tried',
    category: 'data',
    phase: 'pre-production',
    why: 'A backup that was never restored is a hope.',
    how: 'Restore into an empty environment and compare.',
    links: [
      { title: 'Restore guide', url: 'https://docs.example.com/restore' },
    ],
    required: true,
    automatic: false,
    actual: [],
    evidenceRule: 'required',
    weight: 1,
    since: '2026-08-01T00:00:00.000Z',
    state: 'unanswered',
    expiring: false,
    answer: null,
    contest: null,
    version: 0,
    comment: null,
    ...overrides,
  };
}

/** One item of every state. */
export function everyItem(): ChecklistItemState[] {
  return [
    checklistItem({
      id: 'objectives-agreed',
      title: 'Objectives are agreed with the users',
      category: 'objectives',
      phase: 'design',
      evidenceRule: 'optional',
      state: 'met',
      answer: itemAnswer({ note: 'Agreed in the **June** review.' }),
      version: 1,
    }),
    checklistItem(),
    checklistItem({
      id: 'rollback-tried',
      title: 'A rollback was tried',
      category: 'release',
      evidenceRule: 'optional',
      state: 'not-met',
      answer: itemAnswer({ value: 'no', note: 'Planned for December.' }),
      version: 3,
    }),
    checklistItem({
      id: 'load-tested',
      title: 'A load test held the peak',
      category: 'capacity',
      required: false,
      state: 'expired',
      answer: itemAnswer({
        at: '2026-04-01T10:00:00.000Z',
        expiresAt: '2026-10-01T10:00:00.000Z',
        evidence: [
          {
            title: 'Report',
            url: 'https://ci.example.com/load/7',
            addedAt: '2026-04-01T10:00:00.000Z',
            addedBy: 'user:default/jane',
          },
        ],
      }),
      version: 1,
    }),
    checklistItem({
      id: 'no-personal-data',
      title: 'Personal data is deleted on request',
      category: 'data',
      state: 'not-applicable',
      evidenceRule: 'none',
      answer: itemAnswer({
        value: 'not-applicable',
        note: 'Holds no personal data.',
      }),
      version: 1,
    }),
    checklistItem({
      id: 'runbook-linked',
      title: 'A runbook is linked',
      category: 'response',
      phase: 'live',
      automatic: true,
      evidenceRule: 'none',
      rule: 'entity.links.runbook > 0',
      actual: [
        {
          path: 'entity.links.runbook',
          state: 'known',
          value: 1,
          unit: 'links',
          at: NOW,
          source: 'catalog',
        },
      ],
      state: 'met',
    }),
    checklistItem({
      id: 'alerts-page',
      title: 'Alerts reach a person',
      category: 'response',
      phase: 'live',
      state: 'contested',
      evidenceRule: 'optional',
      answer: itemAnswer(),
      contest: {
        reason: 'The last two pages went nowhere.',
        by: 'user:default/omar',
        at: '2026-11-19T08:00:00.000Z',
      },
      version: 2,
    }),
    checklistItem({
      id: 'game-day',
      title: 'A failure was rehearsed',
      category: 'response',
      phase: 'live',
      evidenceRule: 'optional',
      state: 'met',
      expiring: true,
      answer: itemAnswer({ expiresAt: '2026-12-02T10:00:00.000Z' }),
      version: 4,
    }),
  ];
}
