import { FakePortal } from './__testUtils__/FakePortal';
import { overriddenReply, refusal, replyOf } from './__testUtils__/replies';
import { runGate } from './__testUtils__/runGate';

jest.setTimeout(120_000);

const PAY = 'component:default/pay';
const TOKEN = 'secret-of-the-pipeline';

describe('plimsoll-gate', () => {
  const portal = new FakePortal();
  let url: string;

  beforeAll(async () => {
    url = await portal.open();
  });
  beforeEach(() => {
    portal.asked.length = 0;
  });
  afterAll(() => portal.close());

  const run = (args: string[], env: Record<string, string> = {}) =>
    runGate([PAY, ...args], {
      PLIMSOLL_URL: url,
      PLIMSOLL_TOKEN: TOKEN,
      ...env,
    });

  it('says in one line what is decided, and below it why and what to do', async () => {
    portal.answers = [{ body: replyOf('hold') }];
    const { code, out, err } = await run([]);
    expect(out.split('\n')).toEqual([
      `HOLD ${PAY}: 112 % of the budget of checkout is spent`,
      '  hold  112 % of the budget of checkout is spent (from prometheus/metrics, seen 2026-11-20T12:00:00.000Z)',
      '  to do: Reliability work first',
      '',
    ]);
    expect([code, err]).toEqual([1, '']);
  });

  it.each`
    decision   | args                                             | code
    ${'allow'} | ${[]}                                            | ${0}
    ${'warn'}  | ${[]}                                            | ${0}
    ${'hold'}  | ${[]}                                            | ${1}
    ${'allow'} | ${['--fail-on', 'warn']}                         | ${0}
    ${'warn'}  | ${['--fail-on', 'warn']}                         | ${1}
    ${'warn'}  | ${['--fail-on', 'warn', '--override', 'Launch']} | ${0}
    ${'hold'}  | ${['--fail-on', 'warn']}                         | ${1}
    ${'hold'}  | ${['--fail-on', 'never']}                        | ${0}
  `('ends with $code after $decision with $args', async row => {
    portal.answers = [{ body: replyOf(row.decision) }];
    expect((await run(row.args)).code).toBe(row.code);
  });

  it('names who waived what holds, and until when', async () => {
    const reply = replyOf('warn');
    reply.record.reasons[0].waivedBy = {
      by: 'user:default/ada',
      until: '2026-11-21T12:00:00.000Z',
      reason: 'A launch',
    };
    portal.answers = [{ body: reply }];
    expect((await run([])).out).toContain(
      '\n        waived by user:default/ada until 2026-11-21T12:00:00.000Z: A launch\n',
    );
  });

  it('does not take a reply that it cannot read for a decision', async () => {
    const { answer } = replyOf('hold');
    const body = { proceed: false, record: {}, answer };
    portal.answers = [{ body }];
    const { code, err } = await run([]);
    expect(code).toBe(3);
    expect(err).toMatch(/^NOT KNOWN .*something failed here/);
  });

  it('lets a rollback go, however strict the pipeline is', async () => {
    const reply = replyOf('warn');
    reply.record.state = 'exempt-change';
    portal.answers = [{ body: reply }];
    const args = ['--change', 'rollback', '--fail-on', 'warn'];
    expect((await run(args)).code).toBe(0);
  });

  it('has the decision recorded, with all that the pipeline says', async () => {
    portal.answers = [
      { body: overriddenReply('user:default/ada', 'Fixes it') },
    ];
    const { code, out } = await run([
      ...['--change', 'deploy', '--ref', 'abc', '--key', 'run-1'],
      ...['--link', 'https://ci.example/1', '--override', 'Fixes it'],
    ]);
    expect(portal.asked).toEqual([
      {
        method: 'POST',
        path: '/api/reliability/gate/component/default/pay/decisions',
        authorization: `Bearer ${TOKEN}`,
        body: {
          change: 'deploy',
          ref: 'abc',
          url: 'https://ci.example/1',
          key: 'run-1',
          override: { reason: 'Fixes it' },
        },
      },
    ]);
    expect(code).toBe(0);
    expect(out).toContain(
      `HOLD ${PAY} (overridden by user:default/ada: Fixes it): 112 %`,
    );
  });

  it('takes commit and link from the CI system, and an empty value for none', async () => {
    portal.answers = [{ body: replyOf('allow') }];
    await run(['--override', '', '--change', ''], {
      GITHUB_ACTIONS: 'true',
      GITHUB_SHA: 'abc',
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_REPOSITORY: 'acme/pay',
      GITHUB_RUN_ID: '7',
    });
    expect(portal.asked[0].body).toEqual({
      ref: 'abc',
      url: 'https://github.example/acme/pay/actions/runs/7',
      key: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it('asks again while the portal is down, under the same key', async () => {
    portal.answers = [
      { status: 503, body: 'starting' },
      { status: 502, body: '' },
      { body: replyOf('warn') },
    ];
    expect((await run([])).code).toBe(0);
    const keys = portal.asked.map(({ body }) => body.key);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
  });

  it('tells what was recorded under a known key, not what is so now', async () => {
    const reply = { ...replyOf('hold'), repeated: true };
    portal.answers = [{ body: { ...reply, answer: replyOf('allow').answer } }];
    const { code, out } = await run(['--key', 'run-1']);
    expect(code).toBe(1);
    expect(out).toMatch(/^HOLD /);
    expect(out).toContain('as recorded at 2026-11-20T12:00:00.000Z');
  });

  const page = { body: '<html>Sign in</html>' };
  const to = { status: 302, headers: { Location: 'https://sso.example' } };
  it.each`
    portalIs                      | answer                                               | says                                      | passes
    ${'silent'}                   | ${'silent'}                                          | ${'has not answered within 0.5 s'}        | ${true}
    ${'down'}                     | ${{ status: 503, body: '' }}                         | ${'the portal answers 503'}               | ${true}
    ${'failing'}                  | ${refusal(500, 'Error', 'no database')}              | ${'500: no database'}                     | ${true}
    ${'refusing the token'}       | ${refusal(401, 'AuthenticationError', 'Illegal')}    | ${'does not accept the token (401)'}      | ${false}
    ${'refusing the override'}    | ${refusal(403, 'NotAllowedError', 'You lack it')}    | ${'the portal answers 403: You lack it'}  | ${false}
    ${'without that service'}     | ${refusal(404, 'NotFoundError', 'It is no service')} | ${'404: It is no service'}                | ${false}
    ${'another page'}             | ${page}                                              | ${'something else than a decision (200)'} | ${false}
    ${'behind a page to sign in'} | ${to}                                                | ${'redirects elsewhere (302)'}            | ${false}
  `('does not know where the portal is $portalIs', async row => {
    portal.answers = [row.answer];
    const args = ['--timeout', '500ms'];
    const failed = await run(args);
    expect(failed.code).toBe(3);
    expect(failed.out).toBe('');
    expect(failed.err).toMatch(new RegExp(`^NOT KNOWN ${PAY}: `));
    expect(failed.err).toContain(row.says);
    const passed = await run([...args, '--on-error', 'pass']);
    expect(passed.code).toBe(row.passes ? 0 : 3);
    expect(passed.err.includes('goes on')).toBe(row.passes);
  });

  it('does not know where nobody listens', async () => {
    const gone = new FakePortal();
    const address = await gone.open();
    await gone.close();
    const args = ['--url', address, '--timeout', '300ms'];
    const { code, err } = await run(args);
    expect(code).toBe(3);
    expect(err).toContain('cannot be reached within 0.3 s: ECONNREFUSED');
  });

  it.each(['text', 'JSON'])('never prints the token as %s', async form => {
    portal.answers = [refusal(401, 'AuthenticationError', `Bad ${TOKEN}`)];
    const { out, err } = await run(form === 'JSON' ? ['--json'] : []);
    expect(out + err).toContain('Bad ***');
    expect(out + err).not.toContain(TOKEN);
  });

  it('keeps a text of others from looking like a line of its own', async () => {
    portal.answers = [
      { body: replyOf('hold', 'A\n::set-env name=x::y\r\n\u001b[2J B') },
    ];
    const { out } = await run([]);
    expect(out.split('\n')).toHaveLength(4);
    expect(out).toContain('A ::set-env name=x::y [2J B');
    expect(out).not.toContain('\u001b');
  });

  it('answers one JSON document', async () => {
    const reply = replyOf('hold');
    portal.answers = [{ body: reply }];
    const held = await run(['--json']);
    expect(JSON.parse(held.out)).toEqual({
      entityRef: PAY,
      decision: 'hold',
      exitCode: 1,
      reply,
    });
    portal.answers = [refusal(404, 'NotFoundError', 'No service')];
    const lost = await run(['--json']);
    expect(JSON.parse(lost.out)).toEqual({
      entityRef: PAY,
      decision: null,
      exitCode: 3,
      error: { message: 'the portal answers 404: No service', status: 404 },
    });
  });
});
