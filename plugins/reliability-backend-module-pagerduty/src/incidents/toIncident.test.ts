import { IncidentAnswer, incidentSchema } from './answers';
import { Story } from './story';
import { toIncident } from './toIncident';

const NOTHING: Story = {
  reopenedAt: [],
  pages: [],
  responders: [],
  updates: [],
};

const answer = (more: object = {}): IncidentAnswer =>
  incidentSchema.parse({
    id: 'Q1',
    incident_number: 42,
    title: 'Checkout is slow',
    html_url: 'https://acme.pagerduty.com/incidents/Q1',
    status: 'triggered',
    urgency: 'high',
    created_at: '2026-06-15T12:00:00Z',
    updated_at: '2026-06-15T12:05:00Z',
    service: {
      id: 'P1',
      type: 'service_reference',
      summary: 'Checkout',
      html_url: 'https://acme.pagerduty.com/service-directory/P1',
    },
    priority: { id: 'PP', summary: 'P1' },
    ...more,
  });

const made = (more: object = {}, story: Partial<Story> = {}) =>
  toIncident(answer(more), { ...NOTHING, ...story });

describe('an incident of PagerDuty', () => {
  it('is one of Plimsoll', () => {
    expect(made()).toEqual({
      externalId: 'Q1',
      reference: '#42',
      url: 'https://acme.pagerduty.com/incidents/Q1',
      title: 'Checkout is slow',
      updatedAt: Date.parse('2026-06-15T12:05:00Z'),
      status: 'open',
      severity: 'P1',
      stamps: {
        declared: { at: Date.parse('2026-06-15T12:00:00Z'), from: 'provider' },
      },
      reopenedAt: [],
      isTest: false,
      isPrivate: false,
      customerImpact: null,
      subjects: [
        {
          kind: 'service',
          id: 'P1',
          label: 'Checkout',
          url: 'https://acme.pagerduty.com/service-directory/P1',
        },
      ],
      entityRefs: [],
      responders: [],
      pages: [],
      updates: [],
      postmortems: [],
      followUps: [],
    });
  });

  it.each([
    ['its priority', { priority: { summary: 'Sev 0' } }, 'Sev 0'],
    [
      'without one its urgency',
      { priority: null, urgency: 'low' },
      'low urgency',
    ],
    ['without both none', { priority: null, urgency: null }, null],
  ])('has as severity %s', (_, more, wanted) => {
    expect(made(more)?.severity).toBe(wanted);
  });

  const RESOLVED = { status: 'resolved', resolved_at: '2026-06-15T13:00:00Z' };
  const AT_ONE = Date.parse('2026-06-15T13:00:00Z');

  it.each([
    ['as told', RESOLVED, {}, AT_ONE],
    [
      'as the log says, where it is not told',
      { status: 'resolved' },
      { resolvedAt: AT_ONE },
      AT_ONE,
    ],
    ['not at all', { status: 'resolved' }, {}, undefined],
    [
      'not any more, when it was reopened',
      { status: 'triggered', resolved_at: RESOLVED.resolved_at },
      { resolvedAt: AT_ONE },
      undefined,
    ],
  ])('was resolved %s', (_, more, story, wanted) => {
    expect(made(more, story)?.stamps.resolved?.at).toBe(wanted);
  });

  it.each([
    [
      'merged',
      { type: 'merge_resolve_reason', incident: { id: 'Q2' } },
      { status: 'merged', mergedInto: 'Q2' },
    ],
    [
      'merged into nothing',
      { type: 'merge_resolve_reason' },
      { status: 'resolved' },
    ],
    [
      'for another reason',
      { type: 'x', incident: { id: 'Q2' } },
      { status: 'resolved' },
    ],
  ])('may be %s', (_, reason, wanted) => {
    const incident = made({ ...RESOLVED, resolve_reason: reason });
    expect(incident).toMatchObject(wanted);
    expect(incident?.mergedInto).toBe(
      (wanted as { mergedInto?: string }).mergedInto,
    );
  });

  it('may lack almost everything', () => {
    const bare = incidentSchema.parse({
      id: 'Q1',
      status: 'triggered',
      created_at: '2026-06-15T12:00:00Z',
      service: 'x',
      priority: 7,
      html_url: 'data:text/html,x',
      updated_at: 12,
    });
    expect(toIncident(bare, NOTHING)).toMatchObject({
      title: 'Q1',
      severity: null,
      subjects: [],
      updatedAt: Date.parse('2026-06-15T12:00:00Z'),
    });
    expect(toIncident(bare, NOTHING)?.url).toBeUndefined();
  });

  it('without a beginning is none', () => {
    expect(made({ created_at: 'yesterday' })).toBeUndefined();
  });

  it('has the key of its alert, by which repeats are seen', () => {
    expect(made({ incident_key: 'disk-full' })?.dedupeKey).toBe('disk-full');
  });
});
