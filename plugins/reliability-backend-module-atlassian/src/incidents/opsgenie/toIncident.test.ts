import { EntryAnswer, entrySchema, incidentSchema } from './answers';
import { toIncident } from './toIncident';

const NOW = Date.parse('2026-06-15T12:00:00Z');
const at = (time: string) => Date.parse(`2026-06-01T${time}:00Z`);

const USUAL = {
  id: '10000000-0000-4000-8000-000000000001',
  tinyId: '7',
  message: 'Checkout is slow',
  status: 'open',
  priority: 'P1',
  createdAt: '2026-06-01T10:00:00Z',
  updatedAt: '2026-06-01T12:00:00.123Z',
};

const entry = (type: string, time: string, more: object = {}): EntryAnswer =>
  entrySchema.parse({
    id: `${type}${time}`,
    type,
    eventTime: `2026-06-01T${time}:00Z`,
    actor: { name: 'Ana@Example.com', type: 'user' },
    ...more,
  });

const mapped = (answer: object, entries: EntryAnswer[] | undefined = []) =>
  toIncident(incidentSchema.parse({ ...USUAL, ...answer }), {
    entries,
    services: new Map([['S1', 'Payments']]),
    serviceTags: 'service:',
    now: NOW,
  });

describe('an incident of Opsgenie', () => {
  it('tells its times, its priority and its address', () => {
    const incident = mapped({
      impactStartDate: '2026-06-01T09:50:00Z',
      impactEndDate: '2026-06-01T10:30:00Z',
      links: { web: 'https://acme.example/1' },
    });
    expect(incident).toMatchObject({
      reference: '#7',
      url: 'https://acme.example/1',
      severity: 'P1',
      updatedAt: Date.parse('2026-06-01T12:00:00.123Z'),
    });
    expect(incident.stamps).toEqual({
      impactStart: { at: at('09:50'), from: 'provider' },
      declared: { at: at('10:00'), from: 'provider' },
      impactEnd: { at: at('10:30'), from: 'provider' },
    });
  });

  it('was acknowledged when somebody first answered, who was engaged then', () => {
    const { stamps, responders } = mapped({}, [
      entry('ResponderAlertAcked', '10:09'),
      entry('ResponderAlertAcked', '10:04', {
        actor: { name: 'Bo Chen', type: 'user' },
      }),
      entry('ResponderAlertAcked', '10:05'),
      entry('ResponderAlertAcked', '10:06', { actor: { type: 'system' } }),
    ]);
    expect(stamps.acknowledged?.at).toBe(at('10:04'));
    expect(responders).toEqual([
      { person: { id: 'Bo Chen', name: 'Bo Chen' }, engagedAt: at('10:04') },
      {
        person: {
          id: 'Ana@Example.com',
          name: 'Ana@Example.com',
          email: 'ana@example.com',
        },
        engagedAt: at('10:05'),
      },
    ]);
  });

  it.each([
    ['open', undefined],
    ['resolved', at('11:30')],
    ['closed', at('11:30')],
  ])(
    'that was reopened and is %s counts the last end only',
    (status, resolved) => {
      const { stamps, reopenedAt } = mapped({ status }, [
        entry('IncidentOpened', '10:00'),
        entry('IncidentResolved', '10:30'),
        entry('IncidentReopened', '11:00'),
        ...(resolved ? [entry('IncidentResolved', '11:30')] : []),
      ]);
      expect(reopenedAt).toEqual([at('11:00')]);
      expect(stamps.resolved?.at).toBe(resolved);
    },
  );

  it('that was closed after it was reopened was not resolved again', () => {
    const { stamps } = mapped({ status: 'closed' }, [
      entry('IncidentResolved', '10:30'),
      entry('IncidentReopened', '11:00'),
      entry('IncidentClosed', '11:30'),
    ]);
    expect(stamps.resolved).toBeUndefined();
    expect(stamps.closed?.at).toBe(at('11:30'));
  });

  it('without a timeline has no end that was guessed', () => {
    const { stamps } = mapped(
      { status: 'resolved', impactEndDate: '2026-06-01T10:30:00Z' },
      undefined,
    );
    expect(Object.keys(stamps).sort()).toEqual(['declared', 'impactEnd']);
  });

  it('leaves out what is hidden', () => {
    const hidden = entry('ResponderAlertAcked', '10:04', { hidden: true });
    expect(mapped({}, [hidden]).stamps.acknowledged).toBeUndefined();
  });

  it('tells what people wrote, and no other entries', () => {
    const description = { content: 'It is the database' };
    const { updates } = mapped({}, [
      entry('Custom', '10:10', { description }),
      entry('IncidentPriorityChanged', '10:11'),
    ]);
    expect(updates).toMatchObject([
      {
        at: at('10:10'),
        text: 'It is the database',
        by: { email: 'ana@example.com' },
      },
    ]);
  });

  it('is about the services that it names, by id and by tag', () => {
    const { subjects } = mapped({
      impactedServices: ['S1', 'S2', 'S1', null],
      tags: ['service:mail', 'urgent', 'service:'],
    });
    expect(subjects).toEqual([
      { kind: 'service', id: 'S1', label: 'Payments' },
      { kind: 'service', id: 'S2' },
      { kind: 'tag', id: 'service:mail', label: 'mail' },
    ]);
  });

  it('takes what has the wrong type for missing', () => {
    const odd = { message: 4, priority: [], createdAt: {}, updatedAt: null };
    expect(mapped({ ...odd, status: 'new', tags: 'x' })).toMatchObject({
      title: 'An incident without a title',
      severity: null,
      updatedAt: NOW,
      status: 'open',
      stamps: {},
      subjects: [],
    });
  });
});
