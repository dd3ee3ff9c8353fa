import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { answerOf, FakeGate } from './__testUtils__/FakeGate';
import { createGateAction } from './gateAction';
import { GateClient } from './GateClient';

const ADA = mockCredentials.user('user:default/ada');

describe('the action plimsoll:gate', () => {
  let gate: FakeGate;
  let action: ReturnType<typeof createGateAction>;

  beforeEach(async () => {
    gate = new FakeGate('token-of-ada');
    const address = await gate.open();
    const auth = mockServices.auth.mock({
      getPluginRequestToken: async ({ onBehalfOf, targetPluginId }) => ({
        token:
          onBehalfOf === ADA && targetPluginId === 'reliability'
            ? gate.token
            : 'wrong',
      }),
    });
    const discovery = mockServices.discovery.mock({
      getBaseUrl: async plugin => `${address}/api/${plugin}`,
    });
    action = createGateAction({
      client: new GateClient({ auth, discovery }),
      portal: 'https://portal.example/',
    });
  });

  afterEach(() => gate.close());

  type Input = Parameters<typeof action.handler>[0]['input'];

  const run = async (
    input: Partial<Input>,
    { isDryRun = false, credentials = ADA } = {},
  ) => {
    const outputs: Record<string, unknown> = {};
    const ended = action.handler({
      ...createMockActionContext({
        workspacePath: 'unused',
        input: { entityRef: 'component:default/pay', ...input },
      }),
      isDryRun,
      task: { id: 'task-1' },
      getInitiatorCredentials: async () => credentials,
      output: (name: string, value: unknown) => {
        outputs[name] = value;
      },
    } as Parameters<typeof action.handler>[0]);
    const stopped = await ended.then(
      () => undefined,
      (error: Error) => `${error.name}: ${error.message}`,
    );
    return { outputs, stopped };
  };

  it('stops where the service is held, and tells why', async () => {
    gate.answer = answerOf('hold');
    const { outputs, stopped } = await run({});
    expect(stopped).toBe(
      'NotAllowedError: component:default/pay: hold: The budget is spent',
    );
    expect(outputs).toEqual({
      decision: 'hold',
      headline: 'hold: The budget is spent',
      reasons: ['The budget is spent'],
      overridden: false,
    });
  });

  it.each`
    decision   | input                                     | goesOn
    ${'allow'} | ${{}}                                     | ${true}
    ${'warn'}  | ${{}}                                     | ${true}
    ${'allow'} | ${{ failOn: 'warn' }}                     | ${true}
    ${'warn'}  | ${{ failOn: 'warn' }}                     | ${false}
    ${'warn'}  | ${{ failOn: 'warn', override: 'Launch' }} | ${true}
    ${'hold'}  | ${{ failOn: 'warn' }}                     | ${false}
    ${'hold'}  | ${{ failOn: 'never' }}                    | ${true}
    ${'hold'}  | ${{ override: 'A fix' }}                  | ${true}
    ${'hold'}  | ${{ override: '  ' }}                     | ${false}
  `('after $decision with $input it goes on: $goesOn', async row => {
    gate.answer = answerOf(row.decision);
    expect((await run(row.input)).stopped === undefined).toBe(row.goesOn);
  });

  it('lets an exempt change go, however strict the template is', async () => {
    gate.answer = answerOf('warn', { state: 'exempt-change' });
    const { stopped } = await run({ change: 'rollback', failOn: 'warn' });
    expect(stopped).toBeUndefined();
  });

  it('has the decision recorded, with a link to the task', async () => {
    gate.answer = answerOf('hold');
    const { outputs } = await run({
      entityRef: 'API:shop/Pay',
      change: 'deploy',
      ref: 'v2',
      override: 'A fix',
    });
    expect(outputs.overridden).toBe(true);
    expect(gate.asked).toEqual([
      {
        method: 'POST',
        path: '/api/reliability/gate/api/shop/pay/decisions',
        body: {
          change: 'deploy',
          ref: 'v2',
          url: 'https://portal.example/create/tasks/task-1',
          override: { reason: 'A fix' },
        },
      },
    ]);
  });

  it.each([true, false])(
    'records nothing in a dry run, where one may waive: %s',
    async canWaive => {
      gate.answer = answerOf('hold', { canWaive });
      const input = { change: 'deploy', override: 'A fix' };
      const { stopped } = await run(input, { isDryRun: true });
      expect(stopped === undefined).toBe(canWaive);
      expect(gate.asked).toEqual([
        {
          method: 'GET',
          path: '/api/reliability/gate/component/default/pay?change=deploy',
        },
      ]);
    },
  );

  it('asks in the name of whoever runs the template', async () => {
    const credentials = mockCredentials.user('user:default/bob');
    const { stopped, outputs } = await run({}, { credentials });
    expect(stopped).toMatch(/401/);
    expect(outputs).toEqual({});
  });

  it('refuses what is no entity reference', async () => {
    const { stopped } = await run({ entityRef: 'a/b/c' });
    expect(stopped).toMatch(/^InputError: entityRef: expected an entity/);
    expect(gate.asked).toEqual([]);
  });
});
