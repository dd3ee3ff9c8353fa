import { documentSchema, followUpSchema, updateSchema } from './answers';
import { field, mapped, NOW, timestamps } from './__testUtils__/answers';

const at = (text: string) => Date.parse(`2026-06-01T${text}:00Z`);

const update = (time: string, category: string, more: object = {}) =>
  updateSchema.parse({
    id: `U${time}`,
    created_at: `2026-06-01T${time}:00Z`,
    new_incident_status: { category },
    ...more,
  });

describe('an incident of incident.io', () => {
  it.each([
    ['triage', 'triage'],
    ['live', 'open'],
    ['paused', 'open'],
    ['learning', 'resolved'],
    ['closed', 'closed'],
    ['declined', 'declined'],
    ['canceled', 'declined'],
    ['merged', 'merged'],
    ['of a new kind', 'open'],
  ])('of category %s is %s', (category, status) => {
    expect(mapped({ incident_status: { category } })).toMatchObject({ status });
  });

  it('is mitigated when it is live and a timestamp says so', () => {
    const fixed = timestamps({ Fixed: '2026-06-01T11:00:00Z' });
    expect(mapped(fixed)).toMatchObject({
      status: 'mitigated',
      stamps: { mitigated: { at: at('11:00'), from: 'provider' } },
    });
  });

  it.each([
    ['Impact started', 'impactStart'],
    ['impact started at', 'impactStart'],
    ['Detected', 'detected'],
    ['Reported at', 'declared'],
    ['Fixed', 'mitigated'],
    ['Impact ended', 'impactEnd'],
  ])('has of the timestamp "%s" the stamp %s', (name, stamp) => {
    const { stamps } = mapped(timestamps({ [name]: '2026-06-01T09:00:00Z' }));
    expect(stamps).toMatchObject({ [stamp]: { at: at('09:00') } });
  });

  it.each(['Identified', 'Accepted', 'Lunch'])(
    'has no stamp of the timestamp "%s"',
    name => {
      const { stamps } = mapped(timestamps({ [name]: '2026-06-01T09:00:00Z' }));
      expect(Object.keys(stamps)).toEqual(['declared']);
    },
  );

  it('has no time of a text that is none', () => {
    const { stamps } = mapped(timestamps({ Detected: 'yesterday' }));
    expect(Object.keys(stamps)).toEqual(['declared']);
  });

  it('was declared when it was created, but not in hindsight', () => {
    expect(mapped({}).stamps.declared?.at).toBe(at('10:00'));
    expect(mapped({ mode: 'retrospective' }).stamps).toEqual({});
  });

  it('goes on without the times at which it was once over', () => {
    const once = timestamps({
      Resolved: '2026-06-01T11:00:00Z',
      Closed: '2026-06-01T11:30:00Z',
    });
    const updates = [
      update('11:45', 'live'),
      update('11:00', 'learning'),
      update('10:00', 'live'),
    ];
    const { stamps, reopenedAt } = mapped(once, { details: { updates } });
    expect(Object.keys(stamps)).toEqual(['declared']);
    expect(reopenedAt).toEqual([at('11:45')]);
  });

  it.each([
    ['test', true],
    ['tutorial', true],
    ['standard', false],
    ['retrospective', false],
  ])('of mode %s is an exercise: %s', (mode, isTest) => {
    expect(mapped({ mode })).toMatchObject({ isTest });
  });

  it('goes on under the one that an update names, if it is merged', () => {
    const merged = { merged_into_incident_id: '01HX2' };
    const details = { updates: [update('11:00', 'merged', merged)] };
    const category = { incident_status: { category: 'merged' } };
    expect(mapped(category, { details }).mergedInto).toBe('01HX2');
    expect(mapped({}, { details }).mergedInto).toBeUndefined();
  });

  it('keeps of a private one no text, no person and no key', () => {
    const secret = 'Hush';
    const person = { id: 'U1', name: secret };
    const incident = mapped(
      {
        visibility: 'private',
        name: secret,
        summary: secret,
        incident_role_assignments: [{ assignee: person }],
        postmortem_document_url: `https://docs.example/${secret}`,
        custom_field_entries: [field('Cause', { value_text: secret })],
      },
      {
        words: { causeField: 'Cause' },
        details: {
          updates: [update('11:00', 'live', { message: secret })],
          followUps: [followUpSchema.parse({ id: 'A', title: secret })],
          documents: [
            documentSchema.parse({
              id: 'D',
              title: secret,
              document_url: `https://docs.example/${secret}`,
              status: 'completed',
            }),
          ],
          escalations: [
            {
              id: 'E',
              events: [
                {
                  event: 'notified_users',
                  occurred_at: '2026-06-01T10:01:00Z',
                  users: [person],
                },
              ],
              related_alerts: [{ deduplication_key: secret }],
            },
          ],
        },
      },
    );
    expect(JSON.stringify(incident)).not.toContain(secret);
    expect(incident).toMatchObject({
      isPrivate: true,
      pages: [{ person: null }],
      postmortems: [{ externalId: 'D', status: 'published' }],
    });
  });

  it('tells follow-ups with their tickets, and none that was deleted', () => {
    const followUps = [
      {
        id: 'A1',
        title: 'Write a runbook',
        status: 'completed',
        completed_at: '2026-06-02T00:00:00Z',
        assignee: { id: 'U1', name: 'Ana Lima', email: 'Ana@Example.com' },
        external_issue_reference: {
          provider: 'jira',
          issue_name: 'OPS-1',
          issue_permalink: 'data:text/html,x',
        },
      },
      { id: 'A2', status: 'deleted' },
      { id: 'A3', title: 'Retry', status: 'not_doing' },
    ].map(each => followUpSchema.parse(each));
    expect(mapped({}, { details: { followUps } }).followUps).toEqual([
      {
        externalId: 'A1',
        title: 'Write a runbook',
        status: 'done',
        doneAt: Date.parse('2026-06-02T00:00:00Z'),
        owner: { id: 'U1', name: 'Ana Lima', email: 'ana@example.com' },
        ticket: { system: 'jira', key: 'OPS-1' },
      },
      { externalId: 'A3', title: 'Retry', status: 'wont-do' },
    ]);
  });

  it('tells a postmortem that is only linked as a draft', () => {
    const url = 'https://docs.example/1';
    expect(mapped({ postmortem_document_url: url }).postmortems).toEqual([
      { url, status: 'draft' },
    ]);
  });

  it('takes what has the wrong type for missing', () => {
    const incident = mapped({
      name: 42,
      severity: 'Major',
      updated_at: null,
      created_at: {},
      incident_status: [],
      custom_field_entries: 'none',
      incident_role_assignments: [null, { assignee: 3 }],
    });
    expect(incident).toMatchObject({
      title: 'INC-1',
      severity: null,
      updatedAt: NOW,
      status: 'open',
      stamps: {},
      subjects: [],
      responders: [],
    });
  });
});
