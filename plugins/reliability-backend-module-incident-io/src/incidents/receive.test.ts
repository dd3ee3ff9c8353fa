import { FakeIncidentIo } from '@plimsoll/test-fakes';
import { NOW } from './__testUtils__/answers';
import { WEBHOOK_SECRET } from './__testUtils__/harness';
import { receive } from './receive';

const fake = new FakeIncidentIo({
  now: () => NOW,
  webhookSecret: WEBHOOK_SECRET,
});

const event = (type: string, payload: unknown) =>
  receive(
    fake.sign(JSON.stringify({ event_type: type, [type]: payload })),
    WEBHOOK_SECRET,
    NOW,
  );

describe('an event of incident.io', () => {
  it.each([
    ['public_incident.incident_created_v2', { id: '01A' }, ['01A']],
    ['private_incident.incident_updated_v2', { id: '01A' }, ['01A']],
    [
      'public_incident.follow_up_updated_v2',
      { id: '01F', incident_id: '01A' },
      ['01A'],
    ],
    [
      'public_incident.postmortem_document_status_updated_v1',
      { id: '01D', incident_id: '01A' },
      ['01A'],
    ],
    [
      'public_escalation.escalation_status_updated_v1',
      { id: '01E', related_incidents: [{ id: '01A' }, { id: '01B' }] },
      ['01A', '01B'],
    ],
    ['private_incident.follow_up_updated_v1', { id: '01F' }, []],
    ['schedule.shift_change_v1', { id: '01S' }, []],
    ['public_incident.incident_updated_v2', { id: '../users' }, []],
  ])('%s of %j is about %j', (type, payload, refresh) => {
    expect(event(type, payload)).toMatchObject({ kind: 'accepted', refresh });
  });

  it.each([
    ['without its content', undefined],
    ['with a text as content', 'x'],
  ])('%s is not understood', (_, payload) => {
    expect(event('public_incident.incident_updated_v2', payload).kind).toBe(
      'unreadable',
    );
  });
});
