import { FakePortal } from './__testUtils__/FakePortal';
import { replyOf } from './__testUtils__/replies';
import { runGate } from './__testUtils__/runGate';

jest.setTimeout(120_000);

const URL_OPTION = ['--url', 'https://portal.example'];

describe('the command line', () => {
  it.each`
    args                                                    | says
    ${[]}                                                   | ${'expected one service'}
    ${['a', 'b', ...URL_OPTION]}                            | ${'expected one service, such as component:default/pay, got 2'}
    ${['a/b/c', ...URL_OPTION]}                             | ${'a/b/c is not an entity reference'}
    ${['pay']}                                              | ${'Give --url or PLIMSOLL_URL'}
    ${['pay', '--url', 'portal.example']}                   | ${'--url: expected an address that begins with https://'}
    ${['pay', '--url', 'https://me:secret@portal.example']} | ${'--url: expected an address without a password'}
    ${['pay', ...URL_OPTION, '--fail-on', 'maybe']}         | ${'--fail-on: expected one of hold, warn, never, got maybe'}
    ${['pay', ...URL_OPTION, '--on-error', 'x']}            | ${'--on-error: expected one of fail, pass, got x'}
    ${['pay', ...URL_OPTION, '--timeout', '10']}            | ${'--timeout: expected 100ms to 10m, such as 10s, got 10'}
    ${['pay', ...URL_OPTION, '--timeout', '11m']}           | ${'got 11m'}
    ${['pay', ...URL_OPTION, '--override', 'x']}            | ${'--override: expected a reason of 3 to 1000 characters'}
    ${['pay', ...URL_OPTION, '--link', 'ftp://x']}          | ${'--link: expected an address'}
    ${['pay', ...URL_OPTION, '--key', 'x'.repeat(201)]}     | ${'--key: expected at most 200 characters'}
    ${['pay', ...URL_OPTION, '--token', 'a b']}             | ${'the token: expected letters'}
    ${['pay', ...URL_OPTION, '--colour', 'red']}            | ${"Unknown option '--colour'"}
  `('ends with 2 and says $says', async ({ args, says }) => {
    const { code, out, err } = await runGate(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(says);
    expect(err).toContain('Usage: plimsoll-gate <service>');
    expect(err).not.toContain('secret');
  });

  it('tells how it is used, and its version', async () => {
    const help = await runGate(['--help']);
    expect([help.code, help.err]).toEqual([0, '']);
    expect(help.out).toContain('Exit codes: 0 go on, 1 held');
    const version = await runGate(['--version']);
    expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each`
    service            | path                   | asked
    ${'pay'}           | ${''}                  | ${'/api/reliability/gate/component/default/pay/decisions'}
    ${'API:Shop/Pay'}  | ${'/'}                 | ${'/api/reliability/gate/api/shop/pay/decisions'}
    ${'shop/pay'}      | ${'/backstage'}        | ${'/backstage/api/reliability/gate/component/shop/pay/decisions'}
    ${'component:pay'} | ${'/api/reliability/'} | ${'/api/reliability/gate/component/default/pay/decisions'}
  `('asks for $service at $asked', async ({ service, path, asked }) => {
    const portal = new FakePortal();
    portal.answers = [{ body: replyOf('allow') }];
    const url = await portal.open();
    try {
      const { code } = await runGate([service, '--url', `${url}${path}`]);
      expect(code).toBe(0);
      expect(portal.asked).toEqual([
        expect.objectContaining({ path: asked, authorization: undefined }),
      ]);
    } finally {
      await portal.close();
    }
  });
});
