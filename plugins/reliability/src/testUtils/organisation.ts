import type {
  ChecklistOverviewResponse,
  DossierResponse,
  ListTasksResponse,
  ProgressResponse,
  ReadinessTask,
  ServiceProgress,
} from '@plimsoll/backstage-plugin-reliability-common';
import { countsOf, review } from './checklists';
import { everyItem, itemAnswer } from './items';

/** A service that is half way. */
export function serviceProgress(
  overrides: Partial<ServiceProgress> = {},
): ServiceProgress {
  return {
    entityRef: 'component:default/checkout',
    title: 'Checkout',
    owner: 'group:default/payments',
    tier: { id: 'tier-0', name: 'Mission critical' },
    progress: 571,
    requiredMet: 3,
    requiredTotal: 6,
    expired: 1,
    contested: 1,
    signedOff: false,
    signedOffAt: null,
    states: { 'restore-tried': 'unanswered' },
    ...overrides,
  };
}

/** A page of one service. */
export function progressResponse(
  overrides: Partial<ProgressResponse> = {},
): ProgressResponse {
  return { items: [serviceProgress()], totalItems: 1, ...overrides };
}

/** Two items and two teams. */
export function overviewResponse(
  overrides: Partial<ChecklistOverviewResponse> = {},
): ChecklistOverviewResponse {
  const none = { unanswered: 0, notApplicable: 0, expired: 0, contested: 0 };
  return {
    checklist: {
      id: 'production-readiness',
      title: 'Production readiness',
      hash: 'checklist-1',
    },
    services: 7,
    signedOff: 2,
    averageProgress: 614,
    items: [
      {
        id: 'objectives-agreed',
        title: 'Objectives are agreed with the users',
        category: 'objectives',
        phase: 'design',
        services: 7,
        met: 6,
        notMet: 1,
        ...none,
      },
      {
        id: 'restore-tried',
        title: 'A restore was tried',
        category: 'data',
        phase: 'pre-production',
        services: 7,
        met: 1,
        notMet: 2,
        ...none,
        unanswered: 3,
        expired: 1,
      },
    ],
    teams: [
      {
        owner: 'group:default/payments',
        services: 4,
        averageProgress: 480,
        requiredMissing: 9,
        expired: 1,
        signedOff: 1,
        items: {
          'objectives-agreed': { met: 3, applicable: 4 },
          'restore-tried': { met: 0, applicable: 4 },
        },
      },
      {
        owner: null,
        services: 3,
        averageProgress: 790,
        requiredMissing: 2,
        expired: 0,
        signedOff: 1,
        items: { 'objectives-agreed': { met: 3, applicable: 3 } },
      },
    ],
    teamsTotal: 2,
    ...overrides,
  };
}

/** A required item that nobody answered. */
export function readinessTask(
  overrides: Partial<ReadinessTask> = {},
): ReadinessTask {
  return {
    kind: 'missing',
    entityRef: 'component:default/checkout',
    serviceTitle: 'Checkout',
    owner: 'group:default/payments',
    tier: { id: 'tier-0', name: 'Mission critical' },
    checklist: { id: 'production-readiness', title: 'Production readiness' },
    item: { id: 'restore-tried', title: 'A restore was tried', required: true },
    phase: { id: 'pre-production', title: 'Before production' },
    dueAt: null,
    review: null,
    text: '',
    ...overrides,
  };
}

/** A task of three kinds. */
export function tasksResponse(
  overrides: Partial<ListTasksResponse> = {},
): ListTasksResponse {
  const items = [
    readinessTask(),
    readinessTask({
      kind: 'expiring',
      item: {
        id: 'game-day',
        title: 'A failure was rehearsed',
        required: true,
      },
      dueAt: '2026-12-02T10:00:00.000Z',
    }),
    readinessTask({
      kind: 'review',
      item: null,
      phase: { id: 'design', title: 'Design' },
      review: review(),
      text: 'Launch is on the first of December.',
    }),
  ];
  return {
    items,
    totalItems: items.length,
    counts: {
      missing: 1,
      'not-met': 0,
      expired: 0,
      expiring: 1,
      contested: 0,
      returned: 0,
      review: 1,
    },
    ...overrides,
  };
}

/** What Omar approved: the design, when Jane had answered without a note. */
export function dossierResponse(
  overrides: Partial<DossierResponse> = {},
): DossierResponse {
  const [first] = everyItem();
  const { reviewId, ...asked } = {
    reviewId: 'review-0',
    requestedBy: 'user:default/jane',
    requestedAt: '2026-08-31T10:00:00.000Z',
  };
  return {
    dossier: {
      format: 'plimsoll-dossier/1',
      service: {
        entityRef: 'component:default/checkout',
        title: 'Checkout',
        owner: 'group:default/payments',
        tier: { id: 'tier-0', name: 'Mission critical' },
      },
      checklist: {
        id: 'production-readiness',
        title: 'Production readiness',
        hash: 'checklist-0',
        phase: { id: 'design', title: 'Design' },
      },
      review: {
        id: reviewId,
        ...asked,
        note: '',
        approvedBy: 'user:default/omar',
        approvedAt: '2026-09-01T10:00:00.000Z',
        comment: 'Well done.',
        comments: {},
        reviewerRule: 'A second person who answered nothing in the phase',
      },
      counts: countsOf([first]),
      items: [
        {
          definition: {
            id: first.id,
            title: first.title,
            category: first.category,
            phase: first.phase,
            why: first.why,
            required: true,
            verify: 'manual',
            evidence: 'optional',
            weight: 1,
          },
          required: true,
          state: 'met',
          answer: itemAnswer({
            at: '2026-08-30T10:00:00.000Z',
            note: 'As signed.',
          }),
          contest: null,
          actual: [],
        },
      ],
    },
    hash: 'f00d',
    intact: true,
    ...overrides,
  };
}
