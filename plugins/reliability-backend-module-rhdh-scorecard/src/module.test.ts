import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  FactSource,
  reliabilityFactSourcesExtensionPoint,
} from '@plimsoll/backstage-plugin-reliability-node';
import { FakeScorecard } from './__testUtils__/fakeScorecard';
import reliabilityModuleRhdhScorecard from './index';

jest.setTimeout(60_000);

const PAY = 'component:default/pay';
const CART = 'component:default/cart';

describe("facts of Red Hat's scorecard", () => {
  const fake = new FakeScorecard();
  const logger = mockServices.logger.mock();
  let source: FactSource;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
    const url = await fake.start();
    logger.child.mockReturnValue(logger);
    backend = await startTestBackend({
      extensionPoints: [
        [
          reliabilityFactSourcesExtensionPoint,
          {
            addSource(given) {
              source = given;
            },
          },
        ],
      ],
      features: [
        reliabilityModuleRhdhScorecard,
        createServiceFactory({
          service: coreServices.logger,
          deps: {},
          factory: () => logger,
        }),
        mockServices.discovery.mock({ getBaseUrl: async () => url }).factory,
      ],
    });
  });

  afterAll(async () => {
    await backend.stop();
    await fake.stop();
  });

  beforeEach(() => {
    jest.clearAllMocks();
    fake.asked.length = 0;
    fake.status = 200;
    fake.metrics = {
      [PAY]: {
        'github.open_prs': { value: 7 },
        'sonar.passes': { value: false },
        'jira.open_issues': { value: null, status: 'error' },
        'jira.closed': { value: null },
      },
      [CART]: { 'github.open_prs': { value: 0 } },
    };
  });

  const read = async (entityRefs = [PAY, CART]) => {
    const { signal } = new AbortController();
    const facts: unknown[] = [];
    for await (const batch of source.read({ entityRefs, signal })) {
      facts.push(...batch);
    }
    return facts;
  };

  it('are the last values, with their time, of metrics that have one', async () => {
    const at = fake.timestamp;
    expect(source.name).toBe('rhdh-scorecard');
    expect(await read()).toEqual([
      { entityRef: PAY, key: 'github.open_prs', value: 7, at },
      { entityRef: PAY, key: 'sonar.passes', value: false, at },
      { entityRef: CART, key: 'github.open_prs', value: 0, at },
    ]);
    fake.metrics![CART]['github.open_prs'] = { value: 3 };
    expect(await read([CART])).toMatchObject([{ value: 3 }]);
  });

  it('are asked for with a token, each service once', async () => {
    await read();
    expect(fake.asked.map(({ path }) => path).sort()).toEqual([
      '/metrics',
      '/metrics/catalog/component/default/cart',
      '/metrics/catalog/component/default/pay',
    ]);
    fake.asked.forEach(({ token }) => expect(token).toMatch(/^Bearer ./));
  });

  it('are none of a service that it does not know', async () => {
    expect(await read(['component:default/new', CART])).toHaveLength(1);
  });

  it('are none, with one line, where it is not installed', async () => {
    fake.metrics = undefined;
    expect(await read()).toEqual([]);
    expect(await read()).toEqual([]);
    expect(
      logger.info.mock.calls.filter(([text]) =>
        text.includes('scorecard plugin is not installed'),
      ),
    ).toHaveLength(1);
  });

  it('fail where it fails', async () => {
    fake.status = 403;
    await expect(read()).rejects.toThrow(/403/);
  });
});
