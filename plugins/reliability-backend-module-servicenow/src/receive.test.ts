import { FakeServicenow } from '@plimsoll/test-fakes';
import { receive } from './receive';

const SECRET = 's3cret-s3cret-s3cret';
const ID = 'a'.repeat(32);
const fake = new FakeServicenow({ webhookSecret: SECRET });

const said = (body: object) => receive(fake.sign(JSON.stringify(body)), SECRET);

describe('a call of a business rule', () => {
  it.each([
    [ID, [ID]],
    ['x^ORactive=true', []],
    [ID.toUpperCase(), []],
  ])('about %s concerns %j', (sys_id, refresh) => {
    expect(said({ sys_id, sys_updated_on: '2026-06-01 10:00:00' })).toEqual({
      kind: 'accepted',
      deliveryId: expect.stringMatching(/^sha256:/),
      refresh,
    });
  });

  it('that does not say which change it is about is not understood', () => {
    expect(said({ sys_id: ID })).toMatchObject({
      kind: 'unreadable',
      message: expect.stringContaining('sys_updated_on'),
    });
  });
});
