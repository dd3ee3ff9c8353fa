import {
  BackstageCredentials,
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  DefinitivePolicyDecision,
} from '@backstage/plugin-permission-common';
import reliabilityPlugin from '@plimsoll/backstage-plugin-reliability-backend';
import {
  OncallProvider,
  reliabilityOncallProvidersExtensionPoint,
} from '@plimsoll/backstage-plugin-reliability-node';
import { FakeVendorOptions } from '@plimsoll/test-fakes';
import { Knex } from 'knex';
import request from 'supertest';
import {
  SimulatedRuntime,
  simulatedRuntime,
} from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { mailOf, MakeVendor, OncallVendor, PEOPLE } from './oncallAccounts';

/** An account of the portal, and the vendor behind it. Their time passes only by waiting. */
export interface FlowAccount extends OncallVendor {
  readonly runtime: SimulatedRuntime;
}

/** Makes a vendor on a time of its own. @param options - default: with the limit that the vendor has */
export async function openAccount(
  name: string,
  make: MakeVendor,
  options: Omit<FakeVendorOptions, 'now'> = {},
): Promise<FlowAccount> {
  const runtime = simulatedRuntime(Date.now());
  return { ...(await make(name, { ...options, now: runtime.now })), runtime };
}

/** Somebody who may read everything but names. */
export const OUTSIDER = 'user:default/outsider';

const entity = (
  kind: string,
  name: string,
  rest: Omit<Partial<Entity>, 'metadata'> & { annotations?: object },
): Entity => {
  const { annotations, ...more } = rest;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', annotations: { ...annotations } },
    ...more,
  };
};

/** A service that wants somebody around the clock, with the rotations that are named. */
export const onCallService = (name: string, rotations: string): Entity =>
  entity('Component', name, {
    annotations: {
      'plimsoll.dev/tier': 'tier-0',
      'plimsoll.dev/oncall': rotations,
    },
    spec: { type: 'service', owner: 'team', lifecycle: 'production' },
  });

/** A team and all its people. */
export const people: Entity[] = [
  entity('Group', 'team', { spec: { type: 'team', children: [] } }),
  ...Array.from({ length: PEOPLE }, (_, index) =>
    entity('User', `person-${index}`, {
      spec: {
        profile: { displayName: `Person ${index}`, email: mailOf(index) },
        memberOf: ['team'],
      },
    }),
  ),
];

/** Everything but the names of people is allowed to everybody. */
const permissions = createServiceFactory({
  service: coreServices.permissions,
  deps: {},
  factory: () => {
    const decide = (
      questions: readonly { permission: { name: string } }[],
      options?: { credentials?: BackstageCredentials },
    ): DefinitivePolicyDecision[] => {
      const who = (options?.credentials?.principal ?? {}) as {
        userEntityRef?: string;
      };
      return questions.map(({ permission }) => ({
        result:
          permission.name === 'reliability.oncall.people' &&
          who.userEntityRef === OUTSIDER
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }));
    };
    return {
      authorize: async (questions, options) => decide(questions, options),
      authorizeConditional: async (questions, options) =>
        decide(questions, options),
    };
  },
});

/** Accounts on their own simulated time; `seen` hears of each answer before the portal does. */
const accountsModule = (
  accounts: readonly FlowAccount[],
  seen: (account: string) => Promise<void>,
  made: Map<string, OncallProvider>,
) =>
  createBackendModule({
    pluginId: 'reliability',
    moduleId: 'flow-accounts',
    register(env) {
      env.registerInit({
        deps: { providers: reliabilityOncallProvidersExtensionPoint },
        async init({ providers }) {
          const factories = new Map(
            accounts.map(({ factory }) => [factory.type, factory]),
          );
          for (const { type, create } of factories.values()) {
            providers.addFactory({
              type,
              create(config) {
                const name = config.getString('name');
                const { runtime } = accounts.find(each => each.name === name)!;
                const provider = watched(create(config, runtime), seen);
                made.set(name, provider);
                return provider;
              },
            });
          }
        },
      });
    },
  });

function watched(
  provider: OncallProvider,
  seen: (account: string) => Promise<void>,
): OncallProvider {
  return Object.assign(Object.create(provider), {
    async *read(...asked: Parameters<OncallProvider['read']>) {
      for await (const each of provider.read(...asked)) {
        await seen(provider.account);
        yield each;
      }
    },
  });
}

/** The real plugin with the accounts, on a database, with a scheduler that the test drives. */
export async function startOncallPortal(options: {
  readonly knex: Knex;
  readonly accounts: readonly FlowAccount[];
  readonly entities: readonly Entity[];
  readonly seen?: (account: string) => Promise<void>;
}) {
  const { knex, accounts, entities, seen = async () => {} } = options;
  const scheduler = mockServices.scheduler();
  const providers = new Map<string, OncallProvider>();
  const realNow = Date.now;
  const time = { passed: 0 };
  const clock = jest
    .spyOn(Date, 'now')
    .mockImplementation(() => realNow() + time.passed);
  const backend = await startTestBackend({
    features: [
      reliabilityPlugin,
      accountsModule(accounts, seen, providers),
      permissions,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({
        data: {
          reliability: {
            disabledChecklists: ['production-readiness'],
            oncall: { accounts: accounts.map(({ section }) => section) },
          },
        },
      }),
      catalogServiceMock.factory({ entities: [...people, ...entities] }),
    ],
  });
  const ask = (
    method: 'get' | 'post',
    path: string,
    who = 'user:default/person-0',
  ) =>
    request(backend.server)
      [method](`/api/reliability${path}`)
      .set('Authorization', mockCredentials.user.header(who));
  const taskOf = (account: string) => `reliability-oncall-sync-${account}`;
  return {
    ask,
    get: (path: string, who?: string) => ask('get', path, who).expect(200),
    post: (path: string) => ask('post', path).expect(200),
    run: (task: string) => scheduler.triggerTask(`reliability-${task}`),
    sync: (account: string) => scheduler.triggerTask(taskOf(account)),
    cancel: (account: string) => scheduler.cancelTask(taskOf(account)),
    health: (account: string) => providers.get(account)?.health?.(),
    /** Lets time pass, for the portal and for its vendors. */
    advance(ms: number) {
      time.passed += ms;
      accounts.forEach(({ runtime }) => runtime.advance(ms));
    },
    async stop() {
      clock.mockRestore();
      await backend.stop();
    },
  };
}
