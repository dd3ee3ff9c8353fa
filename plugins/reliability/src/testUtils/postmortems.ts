import type {
  PostmortemResponse,
  PostmortemSection,
} from '@plimsoll/backstage-plugin-reliability-common';

/** A section of the template; empty, with something that the incident gives for it. */
export function postmortemSection(
  overrides: Partial<PostmortemSection> = {},
): PostmortemSection {
  return {
    id: 'summary',
    title: 'Summary',
    hint: 'What happened, in three sentences that a stranger understands.',
    required: true,
    text: '',
    prefilled: '',
    ...overrides,
  };
}

/** Sections as they ship, some of them written. */
export function postmortemSections(): PostmortemSection[] {
  return [
    postmortemSection({
      text: 'Payments were refused for 48 minutes, because the connection pool of the ledger was empty.',
    }),
    postmortemSection({
      id: 'timeline',
      title: 'Timeline',
      hint: 'When what was seen and done, in UTC.',
      prefilled:
        '- **2026-11-18 09:02 UTC** Impact began\n- **2026-11-18 09:14 UTC** Declared\n- **2026-11-18 10:02 UTC** Resolved',
    }),
    postmortemSection({
      id: 'impact',
      title: 'Impact',
      hint: 'Who could not do what, for how long, and how many.',
      text: '**3,120** payments were refused.\n\n| market | payments |\n| --- | --- |\n| Norway | 2,004 |\n| Denmark | 1,116 |',
    }),
    postmortemSection({
      id: 'causes',
      title: 'Causes',
      hint: 'What made it possible. Systems and conditions, not people.',
    }),
    postmortemSection({
      id: 'went-well',
      title: 'What went well',
      hint: 'What should be kept as it is.',
      required: false,
    }),
  ];
}

/** The postmortem of an incident of three days ago, half written. */
export function postmortemResponse(
  overrides: Partial<PostmortemResponse> = {},
): PostmortemResponse {
  const sections = overrides.sections ?? postmortemSections();
  return {
    incident: {
      id: 'pd-main:Q1',
      reference: 'INC-42',
      title: 'Payments are refused',
      severity: { raw: 'P1', level: 1, name: 'SEV1', from: 'provider' },
      startedAt: '2026-11-18T09:14:00Z',
      resolvedAt: '2026-11-18T10:02:00Z',
    },
    services: [{ entityRef: 'component:default/checkout', title: 'Checkout' }],
    exists: true,
    source: 'portal',
    state: 'draft',
    status: 'draft',
    title: 'Payments are refused',
    url: null,
    sections,
    required: true,
    requiredBy: 'Mission critical',
    draftDueAt: '2026-11-20T10:02:00Z',
    publishDueAt: '2026-11-25T10:02:00Z',
    version: 2,
    author: 'user:default/anna.berg',
    createdAt: '2026-11-19T08:00:00Z',
    updatedBy: 'user:default/anna.berg',
    updatedAt: '2026-11-20T08:30:00Z',
    reviewer: null,
    publishedAt: null,
    hints: [],
    missingSections: sections
      .filter(({ required, text }) => required && text === '')
      .map(({ id }) => id),
    canEdit: true,
    ...overrides,
  };
}

/** Filled in, so that it can be reviewed. */
export function writtenPostmortem(
  overrides: Partial<PostmortemResponse> = {},
): PostmortemResponse {
  return postmortemResponse({
    sections: postmortemSections().map(section => ({
      ...section,
      text:
        section.text ||
        section.prefilled ||
        'The pool had 20 connections, and a report held 19 of them.',
    })),
    ...overrides,
  });
}
