import { FakeStatuspage } from '@plimsoll/test-fakes';
import { receive } from './receive';

const SECRET = 's3cret-&=%-s3cret';
const fake = new FakeStatuspage({ webhookSecret: SECRET });

const said = (body: object) => receive(fake.sign(JSON.stringify(body)), SECRET);

describe('what a page sends', () => {
  it.each([
    [{ incident: { id: 'inc1' } }, ['inc1']],
    [{ incident: { id: '../x' } }, []],
    [{ component_update: { id: 'u1' }, component: { id: 'c1' } }, []],
  ])('%j concerns %j', (body, refresh) => {
    expect(said(body)).toMatchObject({ kind: 'accepted', refresh });
  });

  it('is refused with the secret in a header: pages send none', () => {
    const { rawBody } = fake.sign('{}');
    const headers = { authorization: `Bearer ${SECRET}` };
    const url = '/api/reliability/webhooks/statuspage/main';
    expect(receive({ rawBody, headers, url }, SECRET)).toEqual({
      kind: 'refused',
      reason: 'no-signature',
    });
  });
});
