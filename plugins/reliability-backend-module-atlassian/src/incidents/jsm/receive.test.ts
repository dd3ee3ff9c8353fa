import { FakeJsm } from '@plimsoll/test-fakes';
import { receive } from './receive';

const SECRET = 'secret-of-the-webhook';
const fake = new FakeJsm({ now: () => 0, webhookSecret: SECRET });

describe('a webhook of Jira', () => {
  it.each([
    ['an issue', { issue: { id: '10001' } }, ['10001']],
    ['an issue whose id is a number', { issue: { id: 10001 } }, ['10001']],
    ['an issue whose id is none', { issue: { id: '1 OR id = 2' } }, []],
    ['something else', { webhookEvent: 'user_created' }, []],
  ])('about %s', (_, body, refresh) => {
    const delivery = fake.sign(JSON.stringify(body));
    expect(receive(delivery, SECRET)).toMatchObject({
      kind: 'accepted',
      refresh,
    });
  });

  it('is the same delivery whatever identifier stands beside it', () => {
    const delivery = fake.sign('{"issue":{"id":"1"}}');
    const ids = ['a', 'b'].map(id =>
      receive(
        {
          ...delivery,
          headers: {
            ...delivery.headers,
            'x-atlassian-webhook-identifier': id,
          },
        },
        SECRET,
      ),
    );
    expect(ids[0]).toEqual(ids[1]);
  });
});
