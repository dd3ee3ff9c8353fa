import { FakeOpsgenie } from '@plimsoll/test-fakes';
import { receive } from './receive';

const SECRET = 'secret-of-the-webhook';
const fake = new FakeOpsgenie({ now: () => 0, webhookSecret: SECRET });

const sent = (body: object) => receive(fake.sign(JSON.stringify(body)), SECRET);

describe('a webhook of Opsgenie', () => {
  it.each([
    [
      'an alert of an incident',
      { alert: { details: { 'incident-id': 'a-1' } } },
      ['a-1'],
    ],
    ['an incident', { incident: { id: 'a-1' } }, ['a-1']],
    ['an alert of none', { alert: { details: { team: 'x' } } }, []],
    ['an alert without details', { alert: { alertId: 'x' } }, []],
    [
      'an id that is a path',
      { alert: { details: { 'incident-id': '../a' } } },
      [],
    ],
  ])('about %s', (_, body, refresh) => {
    expect(sent(body)).toMatchObject({ kind: 'accepted', refresh });
  });

  it('does not count when the secret stands in the address only', () => {
    const { rawBody } = fake.sign('{}');
    const url = `/webhooks/opsgenie/main?secret=${SECRET}`;
    expect(receive({ rawBody, headers: {}, url }, SECRET)).toEqual({
      kind: 'refused',
      reason: 'no-signature',
    });
  });
});
