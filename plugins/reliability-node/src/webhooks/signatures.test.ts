import { createHmac } from 'node:crypto';
import { WebhookDelivery } from '../incidentProvider';
import {
  refuseBodySignature,
  refuseSharedSecret,
  refuseStandardSignature,
  refuseTimedSignature,
  standardSecretProblem,
  webhookSecretProblem,
} from './signatures';

const NOW = Date.parse('2026-06-15T12:00:00Z');
const SECONDS = NOW / 1000;
const BODY = '{"id":"Å"}\r\n';
const SECRET = 'a secret of somebody';

const hmac = (text: string, key: string | Buffer = SECRET) =>
  createHmac('sha256', key).update(text, 'utf8');
const hex = (text: string, key?: string | Buffer) =>
  hmac(text, key).digest('hex');

const delivery = (
  headers: Record<string, string>,
  more: Partial<WebhookDelivery> = {},
): WebhookDelivery => ({
  rawBody: Buffer.from(BODY, 'utf8'),
  headers,
  url: '/x',
  ...more,
});

describe('a signature over the body', () => {
  const check = (signature: string | undefined, secret = SECRET) =>
    refuseBodySignature(
      delivery(signature === undefined ? {} : { 'x-signature': signature }),
      { secret, header: 'x-signature', prefix: 'v1=' },
    );

  it.each([
    ['the right one', `v1=${hex(BODY)}`, undefined],
    ['in capitals', `v1=${hex(BODY).toUpperCase()}`, undefined],
    [
      'behind one of an older secret',
      `v1=${hex('x')}, v1=${hex(BODY)}`,
      undefined,
    ],
    ['beside one of a version to come', `v2=abc,v1=${hex(BODY)}`, undefined],
    ['of another body', `v1=${hex('x')}`, 'bad-signature'],
    ['of another secret', `v1=${hex(BODY, 'other')}`, 'bad-signature'],
    ['with a letter too many', `v1=${hex(BODY)}a`, 'bad-signature'],
    ['with other text behind', `v1=${hex(BODY)}zz`, 'bad-signature'],
    ['cut off', `v1=${hex(BODY).slice(0, 62)}`, 'bad-signature'],
    ['empty', 'v1=', 'bad-signature'],
    ['as base64', `v1=${hmac(BODY).digest('base64')}`, 'bad-signature'],
    ['of a version to come only', `v2=${hex(BODY)}`, 'no-signature'],
    ['an empty header', '', 'no-signature'],
    ['no header', undefined, 'no-signature'],
  ])('%s', (_, signature, verdict) => {
    expect(check(signature)).toBe(verdict);
  });

  it('with an empty secret is never right', () => {
    expect(check(`v1=${hex(BODY, '')}`, '')).toBe('bad-signature');
  });

  it('may be bare, and base64', () => {
    const options = { secret: SECRET, header: 'fh-signature' };
    expect(
      refuseBodySignature(delivery({ 'fh-signature': hex(BODY) }), options),
    ).toBeUndefined();
    const base64 = hmac(BODY).digest('base64');
    expect(
      refuseBodySignature(delivery({ 'fh-signature': base64 }), {
        ...options,
        encoding: 'base64',
      }),
    ).toBeUndefined();
  });
});

describe('a signature over time and body', () => {
  const timed = (at: number | string, joint = '') =>
    `t=${at},v1=${hex(`${at}${joint}${BODY}`)}`;

  it.each([
    ['the right one', timed(SECONDS), undefined],
    ['with a dot', timed(SECONDS, '.'), undefined],
    ['in milliseconds', timed(NOW), undefined],
    ['five minutes old', timed(SECONDS - 300), undefined],
    ['older', timed(SECONDS - 301), 'expired'],
    ['of the future', timed(SECONDS + 301), 'expired'],
    ['with another joint', timed(SECONDS, '-'), 'bad-signature'],
    [
      'with a time that was not signed',
      timed(SECONDS).replace(`${SECONDS}`, `${SECONDS + 1}`),
      'bad-signature',
    ],
    [
      'old, and of another secret',
      `t=1,v1=${hex(`1${BODY}`, 'other')}`,
      'bad-signature',
    ],
    ['with a time that is none', timed('now'), 'bad-signature'],
    ['without a time', `v1=${hex(BODY)}`, 'no-signature'],
    ['with a time only', `t=${SECONDS}`, 'no-signature'],
  ])('%s', (_, signature, verdict) => {
    expect(
      refuseTimedSignature(delivery({ 'x-rootly-signature': signature }), {
        secret: SECRET,
        header: 'x-rootly-signature',
        now: NOW,
      }),
    ).toBe(verdict);
  });

  it('does not take a part of the body for a part of the time', () => {
    const moved = delivery(
      { 'x-rootly-signature': `t=${SECONDS}4,v1=${hex(`${SECONDS}42`)}` },
      { rawBody: Buffer.from('2') },
    );
    expect(
      refuseTimedSignature(moved, {
        secret: SECRET,
        header: 'x-rootly-signature',
        now: NOW,
      }),
    ).toBe('expired');
  });
});

