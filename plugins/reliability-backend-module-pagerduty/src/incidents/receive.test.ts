import { createHmac } from 'node:crypto';
import { receiveEvent } from './receive';

const SECRET = 'secret of the webhook';

const delivery = (body: unknown, headers: Record<string, string> = {}) => {
  const rawBody = Buffer.from(JSON.stringify(body));
  const hex = createHmac('sha256', SECRET).update(rawBody).digest('hex');
  return {
    rawBody,
    headers: { 'x-pagerduty-signature': `v1=${hex}`, ...headers },
    url: '/',
  };
};

const event = (type: string, data: unknown) => ({
  event: { id: '01E', event_type: type, resource_type: 'incident', data },
});

describe('an event of PagerDuty', () => {
  it.each([
    [
      'an incident',
      'incident.triggered',
      { id: 'Q1', type: 'incident' },
      ['Q1'],
    ],
    [
      'a note',
      'incident.annotated',
      { id: 'N1', type: 'incident_note', incident: { id: 'Q1' } },
      ['Q1'],
    ],
    [
      'a responder',
      'incident.responder.added',
      { type: 'incident_responder', incident: { id: 'Q1' } },
      ['Q1'],
    ],
    ['a service', 'service.updated', { id: 'P1', type: 'service' }, []],
    ['a ping', 'pagey.ping', { message: 'hello', type: 'ping' }, []],
    ['nothing', 'incident.triggered', null, []],
    [
      'what can be no incident',
      'incident.triggered',
      { id: '../users', type: 'incident' },
      [],
    ],
    ['something odd', 'incident.triggered', [1], []],
  ])('about %s', (_, type, data, refresh) => {
    expect(receiveEvent(delivery(event(type, data)), SECRET)).toEqual({
      kind: 'accepted',
      deliveryId: '01E',
      refresh,
    });
  });

  it('is the same one under another x-webhook-id, which nobody signed', () => {
    const body = event('incident.triggered', { id: 'Q1', type: 'incident' });
    const ids = ['a', 'b'].map(id => {
      const verdict = receiveEvent(
        delivery(body, { 'x-webhook-id': id }),
        SECRET,
      );
      return verdict.kind === 'accepted' && verdict.deliveryId;
    });
    expect(ids).toEqual(['01E', '01E']);
  });

  it('with an id without an end cannot be read', () => {
    const body = { event: { id: 'x'.repeat(300), event_type: 'x' } };
    expect(receiveEvent(delivery(body), SECRET)).toMatchObject({
      kind: 'unreadable',
      message: 'The body is not what was expected, at: event.id.',
    });
  });
});
