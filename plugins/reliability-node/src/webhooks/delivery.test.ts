import { WebhookDelivery } from '../incidentProvider';
import { AccountSchema } from '../account';
import { bodyDeliveryId, readDelivery } from './delivery';

const delivery = (body: string): WebhookDelivery => ({
  rawBody: Buffer.from(body),
  headers: {},
  url: '/x',
});

const schema: AccountSchema<{ id: string }> = {
  safeParse: value =>
    typeof (value as { id?: unknown } | null)?.id === 'string'
      ? { success: true, data: value as { id: string } }
      : {
          success: false,
          error: { issues: [{ path: ['id'], message: 'not "secret words"' }] },
        },
};

describe('the body of a delivery', () => {
  it('is read by its schema', () => {
    expect(readDelivery(delivery('{"id":"1"}'), schema)).toEqual({
      kind: 'read',
      data: { id: '1' },
    });
  });

  it.each([
    ['secret words', 'The body is no JSON.'],
    ['', 'The body is no JSON.'],
    ['{"id":"secret words"', 'The body is no JSON.'],
    ['{"id":1}', 'The body is not what was expected, at: id.'],
  ])('%p cannot be read, and is not repeated', (body, message) => {
    expect(readDelivery(delivery(body), schema)).toEqual({
      kind: 'unreadable',
      message,
    });
  });

  it('is the same delivery when it is the same', () => {
    const [one, same, other] = ['a', 'a', 'b'].map(body =>
      bodyDeliveryId(delivery(body)),
    );
    expect(one).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(same).toBe(one);
    expect(other).not.toBe(one);
  });
});
