import type {
  ChecklistItemState,
  ChecklistResponse,
  PhaseState,
  ReadinessCounts,
  ReadinessWriteResponse,
  Review,
  ServiceChecklistsResponse,
  SignOff,
} from '@plimsoll/backstage-plugin-reliability-common';
import { everyItem } from './items';
import { NOW } from './levels';
import { serviceResponse } from './services';

/** Counts as the backend makes them of items. */
export function countsOf(
  items: readonly ChecklistItemState[],
): ReadinessCounts {
  const applicable = items.filter(({ state }) => state !== 'not-applicable');
  const required = applicable.filter(item => item.required);
  const met = applicable.filter(({ state }) => state === 'met');
  const inState = (state: string) =>
    items.filter(item => item.state === state).length;
  return {
    total: applicable.length,
    met: met.length,
    requiredTotal: required.length,
    requiredMet: required.filter(({ state }) => state === 'met').length,
    unanswered: inState('unanswered'),
    notMet: inState('not-met'),
    expired: inState('expired'),
    contested: inState('contested'),
    expiring: items.filter(({ expiring }) => expiring).length,
    progress:
      applicable.length === 0
        ? 0
        : Math.floor((1000 * met.length) / applicable.length),
  };
}

/** A review that Jane asked for. */
export function review(overrides: Partial<Review> = {}): Review {
  return {
    id: 'review-1',
    entityRef: 'component:default/checkout',
    serviceTitle: 'Checkout',
    checklist: { id: 'production-readiness', title: 'Production readiness' },
    phase: { id: 'design', title: 'Design' },
    state: 'requested',
    requestedBy: 'user:default/jane',
    requestedAt: '2026-11-19T10:00:00.000Z',
    note: 'Launch is on the first of December.',
    decidedBy: null,
    decidedAt: null,
    comment: '',
    comments: {},
    dossierHash: null,
    ...overrides,
  };
}

/** A sign-off of Omar's with one change since. */
export function signOff(overrides: Partial<SignOff> = {}): SignOff {
  return {
    reviewId: 'review-0',
    by: 'user:default/omar',
    at: '2026-09-01T10:00:00.000Z',
    requestedBy: 'user:default/jane',
    dossierHash: 'f00d',
    valid: true,
    validUntil: '2026-12-01T10:00:00.000Z',
    problems: [],
    changes: [
      {
        itemId: 'objectives-agreed',
        title: 'Objectives are agreed with the users',
        kind: 'answer',
        before: 'yes, without a note',
        after: 'yes: Agreed in the June review.',
      },
    ],
    ...overrides,
  };
}

/** A phase with the counts of its items. */
export function phaseState(
  id: string,
  title: string,
  items: readonly ChecklistItemState[],
  overrides: Partial<PhaseState> = {},
): PhaseState {
  const own = items.filter(item => item.phase === id);
  return {
    id,
    title,
    ...countsOf(own),
    contentHash: `content-${id}`,
    blocking: own
      .filter(
        item =>
          item.required && !['met', 'not-applicable'].includes(item.state),
      )
      .map(item => item.id),
    review: null,
    signOff: null,
    ...overrides,
  };
}

/** A checklist with one item of every state; its first phase is signed off. */
export function checklistResponse(
  overrides: Partial<ChecklistResponse> = {},
): ChecklistResponse {
  const items = overrides.items ?? everyItem();
  return {
    entityRef: 'component:default/checkout',
    serviceTitle: 'Checkout',
    owner: 'group:default/payments',
    tier: { id: 'tier-0', name: 'Mission critical' },
    id: 'production-readiness',
    title: 'Production readiness',
    description: 'Can people rely on it?',
    hash: 'checklist-1',
    categories: [
      { id: 'objectives', title: 'Objectives' },
      { id: 'response', title: 'Incident response' },
      { id: 'release', title: 'Release safety' },
      { id: 'capacity', title: 'Capacity' },
      { id: 'data', title: 'Data' },
    ],
    ...countsOf(items),
    phases: [
      phaseState('design', 'Design', items, { signOff: signOff() }),
      phaseState('pre-production', 'Before production', items),
      phaseState('live', 'Live', items),
    ],
    items,
    forecast: [],
    reviewerRule: 'A second person who answered nothing in the phase',
    assessedAt: NOW,
    ...overrides,
  };
}

/** The checklists of a service in brief. */
export function serviceChecklists(): ServiceChecklistsResponse {
  const { id, title, hash, phases, ...counts } = checklistResponse();
  return {
    items: [
      {
        id,
        title,
        hash,
        ...countsOf(counts.items),
        phases: phases.map(phase => ({
          id: phase.id,
          title: phase.title,
          requiredMet: phase.requiredMet,
          requiredTotal: phase.requiredTotal,
          reviewState: phase.review?.state ?? null,
          signedOff: phase.signOff?.valid ?? false,
        })),
      },
    ],
  };
}

/** What a write answers. */
export function readinessWrite(
  overrides: Partial<ReadinessWriteResponse> = {},
): ReadinessWriteResponse {
  return {
    checklist: checklistResponse(),
    service: serviceResponse(),
    ...overrides,
  };
}
