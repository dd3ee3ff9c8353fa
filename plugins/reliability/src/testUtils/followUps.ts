import type {
  FollowUp,
  Lesson,
  LessonPreviewResponse,
  ListFollowUpsResponse,
  ListLessonsResponse,
  SimilarServices,
} from '@plimsoll/backstage-plugin-reliability-common';

/** A follow-up that somebody wrote here; open, due in some days. */
export function followUp(overrides: Partial<FollowUp> = {}): FollowUp {
  return {
    id: 'f1',
    incident: {
      id: 'pd-main:Q1',
      reference: 'INC-42',
      title: 'Payments are refused',
    },
    title: 'Limit the connections of the report',
    status: 'open',
    owner: 'user:default/anna.berg',
    services: [
      {
        entityRef: 'component:default/checkout',
        title: 'Checkout',
        owner: 'group:default/payments',
      },
    ],
    dueAt: '2026-12-04T22:59:59Z',
    doneAt: null,
    overdue: false,
    ticket: {
      system: 'jira',
      key: 'PAY-311',
      url: 'https://tickets.example/PAY-311',
    },
    from: 'person',
    contradicts: null,
    lesson: null,
    createdAt: '2026-11-19T08:00:00Z',
    canEdit: true,
    ...overrides,
  };
}

/** A page of follow-ups; counts go with the items. */
export function followUpsResponse(
  items: FollowUp[] = [
    followUp({
      id: 'f2',
      title: 'Try the restore of the ledger',
      dueAt: '2026-11-12T22:59:59Z',
      overdue: true,
      owner: 'group:default/payments',
      ticket: null,
    }),
    followUp(),
  ],
  overrides: Partial<ListFollowUpsResponse> = {},
): ListFollowUpsResponse {
  return {
    items,
    totalItems: items.length,
    counts: {
      open: items.filter(({ status }) =>
        ['open', 'in-progress'].includes(status),
      ).length,
      overdue: items.filter(({ overdue }) => overdue).length,
      done: items.filter(({ status }) => status === 'done').length,
    },
    ...overrides,
  };
}

/** Eleven services of the same tier, some of them with the gap. */
export function similarServices(
  overrides: Partial<SimilarServices> = {},
): SimilarServices {
  return {
    basis: ['tier-0', 'owner payments'],
    services: 11,
    withGap: 4,
    examples: [
      {
        entityRef: 'component:default/refund',
        title: 'Refund',
        owner: 'group:default/payments',
        state: 'not-met',
      },
      {
        entityRef: 'component:default/ledger',
        title: 'Ledger',
        owner: 'group:default/ledger',
        state: 'met',
      },
    ],
    ...overrides,
  };
}

/** What a checklist item made of a follow-up would find. */
export function lessonPreview(
  overrides: Partial<LessonPreviewResponse> = {},
): LessonPreviewResponse {
  return {
    followUp: followUp(),
    checklists: [
      {
        id: 'production-readiness',
        title: 'Production readiness',
        items: [
          { id: 'restore-tried', title: 'A restore was tried' },
          { id: 'limits', title: 'Resources have limits' },
        ],
      },
      { id: 'launch', title: 'Launch', items: [] },
    ],
    suggestion: {
      checklistId: 'production-readiness',
      itemId: 'limits',
      title: 'Connections of every consumer are limited',
    },
    similar: similarServices(),
    ...overrides,
  };
}

/** A proposal that waits for a decision. */
export function lesson(
  overrides: Partial<ListLessonsResponse['items'][number]> = {},
): Lesson & { similar: SimilarServices } {
  return {
    id: 'l1',
    followUp: { id: 'f1', title: 'Limit the connections of the report' },
    incident: {
      id: 'pd-main:Q1',
      reference: 'INC-42',
      title: 'Payments are refused',
    },
    checklistId: 'production-readiness',
    itemId: null,
    title: 'Connections of every consumer are limited',
    reason: 'A report took all connections of the pool.',
    state: 'proposed',
    note: '',
    proposedBy: 'user:default/anna.berg',
    proposedAt: '2026-11-19T08:00:00Z',
    decidedBy: null,
    decidedAt: null,
    definition:
      'id: connections-limited\ntitle: Connections of every consumer are limited\nphase: before-launch\n',
    similar: similarServices(),
    ...overrides,
  };
}
