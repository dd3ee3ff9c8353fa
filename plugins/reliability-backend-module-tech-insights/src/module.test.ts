import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  FactSource,
  reliabilityFactSourcesExtensionPoint,
} from '@plimsoll/backstage-plugin-reliability-node';
import { FakeTechInsights } from './__testUtils__/fakeTechInsights';
import reliabilityModuleTechInsights from './index';

jest.setTimeout(60_000);

const PAY = 'component:default/pay';
const CART = 'component:default/cart';

describe('facts of Tech Insights', () => {
  const fake = new FakeTechInsights();
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
        reliabilityModuleTechInsights,
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
    fake.broken.clear();
    fake.results = {
      [PAY]: { 'has-owner': true, documented: false, size: 7 },
      [CART]: { 'has-owner': false },
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

  it('are what each check says of each service', async () => {
    expect(source.name).toBe('tech-insights');
    expect(await read()).toEqual([
      { entityRef: PAY, key: 'has-owner', value: true },
      { entityRef: PAY, key: 'documented', value: false },
      { entityRef: CART, key: 'has-owner', value: false },
    ]);
    fake.results![CART]['has-owner'] = true;
    expect(await read([CART])).toEqual([
      { entityRef: CART, key: 'has-owner', value: true },
    ]);
  });

  it('are asked for with a token, a hundred services at a time', async () => {
    const many = Array.from(
      { length: 130 },
      (_, index) => `component:default/s${index}`,
    );
    await read(many);
    expect(
      fake.asked.map(({ path, entities }) => [path, entities?.length]),
    ).toEqual([
      ['/checks', undefined],
      ['/checks/run', 100],
      ['/checks/run', 30],
    ]);
    fake.asked.forEach(({ token }) => expect(token).toMatch(/^Bearer ./));
  });

  it('are never asked of all entities', async () => {
    expect(await read([])).toEqual([]);
    expect(fake.asked.map(({ path }) => path)).toEqual(['/checks']);
  });

  it('are none of a service whose checks fail to run', async () => {
    fake.broken.add(PAY);
    expect(await read()).toEqual([
      { entityRef: CART, key: 'has-owner', value: false },
    ]);
  });

  it('are none, with one line, where it is not installed', async () => {
    fake.results = undefined;
    expect(await read()).toEqual([]);
    expect(await read()).toEqual([]);
    expect(
      logger.info.mock.calls.filter(([text]) =>
        text.startsWith('Tech Insights is not installed'),
      ),
    ).toHaveLength(1);
  });

  it('fail where it fails', async () => {
    fake.status = 503;
    await expect(read()).rejects.toThrow(/503/);
  });
});
