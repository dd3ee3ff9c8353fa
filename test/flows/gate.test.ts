import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import reliabilityPlugin from '@plimsoll/backstage-plugin-reliability-backend';
import { services } from './world';

jest.setTimeout(60_000);

const PROGRAM = resolve(__dirname, '../../packages/gate/bin/plimsoll-gate.mjs');

const policy = {
  id: 'strict',
  tiers: ['tier-1'],
  exemptChanges: ['rollback'],
  rules: [
    {
      id: 'freeze',
      title: 'Nothing goes today',
      noun: 'slo',
      when: 'true',
      decision: 'hold',
      reason: 'Nothing goes today',
    },
  ],
};

describe('a pipeline asks the load line of a portal', () => {
  let backend: TestBackend;
  let url: string;
  const header = mockCredentials.user.header('user:default/ada');
  const token = header.replace(/^Bearer /, '');

  beforeAll(async () => {
    const scheduler = mockServices.scheduler();
    backend = await startTestBackend({
      features: [
        reliabilityPlugin,
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        mockServices.rootConfig.factory({
          data: { reliability: { gate: { policies: [policy] } } },
        }),
        catalogServiceMock.factory({ entities: services }),
      ],
    });
    url = `http://127.0.0.1:${backend.server.port()}`;
    await scheduler.triggerTask('reliability-sweep');
  });

  afterAll(() => backend?.stop());

  const get = async (path: string) => {
    const response = await fetch(`${url}/api/reliability${path}`, {
      headers: { Authorization: header },
    });
    return response.json();
  };

  const gate = (...args: string[]) =>
    new Promise<{ code: number; out: string; err: string }>(done => {
      execFile(
        process.execPath,
        [PROGRAM, ...args],
        { env: { PLIMSOLL_URL: url, PLIMSOLL_TOKEN: token }, timeout: 60_000 },
        (error, out, err) => done({ code: Number(error?.code ?? 0), out, err }),
      );
    });

  const decisions = async (name: string) =>
    (await get(`/gate/decisions?service=component:default/${name}`)).items;

  it('is held, and a retry with its key is not a second record', async () => {
    const args = ['service-0', '--change', 'deploy', '--key', 'run-1'];
    const first = await gate(...args, '--ref', 'v1');
    expect([first.code, first.err]).toEqual([1, '']);
    expect(first.out.split('\n')[0]).toBe(
      'HOLD component:default/service-0: Nothing goes today',
    );
    const again = await gate(...args);
    expect(again.code).toBe(1);
    expect(again.out).toContain('under the same key');
    expect(await decisions('service-0')).toEqual([
      expect.objectContaining({
        decision: 'hold',
        change: 'deploy',
        ref: 'v1',
        by: 'user:default/ada',
        override: null,
      }),
    ]);
  });

  it('goes on with a reason, which stands beside the hold', async () => {
    const { code, out } = await gate(
      ...['service-1', '--override', 'It fixes the outage'],
    );
    expect(code).toBe(0);
    expect(out).toMatch(
      /^HOLD component:default\/service-1 \(overridden by user:default\/ada: It fixes the outage\): Nothing goes today\n/,
    );
    expect(await decisions('service-1')).toEqual([
      expect.objectContaining({
        decision: 'hold',
        override: expect.objectContaining({ reason: 'It fixes the outage' }),
      }),
    ]);
  });

  it('lets a rollback go, also where a warning stops the pipeline', async () => {
    const strict = ['--fail-on', 'warn'];
    const { code } = await gate('service-2', '--change', 'rollback', ...strict);
    expect(code).toBe(0);
  });

  it('does not know a service that there is not', async () => {
    const { code, out, err } = await gate('nobody');
    expect([code, out]).toEqual([3, '']);
    expect(err).toMatch(
      /^NOT KNOWN component:default\/nobody: the portal answers 404: .*is not a service/,
    );
  });
});
