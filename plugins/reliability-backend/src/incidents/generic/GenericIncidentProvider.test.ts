import { createHmac } from 'node:crypto';
import {
  incident,
  incidentsOf,
  NOW,
  provider,
  receive,
  runtime,
} from './__testUtils__/account';
import { PATH, SECRET, signatureOf } from './__testUtils__/signed';

describe('who sends', () => {
  const body = JSON.stringify(incident());
  const hex = (secret: string) =>
    createHmac('sha256', secret).update(body).digest('hex');

  it.each([
    ['signs time and body', { signature: signatureOf(body, NOW) }, 'accepted'],
    ['signs the body', { signature: `sha256=${hex(SECRET)}` }, 'accepted'],
    ['sends the secret', { secret: SECRET }, 'accepted'],
    [
      'signs the body with another secret',
      { signature: `sha256=${hex('other')}` },
      'refused',
    ],
    ['sends another secret', { secret: `${SECRET}x` }, 'refused'],
    [
      'signs wrongly, beside the right secret',
      { signature: `sha256=${hex('other')}`, secret: SECRET },
      'refused',
    ],
    ['sends an empty signature', { signature: '' }, 'refused'],
    ['says nothing', {}, 'refused'],
  ])('and %s', (_, { signature, secret }: Record<string, string>, kind) => {
    const verdict = provider.receive!(
      {
        rawBody: Buffer.from(body),
        url: PATH,
        headers: {
          'x-plimsoll-signature': signature,
          'x-plimsoll-secret': secret,
        },
      },
      NOW,
    );
    expect(verdict.kind).toBe(kind);
  });

  it('the secret is not looked for in the address, which logs keep', () => {
    const url = `${PATH}?secret=${SECRET}`;
    const rawBody = Buffer.from(body);
    expect(provider.receive!({ rawBody, url, headers: {} }, NOW)).toEqual({
      kind: 'refused',
      reason: 'no-signature',
    });
  });
});

describe('several incidents', () => {
  it('come in one body, and a bad one keeps no other out', () => {
    const logged = runtime.logged.length;
    const body = {
      incidents: [
        incident(),
        7,
        incident({ id: 'INC-2' }),
        incident({ id: 3 }),
      ],
    };
    expect(incidentsOf(body)).toMatchObject([
      { externalId: 'INC-1' },
      { externalId: 'INC-2' },
    ]);
    const lines = runtime.logged.slice(logged);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/"main" sent cannot be read: incidents\[1\]: /);
    expect(lines[1]).toMatch(/incidents\[3\]\.id: /);
  });

  it('may be none', () => {
    expect(incidentsOf({ incidents: [] })).toEqual([]);
  });

  it('may not be more than 500', () => {
    const many = Array.from({ length: 501 }, () => incident());
    expect(receive({ incidents: many }).kind).toBe('unreadable');
  });
});