describe('a signature of the Standard Webhooks form', () => {
  const KEY = Buffer.from('0123456789abcdef01234567');
  const secret = `whsec_${KEY.toString('base64')}`;
  const sign = (id: string, at: number | string, key = KEY) =>
    `v1,${hmac(`${id}.${at}.${BODY}`, key).digest('base64')}`;
  const headers = (
    signature: string,
    at: number | string = SECONDS,
    prefix = 'webhook',
  ) => ({
    [`${prefix}-id`]: 'msg_1',
    [`${prefix}-timestamp`]: `${at}`,
    [`${prefix}-signature`]: signature,
  });
  const right = sign('msg_1', SECONDS);

  it.each([
    ['the right one', headers(right), undefined],
    ['as Svix names it', headers(right, SECONDS, 'svix'), undefined],
    ['one of several', headers(`v1,AAAA v1a,x ${right}`), undefined],
    ['of another id', headers(sign('msg_2', SECONDS)), 'bad-signature'],
    ['of another time', headers(right, SECONDS + 1), 'bad-signature'],
    [
      'of another key',
      headers(sign('msg_1', SECONDS, Buffer.from('x'))),
      'bad-signature',
    ],
    ['old', headers(sign('msg_1', SECONDS - 301), SECONDS - 301), 'expired'],
    [
      'of the future',
      headers(sign('msg_1', SECONDS + 301), SECONDS + 301),
      'expired',
    ],
    [
      'with a time that is none',
      headers(sign('msg_1', '1e9'), '1e9'),
      'bad-signature',
    ],
    ['of another version', headers('v2,AAAA'), 'no-signature'],
    ['none', {}, 'no-signature'],
  ])('%s', (_, given, verdict) => {
    expect(refuseStandardSignature(delivery(given), { secret, now: NOW })).toBe(
      verdict,
    );
  });

  it('is never right with a key that anybody could know', () => {
    const empty = headers(sign('msg_1', SECONDS, Buffer.alloc(0)));
    for (const wrong of ['', 'whsec_', 'whsec_!!!!', 'whsec_AAAA']) {
      expect(
        refuseStandardSignature(delivery(empty), { secret: wrong, now: NOW }),
      ).toBe('bad-signature');
      expect(standardSecretProblem(wrong)).toBe(
        'expected whsec_ and a key in base64',
      );
    }
    expect(standardSecretProblem(secret)).toBeUndefined();
  });
});

describe('a secret that is sent along', () => {
  const check = (
    headers: Record<string, string>,
    url = '/webhooks/opsgenie/main',
    secret = SECRET,
  ) =>
    refuseSharedSecret(delivery(headers, { url }), {
      secret,
      header: 'authorization',
      parameter: 'secret',
    });
  const query = new URLSearchParams({ secret: SECRET });

  it.each([
    ['in the header', { authorization: SECRET }, '/x', undefined],
    ['as a bearer', { authorization: `Bearer ${SECRET}` }, '/x', undefined],
    ['in the address', {}, `/x?a=b&${query}`, undefined],
    ['wrong', { authorization: 'x' }, '/x', 'bad-signature'],
    [
      'wrong in the header, right in the address',
      { authorization: 'x' },
      `/x?${query}`,
      'bad-signature',
    ],
    ['longer', { authorization: `${SECRET}x` }, '/x', 'bad-signature'],
    ['empty', { authorization: '' }, '/x?secret=', 'no-signature'],
    ['absent', {}, '/x', 'no-signature'],
  ])('%s', (_, headers, url, verdict) => {
    expect(check(headers as Record<string, string>, url)).toBe(verdict);
  });

  it('that is empty in the configuration lets nobody in', () => {
    expect(check({ authorization: 'x' }, '/x', '')).toBe('bad-signature');
    expect(check({}, '/x?secret=', '')).toBe('no-signature');
  });

  it.each([
    ['0123456789abcdef', undefined],
    ['short', 'expected at least 16 characters, without spaces'],
    [
      'with spaces in between it',
      'expected at least 16 characters, without spaces',
    ],
  ])('%p: %s', (secret, problem) => {
    expect(webhookSecretProblem(secret)).toBe(problem);
  });
});
